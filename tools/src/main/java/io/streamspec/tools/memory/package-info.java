/** The guest's memory, out of a stream: as a raw image, an ELF core or a LiME dump, or a page of it. */
@NullMarked
package io.streamspec.tools.memory;

import org.jspecify.annotations.NullMarked;

/** Holds a stream against its specifications, and against what Xen itself asks. */
@NullMarked
package io.streamspec.tools.verify;

import org.jspecify.annotations.NullMarked;

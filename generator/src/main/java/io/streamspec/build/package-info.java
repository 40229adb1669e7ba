/** From files to files: what the command line and the Maven plugin have in common. */
@NullMarked
package io.streamspec.build;

import org.jspecify.annotations.NullMarked;

/** Maven goals, thin over the generator. */
@NullMarked
package io.streamspec.maven;

import org.jspecify.annotations.NullMarked;

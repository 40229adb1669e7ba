/** Diagnostics in the forms that people, editors and continuous integration read. */
@NullMarked
package io.streamspec.report;

import org.jspecify.annotations.NullMarked;

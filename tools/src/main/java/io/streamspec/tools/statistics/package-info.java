/** What a stream is made of, in numbers and charts: records by type, batches, pages, passes over memory. */
@NullMarked
package io.streamspec.tools.statistics;

import org.jspecify.annotations.NullMarked;

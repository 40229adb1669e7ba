/** Examples that cannot lie: sample values, encoded by the generated codecs, and what each octet of them is. */
@NullMarked
package io.streamspec.example;

import org.jspecify.annotations.NullMarked;

/** Writes patterns for the hex editor ImHex. They follow its manual; none was ever run by the tests of this project. */
@NullMarked
package io.streamspec.write.imhex;

import org.jspecify.annotations.NullMarked;

/** What Xen's own restorer does, as far as it is more or less than the specifications ask. */
@NullMarked
package io.streamspec.tools.xen;

import org.jspecify.annotations.NullMarked;

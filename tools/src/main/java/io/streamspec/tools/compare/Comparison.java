package io.streamspec.tools.compare;

import java.util.List;

/**
 * How two streams compare.
 *
 * @param a the name of the first
 * @param b that of the second
 * @param values in which they differ, in the order of the first
 * @param pages which pages differ
 * @param arePagesComparable whether pages have the same size in both, without which none is compared
 */
record Comparison(String a, String b, List<Difference> values, PageDifferences pages, boolean arePagesComparable) {

    boolean isSame() {
        return values.isEmpty() && arePagesComparable && pages.isEmpty();
    }
}

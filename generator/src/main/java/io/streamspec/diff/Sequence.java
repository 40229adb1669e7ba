package io.streamspec.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Places in a sequence. */
final class Sequence {

    private Sequence() {}

    /** The least numbers without which {@code places} rises; all are different. */
    static List<Integer> outOfOrder(List<Integer> places) {
        List<Integer> lowest = new ArrayList<>(); // the lowest number that ends a rising sequence of each length
        int[] lengths = new int[places.size()];
        for (int i = 0; i < places.size(); i++) {
            int at = -Collections.binarySearch(lowest, places.get(i)) - 1;
            lengths[i] = at;
            if (at == lowest.size()) {
                lowest.add(places.get(i));
            } else {
                lowest.set(at, places.get(i));
            }
        }
        Set<Integer> rising = new HashSet<>();
        int next = lowest.size() - 1;
        int below = Integer.MAX_VALUE;
        for (int i = first(lengths, next); i >= 0 && next >= 0; i--) {
            if (lengths[i] == next && places.get(i) < below) {
                rising.add(places.get(i));
                below = places.get(i);
                next--;
            }
        }
        return places.stream().filter(place -> !rising.contains(place)).toList();
    }

    private static int first(int[] numbers, int wanted) {
        int at = 0;
        while (at < numbers.length && numbers[at] != wanted) {
            at++;
        }
        return Math.min(at, numbers.length - 1);
    }
}

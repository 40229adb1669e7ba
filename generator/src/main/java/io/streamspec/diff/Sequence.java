package io.streamspec.diff;

import java.util.ArrayList;
import java.util.List;

/** Places in a sequence. */
final class Sequence {

    private Sequence() {}

    /** The least numbers without which {@code places} rises; all are different. */
    static List<Integer> outOfOrder(List<Integer> places) {
        int[] length = new int[places.size()];
        int[] previous = new int[places.size()];
        int best = -1;
        for (int i = 0; i < places.size(); i++) {
            previous[i] = -1;
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (places.get(j) < places.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        List<Integer> out = new ArrayList<>(places);
        for (int at = best; at >= 0; at = previous[at]) {
            out.remove(places.get(at));
        }
        return out;
    }
}

package io.streamspec.runtime;

import java.util.List;

/** What would be right, where that is one of several: as many as a message has room for. */
final class Choice {

    private static final int MOST = 200;

    private Choice() {}

    /** {@code A or B or C}, or {@code A or B or 7 others}. */
    static String of(List<String> names) {
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (String name : names) {
            if (told > 0 && text.length() + name.length() > MOST) {
                int left = names.size() - told;
                return text + " or " + left + (left == 1 ? " other" : " others");
            }
            text.append(told > 0 ? " or " : "").append(name);
            told++;
        }
        return text.toString();
    }
}

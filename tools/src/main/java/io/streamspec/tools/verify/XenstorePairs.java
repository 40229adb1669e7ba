package io.streamspec.tools.verify;

import io.streamspec.xen.libxl.EmulatorXenstoreData;
import java.util.List;

/** Checks what the libxl specification says in words of a device model's keys and values in xenstore. */
final class XenstorePairs {

    private static final String SIGNS = "-/_@";
    private static final int LAST_ASCII = 0x7E;

    private XenstorePairs() {}

    /** Is told what is wrong. */
    @FunctionalInterface
    interface Listener {
        void wrong(Severity severity, String field, String rule, String expected, String found);
    }

    static void check(EmulatorXenstoreData data, Profile profile, Listener listener) {
        Severity should = profile == Profile.XEN ? Severity.NOTE : Severity.WARNING;
        List<EmulatorXenstoreData.XenstoreKeyValueData> pairs = data.xenstoreKeyValueData();
        int i = 0;
        for (EmulatorXenstoreData.XenstoreKeyValueData pair : pairs) { // by number, each is looked for from the start
            String place = "xenstore_key_value_data[" + i++ + "].";
            String key = pair.key();
            String value = pair.value();
            if (key.isEmpty() || key.startsWith("/")) {
                String rule = "emulator_xenstore_data.relative_keys";
                listener.wrong(Severity.ERROR, place + "key", rule, "a key without a slash before it", quoted(key));
            } else if (!hasKeyLetters(key)) {
                String expected = "ASCII letters and digits and " + SIGNS;
                String rule = "emulator_xenstore_data.key_letters";
                listener.wrong(should, place + "key", rule, expected, quoted(key));
            }
            if (!isReadable(value)) {
                String rule = "emulator_xenstore_data.readable_values";
                listener.wrong(should, place + "value", rule, "ASCII that a person can read", quoted(value));
            }
        }
    }

    private static boolean hasKeyLetters(String key) {
        return key.chars()
                .allMatch(c ->
                        c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || SIGNS.indexOf(c) >= 0);
    }

    private static boolean isReadable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= LAST_ASCII);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}

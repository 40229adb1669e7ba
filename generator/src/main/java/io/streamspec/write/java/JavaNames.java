package io.streamspec.write.java;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Names of a specification as Java identifiers: ASCII letters, digits and underscores, never a keyword, never the name
 * of something that generated code needs under that name, never a file that some system cannot have.
 */
final class JavaNames {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    /** What generated code calls by its simple name. */
    private static final Set<String> TYPES = Set.of(
            "Arithmetic",
            "BigEndian",
            "Elements",
            "FormatException",
            "Framing",
            "LittleEndian",
            "Octets",
            "RecordInput",
            "RecordOutput",
            "RecordReader",
            "RecordWriter",
            "Require",
            "Room",
            "Scalars",
            "StreamOrder",
            "Text",
            "ArrayList",
            "List",
            "Optional",
            "ByteBuffer",
            "ByteOrder",
            "Path",
            "InputStream",
            "OutputStream",
            "IOException",
            "ReadableByteChannel",
            "WritableByteChannel",
            "Objects",
            "Unknown");

    /** Methods that each generated record has, or inherits. */
    private static final Set<String> MEMBERS = Set.of(
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "equals",
            "recordType",
            "encode",
            "encodedSize",
            "decode",
            "violations",
            "requireLayout",
            "of",
            "bits");

    private static final Set<String> CONTEXTUAL =
            Set.of("record", "sealed", "permits", "yield", "var", "when", "module", "non", "_");

    private JavaNames() {}

    /** {@code x86_pv_info} as {@code X86PvInfo}; {@code suffix} is put behind a name that Java or the runtime has. */
    static String type(String name, String suffix) {
        StringBuilder out = new StringBuilder();
        words(name).forEach(word -> out.append(capital(word)));
        String type = started(out.toString());
        return isTaken(type) ? type + suffix : type;
    }

    /** {@code page_shift} as {@code pageShift}; what may not be so called gets {@code Value} behind it. */
    static String member(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : words(name)) {
            out.append(out.isEmpty() ? uncapital(word) : capital(word));
        }
        String member = started(out.toString());
        boolean refused = MEMBERS.contains(member) || CONTEXTUAL.contains(member) || SourceVersion.isKeyword(member);
        return refused ? member + "Value" : member;
    }

    /** {@code x86 PV} as {@code X86_PV}. */
    static String constant(String name) {
        return started(String.join("_", words(name)).toUpperCase(Locale.ROOT));
    }

    /** A part of a package's name. */
    static String segment(String name) {
        String segment = started(String.join("", words(name)).toLowerCase(Locale.ROOT));
        return SourceVersion.isKeyword(segment) || DEVICES.contains(segment) ? segment + "stream" : segment;
    }

    /** Whether {@code name} can be the package that all generated packages lie in. */
    static boolean isPackage(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")
                && SourceVersion.isName(name)
                && List.of(name.toLowerCase(Locale.ROOT).split("\\.")).stream().noneMatch(DEVICES::contains);
    }

    private static boolean isTaken(String type) {
        return TYPES.contains(type) || DEVICES.contains(type.toLowerCase(Locale.ROOT)) || JavaLang.NAMES.contains(type);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(ascii(name))) {
            if (!word.isEmpty()) {
                words.add(isAllCapitals(word) ? word.toLowerCase(Locale.ROOT) : word);
            }
        }
        return words.isEmpty() ? List.of("unnamed") : words;
    }

    /** Letters without their accents; what has no ASCII form is written as its code point. */
    private static String ascii(String name) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (c < 0x80) {
                out.append((char) c);
            } else if (Character.isLetterOrDigit(c)) {
                out.append(String.format(Locale.ROOT, "u%04x", c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append('_');
            }
        });
        return out.toString();
    }

    private static boolean isAllCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String started(String identifier) {
        return Character.isDigit(identifier.charAt(0)) ? "_" + identifier : identifier;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String uncapital(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}

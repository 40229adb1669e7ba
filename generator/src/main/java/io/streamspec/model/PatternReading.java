package io.streamspec.model;

import io.streamspec.model.StreamGrammar.Pattern;
import java.util.List;

/** Reads the pattern of a stream out in plain English. */
final class PatternReading {

    private PatternReading() {}

    /** {@code file_header, then any number of LEVELS and EVENT in any order, then END}. */
    static String of(Pattern pattern) {
        if (pattern instanceof Pattern.Sequence sequence) {
            List<String> parts =
                    sequence.parts().stream().map(PatternReading::part).toList();
            return parts.isEmpty() ? "nothing" : String.join(", then ", parts);
        }
        return part(pattern);
    }

    private static String part(Pattern pattern) {
        if (pattern instanceof Pattern.One one) {
            return one.name();
        } else if (pattern instanceof Pattern.Choice choice) {
            return Lists.or(choice.parts().stream().map(PatternReading::nested).toList());
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            return Lists.and(interleaved.parts().stream()
                            .map(PatternReading::nested)
                            .toList()) + " in any order";
        } else if (pattern instanceof Pattern.Repeated repeated) {
            return repeated(repeated);
        }
        return "(" + of(pattern) + ")";
    }

    private static String nested(Pattern pattern) {
        boolean simple = pattern instanceof Pattern.One
                || pattern instanceof Pattern.Repeated repeated && repeated.part() instanceof Pattern.One
                || pattern instanceof Pattern.Sequence;
        return simple ? part(pattern) : "(" + part(pattern) + ")";
    }

    private static String repeated(Pattern.Repeated repeated) {
        boolean mixed = repeated.many() && repeated.part() instanceof Pattern.Choice;
        String part = mixed
                ? Lists.and(((Pattern.Choice) repeated.part())
                                .parts().stream().map(PatternReading::nested).toList())
                        + " in any order"
                : nested(repeated.part());
        if (repeated.many()) {
            return (repeated.optional() ? "any number of " : "one or more of ") + part;
        }
        return repeated.optional() ? "possibly " + part : part;
    }
}

package io.streamspec.model;

import io.streamspec.model.StreamGrammar.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where streams may end, after their grammars: behind which records a stream may run out, and which of these are never
 * followed by anything, so that a reader stops there by itself.
 */
public final class Endings {

    private final Set<String> last = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
    private final boolean known;

    public Endings(Specification specification) {
        known = !specification.streams().isEmpty();
        for (StreamGrammar stream : specification.streams()) {
            last.addAll(last(stream.pattern()));
            collectFollowed(stream.pattern());
        }
    }

    /** Whether the specification says anything of the order of records. */
    public boolean areKnown() {
        return known;
    }

    /** Whether a stream may run out behind such a record. */
    public boolean mayBeLast(String record) {
        return last.contains(record);
    }

    /** Whether nothing ever follows such a record. */
    public boolean isClosing(String record) {
        return last.contains(record) && !followed.contains(record);
    }

    private static boolean isOptional(Pattern pattern) {
        if (pattern instanceof Pattern.Repeated repeated) {
            return repeated.optional() || isOptional(repeated.part());
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice.parts().stream().anyMatch(Endings::isOptional);
        }
        return parts(pattern).stream().allMatch(Endings::isOptional) && !(pattern instanceof Pattern.One);
    }

    private static List<Pattern> parts(Pattern pattern) {
        if (pattern instanceof Pattern.Sequence sequence) {
            return sequence.parts();
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice.parts();
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            return interleaved.parts();
        }
        return pattern instanceof Pattern.Repeated repeated ? List.of(repeated.part()) : List.of();
    }

    private static Set<String> last(Pattern pattern) {
        Set<String> names = new HashSet<>();
        if (pattern instanceof Pattern.One one) {
            names.add(one.name());
        } else if (pattern instanceof Pattern.Sequence sequence) {
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                names.addAll(last(sequence.parts().get(i)));
                if (!isOptional(sequence.parts().get(i))) {
                    break;
                }
            }
        } else {
            parts(pattern).forEach(part -> names.addAll(last(part)));
        }
        return names;
    }

    private void collectFollowed(Pattern pattern) {
        if (pattern instanceof Pattern.Sequence sequence) {
            for (int i = 1; i < sequence.parts().size(); i++) {
                followed.addAll(last(new Pattern.Sequence(sequence.parts().subList(0, i))));
            }
        } else if (pattern instanceof Pattern.Interleaved interleaved
                && interleaved.parts().size() > 1) {
            followed.addAll(last(pattern));
        } else if (pattern instanceof Pattern.Repeated repeated && repeated.many()) {
            followed.addAll(last(repeated.part()));
        }
        parts(pattern).forEach(this::collectFollowed);
    }
}

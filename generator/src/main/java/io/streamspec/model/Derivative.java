package io.streamspec.model;

import io.streamspec.model.StreamGrammar.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What is left of a pattern behind a header or record, in a form in which equal languages mostly look the same. */
final class Derivative {

    private static final Pattern NOTHING = new Pattern.Choice(List.of());
    private static final Pattern EMPTY = new Pattern.Sequence(List.of());

    private Derivative() {}

    /** What may follow {@code name} at the start of {@code pattern}. */
    static Pattern of(Pattern pattern, String name) {
        if (pattern instanceof Pattern.One one) {
            return one.name().equals(name) ? EMPTY : NOTHING;
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice(choice.parts().stream().map(part -> of(part, name)).toList());
        } else if (pattern instanceof Pattern.Repeated repeated) {
            Pattern rest = of(repeated.part(), name);
            return repeated.many() ? sequence(List.of(rest, new Pattern.Repeated(repeated.part(), true, true))) : rest;
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            return choice(eachPart(interleaved.parts(), part -> of(part, name)));
        }
        return ofSequence(((Pattern.Sequence) pattern).parts(), name);
    }

    private static Pattern ofSequence(List<Pattern> parts, String name) {
        List<Pattern> ways = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Pattern> way = new ArrayList<>(parts.subList(i, parts.size()));
            way.set(0, of(way.get(0), name));
            ways.add(sequence(way));
            if (!mayBeEmpty(parts.get(i))) {
                break;
            }
        }
        return choice(ways);
    }

    /** The parts interleaved, in as many ways as there are parts, one of them changed in each. */
    private static List<Pattern> eachPart(List<Pattern> parts, Function<Pattern, Pattern> change) {
        List<Pattern> ways = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Pattern> way = new ArrayList<>(parts);
            way.set(i, change.apply(parts.get(i)));
            ways.add(interleaved(way));
        }
        return ways;
    }

    /** Whether nothing at all matches. */
    static boolean isNothing(Pattern pattern) {
        return pattern.equals(NOTHING);
    }

    /** Whether the empty stream matches. */
    static boolean mayBeEmpty(Pattern pattern) {
        if (pattern instanceof Pattern.One) {
            return false;
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice.parts().stream().anyMatch(Derivative::mayBeEmpty);
        } else if (pattern instanceof Pattern.Repeated repeated) {
            return repeated.optional() || mayBeEmpty(repeated.part());
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            return interleaved.parts().stream().allMatch(Derivative::mayBeEmpty);
        }
        return ((Pattern.Sequence) pattern).parts().stream().allMatch(Derivative::mayBeEmpty);
    }

    /** All headers and records that the pattern names. */
    static Set<String> names(Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        if (pattern instanceof Pattern.One one) {
            names.add(one.name());
        } else if (pattern instanceof Pattern.Choice choice) {
            choice.parts().forEach(part -> names.addAll(names(part)));
        } else if (pattern instanceof Pattern.Repeated repeated) {
            names.addAll(names(repeated.part()));
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            interleaved.parts().forEach(part -> names.addAll(names(part)));
        } else if (pattern instanceof Pattern.Sequence sequence) {
            sequence.parts().forEach(part -> names.addAll(names(part)));
        }
        return names;
    }

    /** The same pattern in the form that derivatives have. */
    static Pattern simplified(Pattern pattern) {
        if (pattern instanceof Pattern.Choice choice) {
            return choice(choice.parts().stream().map(Derivative::simplified).toList());
        } else if (pattern instanceof Pattern.Repeated repeated) {
            return new Pattern.Repeated(simplified(repeated.part()), repeated.optional(), repeated.many());
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            return interleaved(
                    interleaved.parts().stream().map(Derivative::simplified).toList());
        } else if (pattern instanceof Pattern.Sequence sequence) {
            return sequence(
                    sequence.parts().stream().map(Derivative::simplified).toList());
        }
        return pattern;
    }

    private static Pattern sequence(List<Pattern> parts) {
        List<Pattern> flat = new ArrayList<>();
        for (Pattern part : parts) {
            if (isNothing(part)) {
                return NOTHING;
            } else if (part instanceof Pattern.Sequence inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Pattern.Sequence(flat);
    }

    private static Pattern choice(List<Pattern> parts) {
        Set<Pattern> flat = new LinkedHashSet<>();
        for (Pattern part : parts) {
            if (part instanceof Pattern.Choice inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1
                ? flat.iterator().next()
                : new Pattern.Choice(sorted(flat.stream().toList()));
    }

    private static Pattern interleaved(List<Pattern> parts) {
        List<Pattern> flat = new ArrayList<>();
        for (Pattern part : parts) {
            if (isNothing(part)) {
                return NOTHING;
            } else if (part instanceof Pattern.Interleaved inner) {
                flat.addAll(inner.parts());
            } else if (!part.equals(EMPTY)) {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? EMPTY : flat.size() == 1 ? flat.get(0) : new Pattern.Interleaved(sorted(flat));
    }

    private static List<Pattern> sorted(List<Pattern> parts) {
        return parts.stream().sorted(Comparator.comparing(Pattern::toString)).toList();
    }
}

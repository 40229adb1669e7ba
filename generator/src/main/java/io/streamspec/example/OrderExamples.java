package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.example.Words.Wish;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Preamble;
import io.streamspec.model.Precedence;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Rule;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Examples of rules about the order of headers and records: short streams that have it, and streams that have not. */
final class OrderExamples {

    private static final String END = "the end";

    private final Specification specification;
    private final HeaderExamples headers;
    private final Words words;

    OrderExamples(Specification specification, ConditionExamples conditions) {
        this.specification = specification;
        this.headers = new HeaderExamples(specification, conditions);
        this.words = new Words(specification);
    }

    Optional<RuleExample> of(Rule rule) {
        if (rule.kind() == Rule.Kind.BEFORE) {
            return precedence(rule);
        } else if (rule.kind() == Rule.Kind.IMPLIED) {
            return implied(rule);
        }
        for (StreamGrammar stream : specification.streams()) {
            if (rule.id().equals(RuleIds.order(stream.name()))) {
                return pattern(stream);
            }
        }
        if (rule.id().equals(RuleIds.order("headers"))) {
            return headers.example();
        } else if (rule.id().equals(RuleIds.order("end"))) {
            return first(this::nothingBehind);
        }
        return rule.id().equals(RuleIds.order("streams_inside")) ? inside() : Optional.empty();
    }

    private Optional<RuleExample> first(java.util.function.Function<StreamGrammar, Optional<RuleExample>> search) {
        return specification.streams().stream()
                .map(search)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A shortest stream, and the same without one of its headers or records. */
    private Optional<RuleExample> pattern(StreamGrammar stream) {
        return words.shortest(stream, Wish.any()).flatMap(word -> {
            List<List<String>> others = new ArrayList<>();
            for (int i = word.size() - 1; i >= 0; i--) {
                List<String> without = new ArrayList<>(word);
                without.remove(i);
                others.add(without);
            }
            Collections.rotate(others, -1); // what stands before the end tells more than the end
            return others.stream()
                    .filter(other -> !Words.accepts(stream, other))
                    .findFirst()
                    .map(other -> new RuleExample(text(word), text(other)));
        });
    }

    /** A stream that ends where it may, and one with a record more, where none may follow. */
    private Optional<RuleExample> nothingBehind(StreamGrammar stream) {
        return words.shortest(stream, new Wish(List.of(), true, true))
                .filter(word -> !word.isEmpty())
                .map(word -> {
                    String last = word.get(word.size() - 1);
                    return new RuleExample(last + ", " + END, last + ", " + last);
                });
    }

    /** A stream without the record, which stands in parentheses where it counts as read. */
    private Optional<RuleExample> implied(Rule rule) {
        return specification.implications().stream()
                .filter(implication -> rule.id().equals(RuleIds.implied(implication)))
                .findFirst()
                .flatMap(implication -> specification.streams().stream()
                        .filter(stream -> stream.name().equals(implication.stream()))
                        .findFirst()
                        .flatMap(stream -> words.shortest(stream, new Wish(List.of(implication.before()), true, false)))
                        .map(word -> {
                            List<String> read = new ArrayList<>(word);
                            read.add(word.indexOf(implication.before()), "(" + implication.record() + ")");
                            return new RuleExample(text(read), "");
                        }));
    }

    private Optional<RuleExample> precedence(Rule rule) {
        for (Precedence precedence : specification.precedences()) {
            for (int i = 0; i + 1 < precedence.order().size(); i++) {
                String before = precedence.order().get(i);
                String after = precedence.order().get(i + 1);
                if (rule.id().equals(RuleIds.before(before, after))) {
                    return first(stream -> precedence(stream, before, after));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RuleExample> precedence(StreamGrammar stream, String before, String after) {
        return words.shortest(stream, new Wish(List.of(before, after), true, false))
                .map(word -> {
                    List<String> turned = words.shortest(stream, new Wish(List.of(after, before), false, false))
                            .orElseGet(() -> swapped(word, before, after));
                    if (!Words.observes(word, before, after) || Words.observes(turned, before, after)) {
                        throw new IllegalStateException("no order of " + before + " and " + after + ": " + turned);
                    }
                    return new RuleExample(text(word), text(turned));
                });
    }

    private static List<String> swapped(List<String> word, String before, String after) {
        List<String> turned = new ArrayList<>(word);
        Collections.swap(turned, turned.indexOf(before), turned.indexOf(after));
        return turned;
    }

    /** What a continuation means: the stream inside begins at once, before any other record, or behind the last header. */
    private Optional<RuleExample> inside() {
        return insideOfRecord().or(() -> specification.preamble().continuations().stream()
                .findFirst()
                .map(OrderExamples::behindHeader));
    }

    private static RuleExample behindHeader(Preamble.Continuation next) {
        String end = next.until().isEmpty() ? "" : " up to " + next.until().get(0);
        String where = next.when()
                .map(when -> ", where " + ExpressionText.of(when, ""))
                .orElse("");
        return new RuleExample(
                next.header() + ", a stream of " + next.specification() + end + where,
                next.header() + ", " + END + where);
    }

    private Optional<RuleExample> insideOfRecord() {
        for (RecordKind kind : specification.records()) {
            if (kind.continuation().isPresent()) {
                String inner = kind.continuation().get().specification();
                String last = kind.continuation().get().until().get(0);
                return follower(kind.name())
                        .map(next -> new RuleExample(
                                kind.name() + ", a stream of " + inner + " up to " + last + ", " + next,
                                kind.name() + ", " + next));
            }
        }
        return Optional.empty();
    }

    /** A record that may come behind the stream inside of the record {@code name}. */
    private Optional<String> follower(String name) {
        return specification.streams().stream()
                .map(stream -> words.shortest(stream, new Wish(List.of(name), true, false)))
                .flatMap(Optional::stream)
                .filter(word -> word.indexOf(name) + 1 < word.size())
                .map(word -> word.get(word.indexOf(name) + 1))
                .findFirst();
    }

    private static String text(List<String> word) {
        return word.isEmpty() ? "nothing" : String.join(", ", word);
    }
}

package io.streamspec.resolve;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Implication;
import io.streamspec.model.Preamble.OrderMark;
import io.streamspec.model.Precedence;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification.BitReference;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.read.LayoutRule.Name;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what rules say of the stream as a whole. */
final class StreamRules {

    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final List<LayoutRule> rules;

    StreamRules(List<LayoutRule> rules, Symbols symbols, Diagnostics diagnostics) {
        this.rules = List.copyOf(rules);
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** The rules of this kind, in order. */
    <T extends LayoutRule> List<T> all(Class<T> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The rule of this kind, which may be given once. */
    <T extends LayoutRule> Optional<T> one(Class<T> kind) {
        return one(all(kind));
    }

    private <T extends LayoutRule> Optional<T> one(List<T> found) {
        if (found.size() > 1) {
            diagnostics.report(Faults.RULE_TWICE
                    .at(found.get(1).span(), "this is said for the second time")
                    .hint("keep one of the two rules")
                    .seeAlso(found.get(0).span(), "first said here"));
        }
        return found.stream().findFirst();
    }

    /** The limit of a record's body: the one that names a field, or the structure {@code frame}. */
    Optional<LayoutRule.Limit> frameLimit(String frame) {
        return one(all(LayoutRule.Limit.class).stream()
                .filter(rule -> !isOfHeader(rule, Optional.of(frame)))
                .toList());
    }

    /** The limits of headers: those that name another structure than {@code frame}, or all if the stream has no records. */
    List<LayoutRule.Limit> headerLimits(Optional<String> frame) {
        return all(LayoutRule.Limit.class).stream()
                .filter(rule -> frame.isEmpty() || isOfHeader(rule, frame))
                .toList();
    }

    private boolean isOfHeader(LayoutRule.Limit rule, Optional<String> frame) {
        Optional<Structure> named = symbols.structure(rule.field().text());
        return named.isPresent() && frame.filter(named.get().name()::equals).isEmpty();
    }

    Optional<String> shortName() {
        return one(LayoutRule.ShortName.class).map(rule -> {
            String name = Words.snake(rule.name().text());
            if (!name.matches("[a-z][a-z0-9_]*")) {
                diagnostics.report(Faults.RULE_MISFIT
                        .at(
                                rule.name().span(),
                                "'%s' cannot be a short name",
                                rule.name().text())
                        .hint("use letters and digits, a letter first"));
                return "stream";
            }
            return name;
        });
    }

    /** Sets the order of all structures that have none of their own, if a rule outside of a section says one. */
    void applyOrder(List<LayoutRule.Order> general) {
        for (LayoutRule.Order rule : general) {
            if (rule.kind() != LayoutRule.Order.Kind.FROM_FLAG) {
                ByteOrder order = rule.kind() == LayoutRule.Order.Kind.BIG ? ByteOrder.BIG : ByteOrder.LITTLE;
                symbols.structures().stream()
                        .filter(structure -> structure.byteOrder() == ByteOrder.STREAM)
                        .forEach(structure -> symbols.change(structure.name(), old -> old.withByteOrder(order)));
            }
        }
    }

    /** The bit that tells the byte order: the one a rule names, or the one whose values are little- and big-endian. */
    Optional<BitReference> endianFlag() {
        Optional<Name> source = orderSource();
        if (source.isPresent()) {
            return orderMark().isPresent() ? Optional.empty() : bit(source.get());
        }
        for (Structure structure : symbols.structures()) {
            for (Field field : structure.fields()) {
                if (field.type() instanceof FieldType.Flags bits) {
                    Optional<BitReference> found = bits.bits().stream()
                            .filter(range -> range.width() == 1 && tellsOrder(range.meanings()))
                            .map(range -> new BitReference(structure.name(), field.name(), range.low()))
                            .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a rule says to tell the byte order. */
    Optional<Name> orderSource() {
        return all(LayoutRule.Order.class).stream()
                .flatMap(rule -> rule.flag().stream())
                .findFirst();
    }

    /** That, if it is a constant. */
    Optional<OrderMark> orderMark() {
        return orderSource()
                .filter(name -> name.parts().size() == 2)
                .flatMap(name -> symbols.structure(name.parts().get(0)).flatMap(structure -> structure
                        .called(name.parts().get(1))
                        .filter(field -> field.type() instanceof FieldType.Constant)
                        .map(field -> new OrderMark(structure.name(), field.name()))));
    }

    private boolean tellsOrder(List<Enumeration.Value> meanings) {
        Optional<Enumeration.Value> little = meanings.stream()
                .filter(value -> value.name().equals("little_endian"))
                .findFirst();
        boolean big = meanings.stream().anyMatch(value -> value.name().equals("big_endian"));
        if (little.isPresent() && big && little.get().value().signum() != 0) {
            diagnostics.report(Faults.BYTE_ORDER_FLAG
                    .at(little.get().span(), "the byte order bit means little-endian when it is set")
                    .hint("only 0 = little-endian, 1 = big-endian is supported"));
        }
        return little.isPresent() && big;
    }

    private Optional<BitReference> bit(Name name) {
        Expression found =
                Expressions.ofStream(symbols, diagnostics).resolve(new LayoutRule.Term.Reference(name, name.span()));
        if (found instanceof Expression.FieldValue value && value.bits().isPresent()) {
            return symbols.structure(value.structure())
                    .flatMap(structure -> structure.field(value.field()))
                    .flatMap(field -> Expressions.bits(field, value.bits().get()))
                    .map(range -> new BitReference(value.structure(), value.field(), range.low()));
        }
        if (found instanceof Expression.FieldValue) {
            diagnostics.report(Faults.BYTE_ORDER_FLAG
                    .at(name.span(), "'%s' is not one bit of a field", name.text())
                    .hint("name the bit, as in header.options.endianness, or a constant"));
        }
        return Optional.empty();
    }

    /** The framing that a rule or the shape of a diagram gives; {@code drawn} are its fields as drawn. */
    Framing framing(Structure frame, List<String> drawn) {
        return new FramingRules(this, symbols, diagnostics).framing(frame, drawn);
    }

    /** Adds to the records what rules say of them one by one. */
    void applyToRecords() {
        for (LayoutRule.Since since : all(LayoutRule.Since.class)) {
            for (Name name : since.records()) {
                if (known(name)) {
                    symbols.changeRecord(
                            name.text(),
                            kind -> with(kind, Optional.of(since.version().longValue()), kind.continuation()));
                }
            }
        }
        for (LayoutRule.Continues continues : all(LayoutRule.Continues.class)) {
            if (symbols.record(continues.behind().text()).isPresent() && isOfRecord(continues)) {
                RecordKind.Continuation continuation = new RecordKind.Continuation(
                        continues.specification(),
                        continues.until().stream().map(Name::text).toList());
                symbols.changeRecord(
                        continues.behind().text(), kind -> with(kind, kind.since(), Optional.of(continuation)));
            }
        }
        all(LayoutRule.Resumes.class).forEach(this::resume);
    }

    /** Whether the rule has what one of a record needs. */
    private boolean isOfRecord(LayoutRule.Continues rule) {
        boolean isSound = rule.when().isEmpty() && !rule.until().isEmpty();
        if (!isSound) {
            String problem = rule.when().isPresent()
                    ? "the stream behind a record '%s' begins at any rate"
                    : "nothing says where the stream behind '%s' stops";
            diagnostics.report(Faults.RULE_MISFIT
                    .at(rule.span(), problem, rule.behind().text())
                    .hint(
                            "write: %s continues as %s until RECORD",
                            rule.behind().text(), rule.specification()));
        }
        return isSound;
    }

    private void resume(LayoutRule.Resumes rule) {
        if (!known(rule.record())) {
            return;
        }
        Optional<RecordKind.Continuation> begun =
                symbols.record(rule.record().text()).flatMap(RecordKind::continuation);
        if (begun.isEmpty()) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(
                            rule.span(),
                            "no other stream begins behind '%s'",
                            rule.record().text())
                    .hint(
                            "say so first: %s continues as ... until ...",
                            rule.record().text()));
            return;
        }
        RecordKind.Continuation resumed = new RecordKind.Continuation(
                begun.get().specification(), begun.get().until(), knownNames(rule.behind()), knownNames(rule.unless()));
        symbols.changeRecord(rule.record().text(), kind -> with(kind, kind.since(), Optional.of(resumed)));
    }

    private List<String> knownNames(List<Name> names) {
        return names.stream().filter(this::known).map(Name::text).toList();
    }

    private static RecordKind with(
            RecordKind kind, Optional<Long> since, Optional<RecordKind.Continuation> continuation) {
        return new RecordKind(
                kind.type(),
                kind.last(),
                kind.name(),
                kind.structure(),
                kind.deprecated(),
                kind.note(),
                since,
                continuation,
                kind.span());
    }

    private boolean known(Name name) {
        boolean known = symbols.record(name.text()).isPresent();
        if (!known) {
            Expressions.unknownName(name.span(), name.text(), symbols.streamNames(), diagnostics);
        }
        return known;
    }

    List<Precedence> precedences() {
        List<Precedence> precedences = new ArrayList<>();
        for (LayoutRule.Before rule : all(LayoutRule.Before.class)) {
            precedences.add(new Precedence(rule.must(), knownNames(rule.order()), rule.span()));
        }
        return precedences;
    }

    List<Implication> implications(List<StreamGrammar> streams) {
        List<Implication> implications = new ArrayList<>();
        List<String> names = streams.stream().map(StreamGrammar::name).toList();
        for (LayoutRule.Imply rule : all(LayoutRule.Imply.class)) {
            if (!names.contains(rule.stream().text())) {
                Expressions.unknownName(rule.stream().span(), rule.stream().text(), names, diagnostics);
            } else if (known(rule.record()) && known(rule.before())) {
                implications.add(new Implication(
                        rule.stream().text(),
                        rule.record().text(),
                        rule.before().text(),
                        rule.span()));
            }
        }
        return implications;
    }

    List<StreamGrammar> streams() {
        List<StreamGrammar> streams = new ArrayList<>();
        for (LayoutRule.Stream rule : all(LayoutRule.Stream.class)) {
            Optional<Expression> when = rule.when().map(Expressions.ofStream(symbols, diagnostics)::resolve);
            String text = rule.span().text().replaceAll("\\s+", " ").strip();
            streams.add(new StreamGrammar(rule.name().text(), when, pattern(rule.pattern()), text, rule.span()));
        }
        return streams;
    }

    private StreamGrammar.Pattern pattern(LayoutRule.Pattern pattern) {
        if (pattern instanceof LayoutRule.Pattern.One one) {
            return one(one);
        } else if (pattern instanceof LayoutRule.Pattern.Sequence sequence) {
            return new StreamGrammar.Pattern.Sequence(patterns(sequence.parts()));
        } else if (pattern instanceof LayoutRule.Pattern.Choice choice) {
            return new StreamGrammar.Pattern.Choice(patterns(choice.parts()));
        } else if (pattern instanceof LayoutRule.Pattern.Interleaved interleaved) {
            return new StreamGrammar.Pattern.Interleaved(patterns(interleaved.parts()));
        }
        LayoutRule.Pattern.Repeated repeated = (LayoutRule.Pattern.Repeated) pattern;
        return new StreamGrammar.Pattern.Repeated(pattern(repeated.part()), repeated.optional(), repeated.many());
    }

    private List<StreamGrammar.Pattern> patterns(List<LayoutRule.Pattern> parts) {
        return parts.stream().map(this::pattern).toList();
    }

    private StreamGrammar.Pattern one(LayoutRule.Pattern.One one) {
        String name = one.name().text();
        if (symbols.record(name).isPresent()) {
            return new StreamGrammar.Pattern.One(name);
        }
        Optional<Structure> header = symbols.structure(name);
        if (header.isEmpty()) {
            Expressions.unknownName(one.span(), name, symbols.streamNames(), diagnostics);
        }
        return new StreamGrammar.Pattern.One(header.map(Structure::name).orElse(name));
    }

    /** Reports structures whose byte order nothing tells. */
    void reportUnknownOrder(boolean isTold, Span title) {
        boolean open = symbols.structures().stream()
                .anyMatch(structure -> structure.byteOrder() == ByteOrder.STREAM
                        && structure.fields().stream().anyMatch(field -> !field.isIgnored()));
        if (open && !isTold) {
            diagnostics.report(Faults.BYTE_ORDER_UNKNOWN
                    .at(title, "nothing tells the byte order of this stream")
                    .hint("add a layout rule: byte order big, byte order little, or byte order from header.flags.bit"));
        }
    }
}

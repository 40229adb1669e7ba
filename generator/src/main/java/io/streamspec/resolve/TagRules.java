package io.streamspec.resolve;

import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import java.math.BigInteger;
import java.util.Optional;

/** Checks that records without a head begin with the tag by which they are told. */
final class TagRules {

    private final Symbols symbols;
    private final Diagnostics diagnostics;

    private TagRules(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    static void check(Framing framing, Symbols symbols, Diagnostics diagnostics) {
        if (framing.isTagged()) {
            TagRules rules = new TagRules(symbols, diagnostics);
            int width = symbols.structure(framing.structure())
                    .flatMap(frame -> frame.field(framing.type()))
                    .flatMap(field -> TypeRules.width(field.type()))
                    .orElse(0);
            symbols.records().forEach(kind -> rules.check(kind, framing.type(), width));
        }
    }

    private void check(RecordKind kind, String tag, int width) {
        Optional<Structure> structure = kind.structure().flatMap(symbols::structure);
        if (structure.isEmpty()) {
            return; // which has been told
        }
        Optional<Field> first = structure.get().fields().stream().findFirst();
        boolean isTag = first.filter(field -> field.when().isEmpty())
                .flatMap(field -> TypeRules.width(field.type()))
                .filter(octets -> octets == width)
                .isPresent();
        if (!isTag) {
            report(first.map(Field::span).orElse(structure.get().span()), kind, tag, width);
        } else if (kind.isRange() && !(first.get().type() instanceof FieldType.Scalar)) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(
                            first.get().span(),
                            "'%s' has several numbers, but '%s' is no plain one",
                            kind.name(),
                            first.get().name())
                    .hint("describe it without constants, values or bits"));
        } else if (!kind.isRange() && !isConstant(first.get(), kind.type())) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(
                            first.get().span(),
                            "'%s' begins with '%s', which is not its number",
                            kind.name(),
                            first.get().name())
                    .hint("write in its table: 0x%s.", Long.toHexString(kind.type())));
        }
    }

    private void report(io.streamspec.source.Span place, RecordKind kind, String tag, int width) {
        diagnostics.report(Faults.RULE_MISFIT
                .at(place, "records of the kind '%s' do not begin with the tag '%s'", kind.name(), tag)
                .hint("draw it first, %s octets wide", width));
    }

    /** Octets of any width may follow the tag in one constant. */
    private static boolean isConstant(Field field, long type) {
        return field.type() instanceof FieldType.Constant constant
                && constant.accepted().isEmpty()
                && constant.value().equals(new BigInteger(Long.toUnsignedString(type)));
    }
}

package io.streamspec.write.c;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports what a header cannot say, or says in a comment only; knows the structures that it has no reader for. */
final class Unsupported {

    private static final DiagnosticId C_UNSUPPORTED = DiagnosticId.warning("c-unsupported");
    private static final DiagnosticId C_COMMENT = DiagnosticId.note("c-comment");

    /** An expression of more parts is not written: definitions of definitions can grow without bound. */
    private static final long LARGEST = 2000;

    private final CLayout layout;
    private final Specification specification;
    private final Diagnostics diagnostics;
    private final Set<String> unreadable = new HashSet<>();

    Unsupported(CLayout layout, Diagnostics diagnostics) {
        this.layout = layout;
        this.specification = layout.specification();
        this.diagnostics = diagnostics;
    }

    /** Reports all, for {@code ordered} structures: those inside of others first. */
    void report(List<Structure> ordered) {
        for (Structure structure : ordered) {
            structure.fields().forEach(field -> report(structure, field));
            if (structure.zeroExtended()) {
                diagnostics.report(C_COMMENT
                        .at(
                                structure.span(),
                                "a body of %s may lack octets, but its functions read all of them",
                                structure.name())
                        .hint("copy a short body over zeroes before they read it"));
            }
        }
        specification
                .framing()
                .filter(framing -> !CStream.isReadable(layout, framing))
                .ifPresent(framing -> {
                    if (framing.isTagged()) {
                        complain(
                                framing.span(),
                                "records cannot be found, since no length tells where the next one begins",
                                "read them by the functions of their structures, one behind the other");
                        return;
                    }
                    complain(
                            framing.span(),
                            "records cannot be found: type and length are no integers at fixed places before '"
                                    + framing.body() + "'",
                            "let only fields of fixed size stand before it");
                });
        reportComments();
    }

    /** Whether there is a function that reads the structure. */
    boolean isReadable(Structure structure) {
        return !unreadable.contains(structure.name());
    }

    private void report(Structure structure, Field field) {
        String name = "'" + field.name() + "' of " + structure.name();
        if (field.type() instanceof FieldType.Constant constant && constant.octets() > Long.BYTES) {
            complain(
                    field.span(),
                    name + " has " + constant.octets() + " octets, and no integer of C has; it stands as octets",
                    "divide it into constants of at most 8 octets");
        }
        boolean isOpenInside = CParameters.composite(field.type())
                .map(specification::structure)
                .filter(inner -> !isReadable(inner))
                .isPresent();
        if (!isOpenInside && layout.isFixed(structure)) {
            return;
        }
        if (isOpenInside || !isFindable(field.type())) {
            unreadable.add(structure.name());
            complain(
                    field.span(),
                    name + " has elements without an end of their own, for which there is no C",
                    "make the elements a structure that has its own count");
        } else if (CParameters.expressions(field).stream()
                .anyMatch(expression -> !isPrintable(structure, expression))) {
            unreadable.add(structure.name());
            complain(
                    field.span(),
                    name + " depends on a formula for which there is no C",
                    "use shorter formulas, and sizes of fields that are no structures");
        }
    }

    private boolean isFindable(FieldType type) {
        if (!(type instanceof FieldType.Array array)) {
            return true;
        }
        FieldType element = array.element();
        return layout.size(element).isPresent()
                || element instanceof FieldType.Composite
                || CParameters.extent(element)
                        .filter(extent -> extent instanceof Extent.Terminated
                                || extent instanceof Extent.Computed && !(element instanceof FieldType.Array))
                        .isPresent();
    }

    private boolean isPrintable(Structure structure, Expression expression) {
        return isShort(structure, expression)
                && expression.leaves().stream().noneMatch(leaf -> isOfStructure(structure, leaf));
    }

    /** Whether an expression can be written out, definitions put in. */
    static boolean isShort(Structure structure, Expression expression) {
        return CParameters.weight(structure, expression, LARGEST) < LARGEST;
    }

    /** Whether the size of a structure inside is asked for, which its reader does not tell. */
    private boolean isOfStructure(Structure structure, Expression leaf) {
        Expression own = CParameters.own(structure, leaf);
        if (own != leaf) {
            return own.leaves().stream().anyMatch(inner -> isOfStructure(structure, inner));
        }
        return leaf instanceof Expression.Measure measure
                && structure
                        .field(measure.field())
                        .filter(field -> field.type() instanceof FieldType.Composite
                                && layout.size(field.type()).isEmpty())
                        .isPresent();
    }

    private void reportComments() {
        long rules = specification.structures().stream()
                .mapToLong(structure -> structure.constraints().size())
                .sum();
        int orders = specification.streams().size()
                + specification.precedences().size()
                + specification.implications().size();
        if (rules + orders > 0) {
            diagnostics.report(C_COMMENT
                    .at(
                            specification.span(),
                            "%s on fields and %d on the order of records stand as comments in the C header",
                            Count.of(rules, "rule"),
                            orders)
                    .hint("programs that use it have to observe them"));
        }
    }

    private void complain(Span span, String problem, String hint) {
        diagnostics.report(C_UNSUPPORTED.at(span, "%s", problem).hint("%s", hint));
    }
}

package io.streamspec.write.java;

import io.streamspec.model.Automaton;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.HashSet;
import java.util.Set;

/** Reports what a model may say but generated Java cannot do. */
final class Unsupported {

    static final DiagnosticId JAVA_UNSUPPORTED = DiagnosticId.error("java-unsupported");

    /** Classes have room for so many constants with names: class files limit both. */
    private static final int MOST_VALUES = 2000;

    private final Specification specification;
    private final Diagnostics diagnostics;

    private Unsupported(Specification specification, Diagnostics diagnostics) {
        this.specification = specification;
        this.diagnostics = diagnostics;
    }

    static void report(Specification specification, Diagnostics diagnostics) {
        Unsupported unsupported = new Unsupported(specification, diagnostics);
        for (Structure structure : specification.structures()) {
            structure.fields().forEach(unsupported::report);
        }
        specification.enumerations().forEach(unsupported::report);
        specification.framing().ifPresent(unsupported::report);
        specification.streams().forEach(unsupported::report);
    }

    private void report(Field field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Array array && !isEven(array.element())) {
            complain(
                    field.span(),
                    field.name(),
                    "is an array whose elements have no extent of their own",
                    "make the elements a structure that has its own count");
        }
    }

    /** Whether elements of this type have a size, or tell where they end. */
    private boolean isEven(FieldType type) {
        if (Placement.of(specification).size(type).isPresent() || type instanceof FieldType.Composite) {
            return true;
        }
        return References.extent(type)
                .filter(extent -> extent instanceof Extent.Terminated
                        || extent instanceof Extent.Computed && !(type instanceof FieldType.Array))
                .isPresent();
    }

    private void report(Enumeration enumeration) {
        int rows = enumeration.values().size() + enumeration.reserved().size();
        if (rows > MOST_VALUES) {
            complain(
                    enumeration.span(),
                    enumeration.name(),
                    "has " + rows + " values and ranges",
                    "a class has room for " + MOST_VALUES + " of them: divide the table");
        }
        Set<Object> seen = new HashSet<>();
        for (Enumeration.Value value : enumeration.values()) {
            if (value.value().bitLength() > Long.SIZE) {
                complain(value.span(), value.spelling(), "has more than 64 bits", "give a smaller value");
            } else if (!seen.add(value.value())) {
                complain(
                        value.span(),
                        value.spelling(),
                        "stands twice in '" + enumeration.name() + "'",
                        "remove one of the values");
            }
        }
    }

    /** A head of varying size cannot be read before it is known. */
    private void report(Framing framing) {
        Placement placement = Placement.of(specification);
        boolean isFixed = placement.fields(specification.structure(framing.structure())).stream()
                .filter(placed -> placed.field().name().equals(framing.body()))
                .allMatch(placed -> placed.offset().isPresent());
        if (!isFixed) {
            complain(
                    framing.span(),
                    framing.body(),
                    "starts at no fixed place in its frame",
                    "let only fields of fixed size stand before it");
        }
    }

    private void report(StreamGrammar stream) {
        if (Automaton.of(stream.pattern()).isEmpty()) {
            complain(
                    stream.span(),
                    stream.name(),
                    "has a pattern with too many states",
                    "let fewer records stand in any order (&), or repeat a choice of them (|) instead");
        }
    }

    private void complain(Span span, String name, String problem, String hint) {
        diagnostics.report(JAVA_UNSUPPORTED
                .at(span, "'%s' %s, for which there is no Java", name, problem)
                .hint("%s", hint));
    }
}

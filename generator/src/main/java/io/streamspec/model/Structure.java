package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A header, a record's body, or an element of an array: its fields, in the order they lie in the stream.
 *
 * @param name snake case, after the section or the record: {@code image_header}, {@code page_data}; the elements that
 *     another structure draws within its own diagram are named after both: {@code hvm_params.param}
 * @param section the title of the section that defines it
 * @param anchor the id of that section in {@link Specification#sections()}
 * @param description the first paragraph under the section's heading, or empty; pandoc markup
 * @param definitions names that its rules give to expressions over its fields
 * @param constraints what its rules require or expect
 * @param zeroExtended whether a record's body may be shorter than this: what it lacks reads as zero, and writers write all
 */
public record Structure(
        String name,
        String section,
        String anchor,
        String description,
        ByteOrder byteOrder,
        List<Field> fields,
        List<Definition> definitions,
        List<Constraint> constraints,
        boolean zeroExtended,
        Span span) {

    public Structure {
        fields = List.copyOf(fields);
        definitions = List.copyOf(definitions);
        constraints = List.copyOf(constraints);
    }

    /** A structure all of whose octets have to be there. */
    public Structure(
            String name,
            String section,
            String anchor,
            String description,
            ByteOrder byteOrder,
            List<Field> fields,
            List<Definition> definitions,
            List<Constraint> constraints,
            Span span) {
        this(name, section, anchor, description, byteOrder, fields, definitions, constraints, false, span);
    }

    /** The structure in whose diagram or rule this one is defined, for a dotted name. */
    public Optional<String> owner() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(name.substring(0, dot));
    }

    /** The field of that name, if there is one. */
    public Optional<Field> field(String field) {
        return fields.stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst();
    }

    /** The field that goes by that name or symbol, if there is one. */
    public Optional<Field> called(String nameOrSymbol) {
        return field(nameOrSymbol).or(() -> fields.stream()
                .filter(candidate ->
                        candidate.symbol().filter(nameOrSymbol::equals).isPresent())
                .findFirst());
    }

    /** This structure under another name. */
    public Structure withName(String other) {
        return new Structure(
                other, section, anchor, description, byteOrder, fields, definitions, constraints, zeroExtended, span);
    }

    /** This structure with other fields. */
    public Structure withFields(List<Field> others) {
        return new Structure(
                name, section, anchor, description, byteOrder, others, definitions, constraints, zeroExtended, span);
    }

    /** This structure in another byte order. */
    public Structure withByteOrder(ByteOrder other) {
        return new Structure(
                name, section, anchor, description, other, fields, definitions, constraints, zeroExtended, span);
    }

    /** This structure with these definitions and constraints in place of its own. */
    public Structure withRules(List<Definition> definitions, List<Constraint> constraints) {
        return new Structure(
                name, section, anchor, description, byteOrder, fields, definitions, constraints, zeroExtended, span);
    }

    /** This structure, but a body may lack octets of it. */
    public Structure withZeroExtension() {
        return new Structure(
                name, section, anchor, description, byteOrder, fields, definitions, constraints, true, span);
    }

    /** {@code let name = value}: a value that other rules, also those of other structures, may use. */
    public record Definition(String name, Expression value, Span span) {}

    /** {@code require condition} (a must) or {@code expect condition} (a should); {@code id} is its {@link Rule}'s. */
    public record Constraint(String id, boolean must, Expression condition, String text, Span span) {}
}

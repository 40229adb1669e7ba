package io.streamspec.example;

import io.streamspec.model.Evolution.Place;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Small changes to a document, as somebody might make them in its next revision. */
final class Successors {

    private static final int WIDTH = 4;
    private static final long OPTIONAL_TYPES = 0x8000_0000L;
    private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?=\\D*$)");

    private final Specification specification;

    Successors(Specification specification) {
        this.specification = specification;
    }

    /** A changed document, and in words what was changed. */
    record Successor(String words, Specification document) {
        /** The same, changed once more. */
        Successor and(String more, Specification changed) {
            return new Successor(words + ", and " + more, changed);
        }
    }

    /** Changes of every kind: words, headers, bodies of records, new records. */
    List<Successor> all() {
        List<Successor> all = new ArrayList<>();
        String title = specification.title() + " in Other Words";
        all.add(new Successor("The title becomes \"" + title + "\"", specification.withTitle(title)));
        specification.headers().stream()
                .findFirst()
                .map(header -> grown(header, header))
                .ifPresent(all::add);
        growingRecord()
                .map(kind -> grown(kind.structure().orElseThrow(), kind.name()))
                .ifPresent(all::add);
        newRecords().forEach(all::add);
        return all;
    }

    /** A change of the structure of {@code place} behind it, and one before it. */
    List<Successor> around(Place place) {
        Structure structure = specification.structure(place.structure());
        List<Field> fields = new ArrayList<>(structure.fields());
        int at = fields.indexOf(structure.field(place.field()).orElseThrow());
        FieldType reserved = new FieldType.Reserved(WIDTH);
        fields.add(at, new Field(free(structure), Optional.empty(), reserved, Optional.empty(), "", structure.span()));
        String words = WIDTH + " reserved octets come before " + place;
        return List.of(grown(place.structure(), place.structure()), new Successor(words, with(structure, fields)));
    }

    /** {@code before} with a higher number in {@code place}, or else a higher revision; absent if it has no number. */
    Optional<Successor> raised(Successor before, Optional<Place> place) {
        return place.isPresent() ? place.flatMap(found -> raised(before, found)) : revised(before);
    }

    /** What that number is now, as words that follow those on another change. */
    Optional<String> unraised(Optional<Place> place) {
        return place.isPresent()
                ? place.flatMap(
                        found -> constant(specification, found).map(number -> found + " stays " + number.value()))
                : specification.revision().map(revision -> "the revision stays " + revision);
    }

    private Optional<Successor> revised(Successor before) {
        return specification.revision().flatMap(revision -> {
            Matcher number = LAST_NUMBER.matcher(revision);
            return number.find()
                    ? Optional.of(number.replaceFirst(new BigInteger(number.group())
                                    .add(BigInteger.ONE)
                                    .toString()))
                            .map(next -> before.and(
                                    "the revision goes from " + revision + " to " + next,
                                    before.document().withRevision(next)))
                    : Optional.<Successor>empty();
        });
    }

    private Optional<Successor> raised(Successor before, Place place) {
        return constant(before.document(), place).map(number -> {
            BigInteger next = number.value().add(BigInteger.ONE);
            FieldType type = new FieldType.Constant(number.octets(), next, next.toString(), number.accepted());
            Structure structure = before.document().structure(place.structure());
            List<Field> fields = structure.fields().stream()
                    .map(field -> field.name().equals(place.field()) ? field.withType(type) : field)
                    .toList();
            Specification raised = replaced(before.document(), structure.withFields(fields));
            return before.and(place + " goes from " + number.value() + " to " + next, raised);
        });
    }

    private static Optional<FieldType.Constant> constant(Specification document, Place place) {
        return document.structure(place.structure())
                .field(place.field())
                .map(Field::type)
                .filter(FieldType.Constant.class::isInstance)
                .map(FieldType.Constant.class::cast);
    }

    /** One field more in the structure {@code name}, which readers know as {@code shown}. */
    private Successor grown(String name, String shown) {
        Structure structure = specification.structure(name);
        String field = free(structure);
        FieldType type = new FieldType.Scalar(WIDTH, List.of(), Optional.empty());
        List<Field> fields = new ArrayList<>(structure.fields());
        fields.add(new Field(field, Optional.empty(), type, Optional.empty(), "", structure.span()));
        String words = shown + " gets a field '" + field + "' of " + WIDTH + " octets at its end";
        return new Successor(words, with(structure, fields));
    }

    /** A record whose body ends with a field that has an end, if possible one whose body is always of one size. */
    private Optional<RecordKind> growingRecord() {
        Placement placement = Placement.of(specification);
        return specification.records().stream()
                .filter(kind -> kind.structure()
                        .filter(body -> hasEnd(specification.structure(body)))
                        .isPresent())
                .min(Comparator.comparing(kind -> placement
                        .size(specification.structure(kind.structure().orElseThrow()))
                        .isEmpty()));
    }

    private static boolean hasEnd(Structure body) {
        List<Field> fields = body.fields();
        return !fields.isEmpty()
                && !(fields.get(fields.size() - 1).type() instanceof FieldType.Octets)
                && !(fields.get(fields.size() - 1).type() instanceof FieldType.Text)
                && !(fields.get(fields.size() - 1).type() instanceof FieldType.Array);
    }

    /** New records: one that readers may skip where there are such, and one that they may not. */
    Stream<Successor> newRecords() {
        return LongStream.of(OPTIONAL_TYPES, 0).mapToObj(this::newRecord);
    }

    /** A record of the first type from {@code from} on that no record has. */
    private Successor newRecord(long from) {
        long type = LongStream.iterate(from, next -> next + 1)
                .filter(next -> specification.records().stream().noneMatch(kind -> kind.type() == next))
                .findFirst()
                .orElseThrow();
        List<RecordKind> records = new ArrayList<>(specification.records());
        records.add(new RecordKind(
                type, "NEWS", Optional.empty(), false, "", Optional.empty(), Optional.empty(), specification.span()));
        return new Successor(
                "A record of the new type 0x%08X comes".formatted(type), specification.withRecords(records));
    }

    private static String free(Structure structure) {
        String name = "more";
        for (int copy = 2; structure.field(name).isPresent(); copy++) {
            name = "more_" + copy;
        }
        return name;
    }

    private Specification with(Structure structure, List<Field> fields) {
        return replaced(specification, structure.withFields(fields));
    }

    private static Specification replaced(Specification document, Structure changed) {
        UnaryOperator<Structure> replace = structure -> structure.name().equals(changed.name()) ? changed : structure;
        return document.withStructures(
                document.structures().stream().map(replace).toList());
    }
}

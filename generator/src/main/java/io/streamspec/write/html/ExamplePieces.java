package io.streamspec.write.html;

import io.streamspec.example.SpecificationExamples;
import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.example.SpecificationExamples.StructureExample;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Annotated hex dumps of the samples of structures. */
final class ExamplePieces {

    private static final int TONES = 6;
    private static final int MOST_OCTETS = 32;
    private static final int SHOWN_OF_LONG = 8;

    private final Specification specification;
    private final SpecificationExamples examples;
    private final Meanings meanings;

    ExamplePieces(Specification specification, SpecificationExamples examples) {
        this.specification = specification;
        this.examples = examples;
        this.meanings = new Meanings(specification);
    }

    /** The examples of structures that share a table of fields, which is that of the first. */
    List<Page.Piece> of(List<String> structures) {
        List<Page.Piece> pieces = new ArrayList<>();
        for (String name : structures) {
            StructureExample example = examples.structures().get(name);
            if (example != null) {
                pieces.add(piece(specification.structure(name), example, structures.get(0)));
            }
        }
        return pieces;
    }

    /** {@code example} with ways to the meaning of values only where there {@code is} one. */
    static Page.Piece.Example linked(Page.Piece.Example example, Predicate<String> is) {
        List<Page.OctetGroup> groups = example.groups().stream()
                .map(group -> is.test(group.meaning()) ? group : group.withoutMeaning())
                .toList();
        return new Page.Piece.Example(example.structure(), example.size(), example.java(), groups);
    }

    private Page.Piece piece(Structure structure, StructureExample example, String table) {
        List<String> kinds =
                example.parts().stream().map(ExamplePieces::kind).distinct().toList();
        List<Page.OctetGroup> groups = new ArrayList<>();
        long size = 0;
        for (Part part : example.parts()) {
            int tone = kinds.indexOf(kind(part)) % TONES;
            String meaning = meanings.of(structure, part.path(), part.shown()).orElse("");
            groups.add(group(part, tone, table + "." + part.field(), meaning));
            size += part.octets().length() / 2;
        }
        return new Page.Piece.Example(structure.name(), size(structure, size), example.java(), groups);
    }

    /** What has a colour of its own: a field, or a member whatever element it is of. */
    private static String kind(Part part) {
        return part.path().replaceAll("\\[[^\\]]*]", "");
    }

    /** Examples are little-endian where the stream decides. */
    private static String size(Structure structure, long size) {
        String order = structure.byteOrder() == ByteOrder.BIG ? "big-endian" : "little-endian";
        return size == 0 ? "no octets" : count(size) + ", " + order;
    }

    private static String count(long octets) {
        return octets == 1 ? "1 octet" : String.format(Locale.ROOT, "%,d octets", octets);
    }

    private static Page.OctetGroup group(Part part, int tone, String target, String meaning) {
        String hex = part.octets();
        long size = hex.length() / 2;
        String shown = size > MOST_OCTETS ? hex.substring(0, 2 * SHOWN_OF_LONG) : hex;
        return new Page.OctetGroup(
                String.format(Locale.ROOT, "0x%02X", part.offset()),
                shown.replaceAll("..(?=.)", "$0 "),
                rest(hex, shown),
                tone,
                target,
                part.path(),
                part.shown(),
                meaning);
    }

    /** What is left out: mostly so many octets of the same value. */
    private static String rest(String hex, String shown) {
        String rest = hex.substring(shown.length());
        if (rest.isEmpty()) {
            return "";
        }
        String first = rest.substring(0, 2);
        boolean isUniform = rest.equals(first.repeat(rest.length() / 2));
        return "and " + count(rest.length() / 2).replace(" octet", " more octet") + (isUniform ? " of " + first : "");
    }
}

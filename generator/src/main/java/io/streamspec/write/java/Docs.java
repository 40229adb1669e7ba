package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import java.util.List;

/** Javadoc made of the specification's own words. Everything that comes from there is escaped by {@link JavaText}. */
final class Docs {

    private Docs() {}

    /** The Javadoc of a record: what it is, its section, its components. */
    static CodeBlock record(Plan plan, Codec codec) {
        Structure structure = codec.structure();
        StringBuilder text = new StringBuilder();
        text.append(codec.kind()
                .map(kind -> "The body of record " + JavaText.plain(kind.name()) + ".")
                .orElse("The structure " + JavaText.plain(structure.name()) + "."));
        if (!structure.description().isBlank()) {
            text.append("\n\n<p>").append(JavaText.javadoc(structure.description()));
        }
        text.append("\n\n<p>").append(size(codec)).append(order(structure.byteOrder()));
        text.append(source(plan, structure.section(), structure.anchor())).append('\n');
        for (Member member : codec.components()) {
            text.append("\n@param ").append(member.name()).append(' ').append(inOneLine(field(member)));
        }
        return block(text.toString());
    }

    /** The Javadoc of a field's offset; of a constant, which has no accessor, it has what there is to say. */
    static CodeBlock offset(Member member) {
        String start = "Where {@code " + JavaText.plain(member.field().name()) + "} starts.";
        if (member.role() == Member.Role.FIXED && member.type() instanceof FieldType.Constant constant) {
            String words = JavaText.javadoc(member.field().description());
            return block(start + " Always " + JavaText.plain(constant.spelling()) + "."
                    + (words.isEmpty() ? "" : " " + inOneLine(words)));
        }
        return block(start);
    }

    /** The Javadoc of a static accessor. */
    static CodeBlock accessor(Member member, String element) {
        String words = member.isComponent() ? "" : " " + inOneLine(field(member));
        return block("{@code " + JavaText.plain(member.field().name()) + "}" + element
                + " of the structure in {@code b} at {@code at}." + words);
    }

    /** The Javadoc of a flags type. */
    static CodeBlock flags(Member member) {
        return block("The bits of {@code " + JavaText.plain(member.field().name()) + "}: "
                + inOneLine(field(member))
                + "\n\n@param bits all of them, reserved ones included");
    }

    /** The Javadoc of a range of bits. */
    static CodeBlock bits(BitRange range) {
        String place = range.width() == 1 ? "Bit " + range.low() : "Bits " + range.low() + " to " + range.high();
        String words = range.description().replaceFirst("^[Bb]its?\\s+[-\u2013.\\d\\s]*:\\s*", "");
        return block(place + (words.isBlank() ? "." : ": " + inOneLine(JavaText.javadoc(words))));
    }

    /** The Javadoc of an enumeration's value. */
    static CodeBlock value(Enumeration.Value value) {
        String label = inOneLine(JavaText.javadoc(value.label()));
        boolean isNoted = value.note().isBlank() || value.label().contains(value.note());
        String note = isNoted ? "" : " (" + inOneLine(JavaText.javadoc(value.note())) + ")";
        String more = value.description().isBlank() ? "" : " " + inOneLine(JavaText.javadoc(value.description()));
        return block(JavaText.plain(value.spelling()) + ": " + label + note + "." + more);
    }

    /** Text that has been escaped, as Javadoc. */
    static CodeBlock block(String javadoc) {
        return CodeBlock.of("$L\n", JavaText.wrapped(javadoc));
    }

    /** Where in which document: {@code libxc-migration-stream, Image Header}; a link where the pages have an address. */
    static String source(Plan plan, String section, String anchor) {
        Specification specification = plan.specification();
        String place = JavaText.plain(specification.name())
                + (section.isEmpty() ? "" : ", section " + JavaText.plain(section));
        return " Specified in "
                + plan.docs()
                        .map(docs -> link(docs, specification.pageName() + ".html#" + anchor, place))
                        .orElse(place)
                + ".";
    }

    private static String link(String docs, String page, String text) {
        String address = docs.isEmpty() || docs.endsWith("/") ? docs : docs + "/";
        String root = address.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|/.*") ? "" : "{@docRoot}/"; // classes lie in folders
        return "<a href=\"" + root + JavaText.plain(address + page).replace("\"", "&quot;") + "\">" + text + "</a>";
    }

    /** The document's words for a field, if it has any, its width and unit. */
    private static String field(Member member) {
        String words = JavaText.javadoc(member.field().description());
        return words + (words.isEmpty() ? "(" : " (") + width(member) + ")";
    }

    private static String width(Member member) {
        Shape shape = member.shape();
        String unit = member.type() instanceof FieldType.Scalar scalar
                ? scalar.unit().map(name -> " in " + JavaText.plain(name)).orElse("")
                : "";
        String condition = member.isConditional() ? ", not always there" : "";
        if (shape instanceof Shape.Number number) {
            boolean isWide = number.octets() == Long.BYTES;
            return "u" + 8 * number.octets() + unit + (isWide ? ", negative from 2^63 on" : "") + condition;
        } else if (shape instanceof Shape.Wrapped wrapped) {
            return "u" + 8 * wrapped.number().octets() + condition;
        } else if (shape instanceof Shape.Many many && many.element().size().isPresent()) {
            return "elements of " + Count.of(many.element().size().getAsLong(), "octet") + condition;
        } else if (shape instanceof Shape.Many) {
            return "elements" + condition;
        }
        if (shape instanceof Shape.Terminated text) {
            return "text up to an octet 0x%02X".formatted(text.terminator()) + condition;
        }
        String what = shape instanceof Shape.Bytes bytes && bytes.text() ? "characters" : "octets";
        return shape.size().isPresent() ? shape.size().getAsLong() + " " + what + condition : what + condition;
    }

    private static String size(Codec codec) {
        if (codec.size().isEmpty()) {
            return "At least " + Count.of(codec.minSize(), "octet");
        }
        long size = codec.size().getAsLong();
        return size == 0 ? "No octets" : Count.of(size, "octet");
    }

    private static String order(ByteOrder order) {
        return switch (order) {
            case BIG -> ", always big-endian.";
            case LITTLE -> ", always little-endian.";
            case STREAM -> ", in the byte order of the stream, which is that of the buffer.";
        };
    }

    private static String inOneLine(String javadoc) {
        return String.join(" ", List.of(javadoc.split("\\s+")));
    }
}

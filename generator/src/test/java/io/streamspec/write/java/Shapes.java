package io.streamspec.write.java;

import static io.streamspec.write.java.Models.array;
import static io.streamspec.write.java.Models.binary;
import static io.streamspec.write.java.Models.body;
import static io.streamspec.write.java.Models.computed;
import static io.streamspec.write.java.Models.constant;
import static io.streamspec.write.java.Models.field;
import static io.streamspec.write.java.Models.number;
import static io.streamspec.write.java.Models.reserved;
import static io.streamspec.write.java.Models.structure;
import static io.streamspec.write.java.Models.u;
import static io.streamspec.write.java.Models.value;
import static io.streamspec.write.java.Models.when;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Expression;
import io.streamspec.model.Expression.Operator;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Optional;

/** Specifications without records, with field types and names of every kind. */
final class Shapes {

    private Shapes() {}

    /** Everything is called {@code name}, where names may be the same. */
    static Specification named(String name) {
        FieldType flags = new FieldType.Flags(4, List.of(Models.bits(name, 0, 3, null)));
        Structure one = body(
                "one_" + name, field(name, u(32)), field("x_data", array(u(8), computed(value("one_" + name, name)))));
        Structure two = body("s" + name, field(name, flags), field("other", new FieldType.Octets(new Extent.ToEnd())));
        Structure three = structure(
                name, ByteOrder.BIG, field(name, array(new FieldType.Composite("s" + name), new Extent.ToEnd())));
        Structure four = body("four", field(name, new FieldType.Enumerated(1, "e_" + name)));
        Structure five = body(
                "five",
                field("tail", u(8)),
                when(
                        binary(value("five", "tail"), Operator.MORE, number(3)),
                        field(name, new FieldType.Text(new Extent.Terminated(0)))));
        return Models.specification(
                "spec",
                "spec",
                List.of(one, two, three, four, five),
                List.of(Models.enumeration("e_" + name, "1 " + (name.isBlank() || name.contains(" ") ? "x" : name))));
    }

    private static FieldType octets(Expression count) {
        return new FieldType.Octets(computed(count));
    }

    /** A structure for each way in which a field can lie. */
    static Specification all() {
        Expression tag = value("conditional", "tag");
        FieldType text = new FieldType.Text(new Extent.Terminated(0x0A));
        Field odd = field("odd", u(24));
        return Models.specification(
                "shapes",
                "shapes",
                List.of(
                        structure(
                                "numbers",
                                ByteOrder.LITTLE,
                                field("a", u(8)),
                                field("b", u(16)),
                                odd,
                                field("c", u(48)),
                                field("d", u(56)),
                                field("e", u(64)),
                                reserved(1),
                                field("f", constant(3, "ABCDEF"))),
                        structure(
                                "fixed_arrays",
                                ByteOrder.BIG,
                                field("small", array(u(16), new Extent.Fixed(3))),
                                field("parts", array(new FieldType.Composite("part"), new Extent.Fixed(2))),
                                field("grid", array(array(u(8), new Extent.Fixed(2)), new Extent.Fixed(2))),
                                field("name", new FieldType.Text(new Extent.Fixed(4))),
                                field("key", new FieldType.Octets(new Extent.Fixed(2)))),
                        body("part", field("magic", constant(1, "7F")), field("n", u(16))),
                        body(
                                "conditional",
                                field("tag", u(8)),
                                when(binary(tag, Operator.EQUAL, number(1)), field("one", u(32))),
                                when(binary(tag, Operator.EQUAL, number(2)), field("two", text)),
                                when(
                                        binary(tag, Operator.AT_LEAST, number(3)),
                                        field("three", array(u(16), computed(tag)))),
                                when(
                                        binary(tag, Operator.EQUAL, number(4)),
                                        field("four", new FieldType.Enumerated(2, "colour"))),
                                field("end", u(8))),
                        body(
                                "counted",
                                field("n", u(8)),
                                field("m", u(16)),
                                field("names", array(text, computed(value("counted", "n")))),
                                field("lengths", array(u(16), computed(value("counted", "m")))),
                                field(
                                        "blocks",
                                        array(
                                                new FieldType.Octets(new Extent.Fixed(3)),
                                                new Extent.ForEach("lengths", Optional.empty()))),
                                field("padding", new FieldType.Padding(0, 3)),
                                field("trailer", u(8))),
                        body(
                                "measured",
                                field("length", u(8)),
                                field("body", octets(binary(value("measured", "length"), Operator.MINUS, number(1)))),
                                field("rest", array(new FieldType.Composite("conditional"), new Extent.ToEnd()))),
                        body(
                                "colours",
                                field("list", array(new FieldType.Enumerated(1, "colour"), new Extent.ToEnd()))),
                        body(
                                "whole",
                                field("head", new FieldType.Composite("part")),
                                field("tail", new FieldType.Composite("measured")))),
                List.of(Models.enumeration("colour", "0 red", "255 blue", "0x80000000 far")));
    }
}

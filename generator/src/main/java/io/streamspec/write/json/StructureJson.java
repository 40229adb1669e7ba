package io.streamspec.write.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Structures and their fields, with offsets and sizes worked out. */
final class StructureJson {

    private final Specification specification;
    private final Placement placement;
    private final JsonGenerator json;

    StructureJson(Specification specification, JsonGenerator json) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.json = json;
    }

    void writeAll(String name) throws IOException {
        json.writeArrayFieldStart(name);
        for (Structure structure : specification.structures()) {
            write(structure);
        }
        json.writeEndArray();
    }

    private void write(Structure structure) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", structure.name());
        json.writeStringField("section", structure.section());
        writeText("description", structure.description());
        json.writeStringField("byteOrder", structure.byteOrder().word());
        writeNumber("size", placement.size(structure));
        json.writeNumberField("minSize", placement.minSize(structure));
        if (structure.zeroExtended()) {
            json.writeBooleanField("zeroExtended", true);
        }
        writeFields(structure);
        json.writeArrayFieldStart("definitions");
        for (Structure.Definition definition : structure.definitions()) {
            json.writeStartObject();
            json.writeStringField("name", definition.name());
            json.writeStringField("value", ExpressionText.of(definition.value(), structure.name()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("constraints");
        for (Structure.Constraint constraint : structure.constraints()) {
            json.writeStartObject();
            json.writeBooleanField("must", constraint.must());
            json.writeStringField("condition", ExpressionText.of(constraint.condition(), structure.name()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeFields(Structure structure) throws IOException {
        json.writeArrayFieldStart("fields");
        for (Placement.Placed placed : placement.fields(structure)) {
            Field field = placed.field();
            json.writeStartObject();
            json.writeStringField("name", field.name());
            if (!field.label().equals(field.name())) {
                json.writeStringField("label", field.label());
            }
            if (field.symbol().isPresent()) {
                json.writeStringField("symbol", field.symbol().get());
            }
            writeNumber("offset", placed.offset());
            writeType(field.type(), structure.name());
            if (field.when().isPresent()) {
                json.writeStringField("when", ExpressionText.of(field.when().get(), structure.name()));
            }
            if (!field.indexes().isEmpty()) {
                json.writeArrayFieldStart("indexes");
                for (String index : field.indexes()) {
                    json.writeString(index);
                }
                json.writeEndArray();
            }
            writeText("description", field.description());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeType(FieldType type, String structure) throws IOException {
        writeNumber("octets", width(type));
        json.writeStringField("kind", kind(type));
        if (type instanceof FieldType.Scalar scalar) {
            writeScalar(scalar);
        } else if (type instanceof FieldType.Constant constant) {
            writeConstant(constant);
        } else if (type instanceof FieldType.Enumerated enumerated) {
            json.writeStringField("enumeration", enumerated.enumeration());
            if (enumerated.open()) {
                json.writeBooleanField("open", true);
            }
        } else if (type instanceof FieldType.Flags flags) {
            writeBits(flags.bits());
        } else if (type instanceof FieldType.Padding padding) {
            json.writeNumberField("least", padding.least());
            json.writeNumberField("most", padding.most());
        } else if (type instanceof FieldType.Octets octets) {
            writeExtent(octets.extent(), structure);
        } else if (type instanceof FieldType.Text text) {
            writeExtent(text.extent(), structure);
        } else if (type instanceof FieldType.Array array) {
            writeExtent(array.extent(), structure);
            json.writeObjectFieldStart("element");
            writeType(array.element(), structure);
            json.writeEndObject();
        } else if (type instanceof FieldType.Composite composite) {
            json.writeStringField("structure", composite.structure());
            writeFields(specification.structure(composite.structure()));
        }
    }

    private void writeScalar(FieldType.Scalar scalar) throws IOException {
        if (!scalar.allowed().isEmpty()) {
            json.writeArrayFieldStart("allowed");
            for (FieldType.ValueRange range : scalar.allowed()) {
                json.writeStartObject();
                json.writeNumberField("from", range.from());
                json.writeNumberField("to", range.to());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (scalar.unit().isPresent()) {
            json.writeStringField("unit", scalar.unit().get());
        }
    }

    private void writeConstant(FieldType.Constant constant) throws IOException {
        json.writeStringField("value", hexadecimal(constant.value(), constant.octets()));
        json.writeStringField("spelling", constant.spelling());
        if (!constant.accepted().isEmpty()) {
            json.writeArrayFieldStart("accepted");
            for (BigInteger value : constant.accepted()) {
                json.writeString(hexadecimal(value, constant.octets()));
            }
            json.writeEndArray();
        }
    }

    private void writeBits(List<BitRange> bits) throws IOException {
        json.writeArrayFieldStart("bitFields");
        for (BitRange range : bits) {
            json.writeStartObject();
            json.writeStringField("name", range.name());
            json.writeObjectFieldStart("bits");
            json.writeNumberField("from", range.low());
            json.writeNumberField("to", range.high());
            json.writeEndObject();
            json.writeBooleanField("reserved", range.reserved());
            if (range.enumeration().isPresent()) {
                json.writeStringField("enumeration", range.enumeration().get());
            }
            if (!range.meanings().isEmpty()) {
                json.writeArrayFieldStart("meanings");
                for (Enumeration.Value value : range.meanings()) {
                    JsonWriter.writeValue(json, value);
                }
                json.writeEndArray();
            }
            writeText("description", range.description());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** {@code count} where one number says how many, {@code extent} in the words of the rule language always. */
    private void writeExtent(Extent extent, String structure) throws IOException {
        json.writeStringField("extent", ExpressionText.of(extent, structure));
        if (extent instanceof Extent.Fixed fixed) {
            json.writeNumberField("count", fixed.count());
        } else if (extent instanceof Extent.Computed computed) {
            json.writeStringField("count", ExpressionText.of(computed.count(), structure));
        }
    }

    /** The width of one element. */
    private OptionalLong width(FieldType type) {
        return type instanceof FieldType.Array array ? width(array.element()) : placement.size(type);
    }

    private static String kind(FieldType type) {
        if (type instanceof FieldType.Enumerated) {
            return "enumeration";
        } else if (type instanceof FieldType.Composite) {
            return "structure";
        }
        return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String hexadecimal(BigInteger value, int octets) {
        return ("0x%0" + 2 * octets + "X").formatted(value);
    }

    private void writeNumber(String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }

    private void writeText(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}

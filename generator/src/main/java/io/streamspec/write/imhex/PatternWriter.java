package io.streamspec.write.imhex;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a pattern for ImHex for each specification. */
public final class PatternWriter {

    private static final DiagnosticId IMHEX_COMMENT = DiagnosticId.note("imhex-comment");

    private final Specification specification;
    private final PatternNames names = new PatternNames();
    private final Globals globals;
    private final PatternCode code = new PatternCode();

    private PatternWriter(Specification specification) {
        this.specification = specification;
        this.globals = new Globals(specification, names);
    }

    /** The patterns of {@code specifications}; what they cannot say is reported. */
    public static List<OutputFile> write(List<Specification> specifications, Diagnostics diagnostics) {
        List<OutputFile> files = new ArrayList<>();
        for (Specification specification : specifications) {
            report(specification, diagnostics);
            files.add(new OutputFile(specification.pageName() + ".hexpat", new PatternWriter(specification).pattern()));
        }
        return files;
    }

    private static void report(Specification specification, Diagnostics diagnostics) {
        boolean hasRules = !specification.streams().isEmpty()
                || !specification.precedences().isEmpty()
                || specification.structures().stream()
                        .anyMatch(structure -> !structure.constraints().isEmpty());
        boolean hasOthers = specification.records().stream()
                .anyMatch(kind -> kind.continuation().isPresent());
        if (hasRules || hasOthers) {
            diagnostics.report(IMHEX_COMMENT
                    .at(
                            specification.span(),
                            "the ImHex pattern shows where fields lie; it checks no rules%s",
                            hasOthers ? ", and shows streams inside of the stream as octets" : "")
                    .hint("streamspec inspect checks them"));
        }
    }

    private String pattern() {
        code.comment(specification.title());
        code.comment(
                "Generated from a specification; changes belong there. It follows the manual of ImHex, but was not run:"
                        + " no ImHex was at hand where this was written.");
        code.gap();
        code.line("#pragma endian little");
        code.line("#pragma array_limit 0x10000000");
        code.line("#pragma pattern_limit 0x10000000").gap();
        code.line("import std.core;");
        code.line("import std.mem;").gap();
        addVariables();
        specification.enumerations().forEach(this::addEnumeration);
        Map<String, Structure> ordered = new LinkedHashMap<>();
        specification.structures().forEach(structure -> place(structure, ordered));
        String frame = specification.framing().map(Framing::structure).orElse("");
        for (Structure structure : ordered.values()) {
            if (!structure.name().equals(frame)) {
                new PatternStructure(specification, names, globals, structure, code).add(fields(structure), List.of());
            }
        }
        specification.framing().filter(framing -> !framing.isTagged()).ifPresent(this::addRecord);
        addStream();
        return code.toString();
    }

    private void addVariables() {
        code.comment("Where the body at hand ends, and what later structures need to know of earlier ones");
        code.line("u128 " + Globals.END + " = std::mem::base_address() + std::mem::size();");
        globals.all().forEach(variable -> code.line("u128 " + variable + " = 0;"));
        if (!globals.told().isEmpty()) {
            code.comment("What is not in the stream: to be filled in before the pattern is run");
            globals.told().forEach(variable -> code.line("u128 " + variable + " in;"));
        }
        code.gap();
        code.line("fn " + Globals.WITHIN + "(auto value, auto from, auto to, auto ... others) {");
        code.line("if (value >= from && value <= to) {");
        code.line("return true;");
        code.line("}");
        code.line("if (std::sizeof_pack(others) > 0) {");
        code.line("return " + Globals.WITHIN + "(value, others);");
        code.line("}");
        code.line("return false;");
        code.line("};").gap();
        code.line("struct " + Globals.OCTETS + "<auto size> {");
        code.line("u8 octets[size];");
        code.line("};").gap();
        code.line("struct " + Globals.LINE + "<auto terminator> {");
        code.line("char text[while(std::mem::read_unsigned($, 1) != terminator)];");
        code.line("padding[1];");
        code.line("};").gap();
    }

    /** An enumeration for each width in which it occurs: those of ImHex have a size. */
    private void addEnumeration(Enumeration enumeration) {
        for (int octets : widths(enumeration)) {
            Set<String> taken = new HashSet<>();
            code.line("enum %s : u%d {", names.type(enumeration.name(), "u" + 8 * octets), 8 * octets);
            for (Enumeration.Value value : enumeration.values()) {
                code.line("%s = 0x%X,", PatternNames.member(value.name(), taken), value.value());
            }
            code.line("};").gap();
        }
    }

    private Set<Integer> widths(Enumeration enumeration) {
        Set<Integer> widths = new TreeSet<>();
        for (Structure structure : specification.structures()) {
            for (Field field : structure.fields()) {
                FieldType type = field.type();
                while (type instanceof FieldType.Array array) {
                    type = array.element();
                }
                if (type instanceof FieldType.Enumerated enumerated
                        && enumerated.enumeration().equals(enumeration.name())) {
                    widths.add(enumerated.octets());
                } else if (type instanceof FieldType.Flags flags
                        && flags.bits().stream()
                                .anyMatch(range -> range.width() <= 8
                                        && range.enumeration()
                                                .filter(enumeration.name()::equals)
                                                .isPresent())) {
                    widths.add(1);
                }
            }
        }
        return widths;
    }

    /** Puts the structures inside of others before these. */
    private void place(Structure structure, Map<String, Structure> ordered) {
        if (!ordered.containsKey(structure.name())) {
            for (Field field : structure.fields()) {
                FieldType type = field.type();
                while (type instanceof FieldType.Array array) {
                    type = array.element();
                }
                if (type instanceof FieldType.Composite composite) {
                    place(specification.structure(composite.structure()), ordered);
                }
            }
            ordered.put(structure.name(), structure);
        }
    }

    /** The fields of a structure; padding at the end of a record's body is what the record has left. */
    private List<Field> fields(Structure structure) {
        List<Field> fields = new ArrayList<>(structure.fields());
        boolean isBody = !specification.recordsOf(structure.name()).isEmpty();
        while (isBody && !fields.isEmpty() && fields.get(fields.size() - 1).type() instanceof FieldType.Padding) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    /** A record: the fields before its body, the body by its type, and what fills it up. */
    private void addRecord(Framing framing) {
        Structure frame = specification.structure(framing.structure());
        List<Field> head = frame.fields().stream()
                .takeWhile(field -> !field.name().equals(framing.body()))
                .toList();
        PatternStructure structure = new PatternStructure(specification, names, globals, frame, code);
        List<String> rest = new ArrayList<>();
        String body = structure.member(framing.body());
        String type = structure.local("type_of_record");
        String end = structure.local("end_of_record");
        rest.add("u128 " + type + " = " + structure.number(framing.type()) + ";");
        rest.add("u128 " + end + " = $ + " + structure.number(framing.length().orElseThrow()) + ";");
        rest.add(Globals.END + " = " + end + ";");
        String otherwise = "";
        for (RecordKind kind : specification.records()) {
            boolean hasFields = kind.structure()
                    .filter(name -> !specification.structure(name).fields().isEmpty())
                    .isPresent();
            if (hasFields) {
                rest.add("%sif (%s == 0x%X%s) {".formatted(otherwise, type, kind.type(), isWhole(kind, end)));
                rest.add(names.type(kind.structure().orElseThrow()) + " " + body + ";");
                otherwise = "} else ";
            }
        }
        if (!otherwise.isEmpty()) {
            rest.add("}");
        }
        rest.add("u8 %1$s[$ < %2$s ? %2$s - $ : 0];".formatted(structure.local("rest_of_body"), end));
        rest.add("padding[(%1$d - ($ - addressof(this)) %% %1$d) %% %1$d];".formatted(framing.alignment()));
        addStops(type, rest);
        structure.add(head, rest);
    }

    /** A body that lacks octets is shown without its fields. */
    private String isWhole(RecordKind kind, String end) {
        return kind.structure()
                .map(specification::structure)
                .filter(Structure::zeroExtended)
                .map(Placement.of(specification)::size)
                .map(size -> " && $ + " + size.orElseThrow() + " <= " + end)
                .orElse("");
    }

    /** Behind a record that another specification's stream follows, no more records are read. */
    private void addStops(String type, List<String> rest) {
        for (RecordKind kind : specification.records()) {
            if (kind.continuation().isPresent()) {
                rest.add("if (%s == 0x%X) {".formatted(type, kind.type()));
                rest.add("break;");
                rest.add("}");
            }
        }
    }

    /** Headers one behind the other, then records up to the end. */
    private void addStream() {
        String stream = names.type("stream");
        Set<String> members = new HashSet<>();
        boolean isOpen = specification.records().stream()
                .anyMatch(kind -> kind.continuation().isPresent());
        code.line("struct " + stream + " {");
        for (String header : specification.headers()) {
            code.line(names.type(header) + " " + PatternNames.member(header, members) + ";");
        }
        specification
                .framing()
                .filter(framing -> !framing.isTagged())
                .ifPresent(framing -> code.line(names.type(framing.structure()) + " "
                        + PatternNames.member("records", members) + "[while(!std::mem::eof())];"));
        if (isOpen) {
            code.comment("a stream of another specification");
            code.line("u8 " + PatternNames.member("inner_stream", members) + "[while(!std::mem::eof())];");
        }
        code.line("};").gap();
        code.line(stream + " stream @ 0x00;");
    }
}

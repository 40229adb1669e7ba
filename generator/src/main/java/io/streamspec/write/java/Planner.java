package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Decides which types a specification becomes and what everything is called; reports names that collide. */
final class Planner {

    private final Specification specification;
    private final String packageName;
    private final Optional<String> docs;
    private final String prefix;
    private final Diagnostics diagnostics;
    private final Namespace files;
    private final References references;
    private final Map<String, Namespace> nested = new LinkedHashMap<>();
    private final Map<String, ClassName> enumerations = new LinkedHashMap<>();
    private final Map<String, ClassName> structures = new LinkedHashMap<>();

    private Planner(Specification specification, String packageName, Optional<String> docs, Diagnostics diagnostics) {
        this.specification = specification;
        this.packageName = packageName;
        this.docs = docs;
        this.prefix = JavaNames.type(specification.shortName(), "Stream");
        this.diagnostics = diagnostics;
        this.files = Namespace.ofFiles("type", diagnostics);
        this.references = new References(specification);
    }

    static Plan plan(Specification specification, String packageName, Optional<String> docs, Diagnostics diagnostics) {
        return new Planner(specification, packageName, docs, diagnostics).plan();
    }

    private Plan plan() {
        List<String> roles = specification.framing().isPresent()
                ? List.of("Record", "Reader", "Writer", "Context", "Grammar", "Rules")
                : specification.isStream() ? List.of("Reader", "Writer", "Context", "Rules") : List.of();
        roles.forEach(role -> files.claim(prefix + role, specification.shortName(), specification.span()));
        for (Structure structure : specification.structures()) {
            structures.putIfAbsent(structure.name(), nameOf(structure));
        }
        for (Enumeration enumeration : specification.enumerations()) {
            String name = nameOf(enumeration);
            enumerations.put(
                    enumeration.name(),
                    ClassName.get(packageName, files.claim(name, enumeration.name(), enumeration.span())));
        }
        Optional<Codec> head = specification.framing().map(this::head);
        List<Codec> codecs = codecs();
        PlanIndex index = new PlanIndex(specification, codecs, head);
        return new Plan(
                specification, packageName, prefix, enumerations, codecs, head, remembered(codecs), docs, index);
    }

    private ClassName nameOf(Structure structure) {
        Optional<ClassName> owner = structure.owner().map(structures::get);
        String own = structure.name().substring(structure.name().lastIndexOf('.') + 1);
        if (owner.isPresent()) {
            return nestedName(owner.get(), own, structure.span());
        }
        String name = JavaNames.type(structure.name(), "Structure");
        if (isFrame(structure)) {
            name = JavaNames.type(structure.name(), "") + "Header";
        }
        return ClassName.get(packageName, files.claim(name, structure.name(), structure.span()));
    }

    /** An enumeration may be called as a structure is, because its field is: the structure has the name. */
    private String nameOf(Enumeration enumeration) {
        String name = JavaNames.type(enumeration.name(), "Number");
        boolean isStructure =
                structures.values().stream().anyMatch(type -> type.simpleName().equalsIgnoreCase(name));
        return isStructure ? name + "Number" : name;
    }

    private ClassName nestedName(ClassName owner, String name, io.streamspec.source.Span span) {
        String type = JavaNames.type(name, "Element");
        boolean hides = ArrayType.NAME.equalsIgnoreCase(type)
                || owner.simpleNames().stream().anyMatch(type::equalsIgnoreCase);
        Namespace names = nested.computeIfAbsent(owner.toString(), key -> Namespace.ofFiles("type", diagnostics));
        return owner.nestedClass(names.claim(hides ? type + "Element" : type, name, span));
    }

    private boolean isFrame(Structure structure) {
        return specification
                .framing()
                .filter(framing -> framing.structure().equals(structure.name()))
                .isPresent();
    }

    /** The frame up to the body. */
    private Codec head(Framing framing) {
        Structure frame = specification.structure(framing.structure());
        List<Field> fields = new ArrayList<>();
        for (Field field : frame.fields()) {
            if (field.name().equals(framing.body())) {
                break;
            }
            fields.add(field);
        }
        return codec(withFields(frame, fields), type(frame.name()), Optional.empty());
    }

    private ClassName type(String structure) {
        return Objects.requireNonNull(structures.get(structure));
    }

    private List<Codec> codecs() {
        List<Codec> codecs = new ArrayList<>();
        for (Structure structure : specification.structures()) {
            List<RecordKind> kinds = specification.recordsOf(structure.name());
            ClassName type = type(structure.name());
            if (!isFrame(structure)) {
                codecs.add(codec(structure, type, kinds.stream().findFirst()));
            }
            kinds.stream().skip(1).forEach(kind -> codecs.add(codec(structure, nameOf(kind), Optional.of(kind))));
        }
        for (RecordKind kind : specification.records()) {
            if (kind.structure().isEmpty()) {
                codecs.add(codec(opaque(kind), nameOf(kind), Optional.of(kind)));
            }
        }
        return codecs;
    }

    private ClassName nameOf(RecordKind kind) {
        String name = JavaNames.type(kind.name(), "Body");
        return ClassName.get(packageName, files.claim(name, kind.name(), kind.span()));
    }

    /** The body of a record that the document does not describe. */
    private static Structure opaque(RecordKind kind) {
        Field body = new Field(
                "body", Optional.empty(), new FieldType.Octets(new Extent.ToEnd()), Optional.empty(), "", kind.span());
        return new Structure(
                kind.name().toLowerCase(Locale.ROOT),
                "",
                "",
                "",
                ByteOrder.STREAM,
                List.of(body),
                List.of(),
                List.of(),
                kind.span());
    }

    private static Structure withFields(Structure structure, List<Field> fields) {
        return new Structure(
                structure.name(),
                structure.section(),
                structure.anchor(),
                structure.description(),
                structure.byteOrder(),
                fields,
                structure.definitions(),
                List.of(),
                structure.span());
    }

    private Set<String> remembered(List<Codec> codecs) {
        Set<String> names = new TreeSet<>();
        for (Codec codec : codecs) {
            names.addAll(references.outside(codec.structure()));
            codec.structure()
                    .definitions()
                    .forEach(definition -> names.addAll(references.outside(
                            definition.value(), codec.structure().name())));
            codec.structure()
                    .constraints()
                    .forEach(constraint -> names.addAll(references.outside(
                            constraint.condition(), codec.structure().name())));
        }
        return names;
    }

    private Codec codec(Structure structure, ClassName type, Optional<RecordKind> kind) {
        Namespace names = Namespace.ofMembers("name", diagnostics);
        Namespace constants = Namespace.ofMembers("constant", diagnostics);
        Placement placement = Placement.of(specification);
        Structure laidOut = kind.isPresent() ? withFields(structure, unpadded(structure)) : structure;
        Map<String, ClassName> flags = new LinkedHashMap<>();
        List<Member> members = new ArrayList<>();
        for (Placement.Placed placed : placement.fields(laidOut)) {
            Field field = placed.field();
            Member.Role role = role(structure, field);
            String name = JavaNames.member(field.name());
            if (role != Member.Role.IGNORED) {
                names.claim(name, field.name(), field.span());
                constants.claim(JavaNames.constant(field.name()), field.name(), field.span());
            }
            if (elementOf(field.type()) instanceof FieldType.Flags) {
                flags.put(field.name(), nestedName(type, field.name(), field.span()));
            }
            Shape shape = shape(structure, field, field.type(), flags);
            String path = kind.map(RecordKind::name).orElse(structure.name()) + "." + field.name();
            members.add(new Member(field, name, path, role, shape, placed.offset()));
        }
        Map<String, String> definitions = new LinkedHashMap<>();
        structure
                .definitions()
                .forEach(definition -> definitions.put(
                        definition.name(),
                        names.claim(JavaNames.member(definition.name()), definition.name(), definition.span())));
        boolean needsContext = !references.outside(structure).isEmpty();
        OptionalLong size = placement.size(laidOut);
        return new Codec(
                structure, type, kind, size, placement.minSize(laidOut), needsContext, members, flags, definitions);
    }

    /** Padding that ends a record's drawing is the frame's: it is no part of the body. */
    private static List<Field> unpadded(Structure structure) {
        List<Field> fields = new ArrayList<>(structure.fields());
        while (!fields.isEmpty() && fields.get(fields.size() - 1).type() instanceof FieldType.Padding) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    private static FieldType elementOf(FieldType type) {
        return type instanceof FieldType.Array array ? elementOf(array.element()) : type;
    }

    private Member.Role role(Structure structure, Field field) {
        if (field.isIgnored()) {
            return Member.Role.IGNORED;
        }
        if (field.type() instanceof FieldType.Constant constant
                && constant.accepted().isEmpty()) {
            return Member.Role.FIXED;
        }
        boolean counts = field.type() instanceof FieldType.Scalar
                && field.when().isEmpty()
                && structure.fields().stream().anyMatch(other -> References.isCountOf(structure, field.name(), other));
        return counts ? Member.Role.DERIVED : Member.Role.COMPONENT;
    }

    private Shape shape(Structure structure, Field field, FieldType type, Map<String, ClassName> flags) {
        ByteOrder order = structure.byteOrder();
        if (type instanceof FieldType.Scalar scalar) {
            return new Shape.Number(scalar.octets(), order);
        } else if (type instanceof FieldType.Constant constant && constant.isOctets()) {
            return new Shape.Bytes(false, new Extent.Fixed(constant.octets()));
        } else if (type instanceof FieldType.Constant constant) {
            return new Shape.Number(constant.octets(), order);
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return new Shape.Wrapped(
                    new Shape.Number(enumerated.octets(), order),
                    Objects.requireNonNull(enumerations.get(enumerated.enumeration())),
                    false);
        } else if (type instanceof FieldType.Flags bits) {
            return new Shape.Wrapped(
                    new Shape.Number(bits.octets(), order), Objects.requireNonNull(flags.get(field.name())), true);
        } else if (type instanceof FieldType.Composite composite) {
            Structure part = specification.structure(composite.structure());
            return new Shape.Nested(
                    part.name(),
                    type(part.name()),
                    Placement.of(specification).size(part),
                    !references.outside(part).isEmpty());
        } else if (type instanceof FieldType.Array array) {
            return new Shape.Many(shape(structure, field, array.element(), flags), array.extent(), order);
        }
        return bytes(type);
    }

    private static Shape bytes(FieldType type) {
        if (type instanceof FieldType.Octets octets) {
            return new Shape.Bytes(false, octets.extent());
        } else if (type instanceof FieldType.Text text) {
            return text.extent() instanceof Extent.Terminated end
                    ? new Shape.Terminated(end.terminator())
                    : new Shape.Bytes(true, text.extent());
        } else if (type instanceof FieldType.Reserved reserved) {
            return new Shape.Blank(OptionalLong.of(reserved.octets()), 0);
        }
        FieldType.Padding padding = (FieldType.Padding) type;
        return padding.least() == padding.most()
                ? new Shape.Blank(OptionalLong.of(padding.least()), 0)
                : new Shape.Blank(OptionalLong.empty(), padding.most() + 1);
    }
}

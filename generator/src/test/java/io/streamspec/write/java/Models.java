package io.streamspec.write.java;

import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.StreamGrammar.Pattern;
import io.streamspec.model.Structure;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Models made by hand: streams after the two that the project was made for, and a telemetry format. */
final class Models {

    static final Span SPAN = SourceText.of("test.pandoc", "first\nsecond\n").span(0, 5);

    private Models() {}

    static Field field(String name, FieldType type) {
        return field(name, type, "What the document says of `" + name + "`.");
    }

    static Field field(String name, FieldType type, String description) {
        return new Field(name, Optional.empty(), type, Optional.empty(), description, SPAN);
    }

    static Field when(Expression condition, Field field) {
        return new Field(field.name(), field.symbol(), field.type(), Optional.of(condition), field.description(), SPAN);
    }

    static FieldType u(int bits) {
        return new FieldType.Scalar(bits / 8, List.of(), Optional.empty());
    }

    static Field reserved(int octets) {
        return field("reserved", new FieldType.Reserved(octets));
    }

    static FieldType constant(int octets, String hex, Long... accepted) {
        return new FieldType.Constant(
                octets,
                new BigInteger(hex, 16),
                "0x" + hex,
                Arrays.stream(accepted).map(BigInteger::valueOf).toList());
    }

    static FieldType array(FieldType element, Extent extent) {
        return new FieldType.Array(element, extent);
    }

    static Expression value(String structure, String field) {
        return new Expression.FieldValue(structure, field, Optional.empty());
    }

    static Expression number(long value) {
        return new Expression.Number(BigInteger.valueOf(value));
    }

    static Expression binary(Expression left, Expression.Operator operator, Expression right) {
        return new Expression.Binary(operator, left, right);
    }

    static Extent computed(Expression count) {
        return new Extent.Computed(count);
    }

    static BitRange bits(String name, int low, int high, String enumeration) {
        return new BitRange(
                name, low, high, name.startsWith("reserved"), Optional.ofNullable(enumeration), List.of(), "", SPAN);
    }

    static Structure structure(String name, ByteOrder order, Field... fields) {
        return new Structure(
                name,
                "Section of " + name,
                name,
                "The " + name + " is described here.",
                order,
                List.of(fields),
                List.of(),
                List.of(),
                SPAN);
    }

    static Structure body(String name, Field... fields) {
        return structure(name, ByteOrder.STREAM, fields);
    }

    static Structure with(Structure structure, List<Structure.Definition> definitions, Structure.Constraint... rules) {
        return new Structure(
                structure.name(),
                structure.section(),
                structure.anchor(),
                structure.description(),
                structure.byteOrder(),
                structure.fields(),
                definitions,
                List.of(rules),
                SPAN);
    }

    static Enumeration enumeration(String name, String... values) {
        List<Enumeration.Value> all = new ArrayList<>();
        for (String value : values) {
            String[] parts = value.split(" ");
            all.add(new Enumeration.Value(
                    BigInteger.valueOf(Long.decode(parts[0])), parts[1], parts[0], parts[1], "", "", SPAN));
        }
        return new Enumeration(name, name, all, List.of(), SPAN);
    }

    static RecordKind kind(long type, String name, String structure) {
        return new RecordKind(
                type, name, Optional.ofNullable(structure), false, "", Optional.empty(), Optional.empty(), SPAN);
    }

    static Pattern one(String name) {
        return new Pattern.One(name);
    }

    static Pattern any(Pattern part) {
        return new Pattern.Repeated(part, true, true);
    }

    static Structure frame() {
        return body(
                "record",
                field("type", new FieldType.Enumerated(4, "record_type")),
                field("body_length", u(32)),
                field("body", new FieldType.Octets(computed(value("record", "body_length")))),
                field("padding", new FieldType.Padding(0, 7)));
    }

    static Framing framing() {
        Expression optional = binary(value("record", "type"), Expression.Operator.AT_LEAST, number(0x80000000L));
        return new Framing(
                "record", "type", Optional.of("body_length"), "body", 8, Optional.of(optional), 0x08000000, SPAN);
    }

    static FieldType options() {
        return new FieldType.Flags(2, List.of(bits("endianness", 0, 0, null), bits("reserved", 1, 15, null)));
    }

    static Specification specification(
            String name, String shortName, List<Structure> structures, List<Enumeration> enumerations) {
        return new Specification(
                name,
                shortName,
                "Title",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                structures,
                enumerations,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SPAN);
    }

    static Specification stream(
            Specification plain,
            Specification.BitReference flag,
            List<RecordKind> kinds,
            List<String> headers,
            Pattern pattern) {
        StreamGrammar grammar = new StreamGrammar("all", Optional.empty(), pattern, "", SPAN);
        return new Specification(
                plain.name(),
                plain.shortName(),
                plain.title(),
                List.of(),
                Optional.empty(),
                Optional.of(flag),
                List.of(),
                plain.structures(),
                plain.enumerations(),
                kinds,
                headers,
                Optional.of(framing()),
                List.of(grammar),
                List.of(),
                List.of(),
                List.of(),
                SPAN);
    }

    static Structure imageHeader() {
        return structure(
                "image_header",
                ByteOrder.BIG,
                field("marker", constant(8, "FFFFFFFFFFFFFFFF")),
                field("id", constant(4, "58454E46")),
                field("version", constant(4, "3", 2L)),
                field("options", options()),
                reserved(6));
    }

    static Structure domainHeader() {
        Expression size = binary(number(1), Expression.Operator.SHIFTED_LEFT, value("domain_header", "page_shift"));
        return with(
                body(
                        "domain_header",
                        field("type", new FieldType.Enumerated(4, "domain_type")),
                        field("page_shift", u(16)),
                        reserved(2),
                        field("xen_major", u(32)),
                        field("xen_minor", u(32))),
                List.of(new Structure.Definition("page_size", size, SPAN)));
    }

    static Structure pageData() {
        FieldType pfn = new FieldType.Flags(
                8,
                List.of(bits("pfn", 0, 51, null), bits("reserved", 52, 59, null), bits("type", 60, 63, "pfinfo_type")));
        Expression type = new Expression.FieldValue("page_data", "pfn", Optional.of("type"));
        List<Expression.Item> without = new ArrayList<>();
        for (String name : List.of("13 BROKEN", "14 XALLOC", "15 XTAB")) {
            String[] parts = name.split(" ");
            Expression item = new Expression.EnumValue("pfinfo_type", parts[1], new BigInteger(parts[0]));
            without.add(new Expression.Item(item, item));
        }
        FieldType page = new FieldType.Octets(computed(new Expression.Defined("domain_header", "page_size")));
        Extent each = new Extent.ForEach("pfn", Optional.of(new Expression.In(type, without, true)));
        Expression some = binary(value("page_data", "count"), Expression.Operator.MORE, number(0));
        return with(
                body(
                        "page_data",
                        field("count", u(32)),
                        reserved(4),
                        field("pfn", array(pfn, computed(value("page_data", "count")))),
                        field("page_data", array(page, each))),
                List.of(),
                new Structure.Constraint("page_data.count_over_0", true, some, "count > 0", SPAN));
    }

    static Structure p2mFrames() {
        Expression perPage = binary(number(4096), Expression.Operator.DIVIDED, value("x86_pv_info", "guest_width"));
        Expression first = binary(value("x86_pv_p2m_frames", "p2m_start_pfn"), Expression.Operator.DIVIDED, perPage);
        Expression last = binary(value("x86_pv_p2m_frames", "p2m_end_pfn"), Expression.Operator.DIVIDED, perPage);
        Expression count = binary(binary(last, Expression.Operator.MINUS, first), Expression.Operator.PLUS, number(1));
        return body(
                "x86_pv_p2m_frames",
                field("p2m_start_pfn", u(32)),
                field("p2m_end_pfn", u(32)),
                field("p2m_pfn", array(u(64), computed(count))));
    }

    static Structure vcpu(String name) {
        return body(
                name, field("vcpu_id", u(32)), reserved(4), field("context", new FieldType.Octets(new Extent.ToEnd())));
    }

    static Specification libxc() {
        List<Structure> structures = List.of(
                imageHeader(),
                domainHeader(),
                frame(),
                body("end"),
                pageData(),
                body(
                        "x86_pv_info",
                        field(
                                "guest_width",
                                new FieldType.Scalar(
                                        1,
                                        List.of(
                                                new FieldType.ValueRange(BigInteger.valueOf(4), BigInteger.valueOf(4)),
                                                new FieldType.ValueRange(BigInteger.valueOf(8), BigInteger.valueOf(8))),
                                        Optional.of("octets"))),
                        field("pt_levels", u(8)),
                        reserved(6)),
                p2mFrames(),
                vcpu("x86_pv_vcpu_basic"),
                vcpu("x86_pv_vcpu_extended"),
                body(
                        "x86_tsc_info",
                        field("mode", u(32)),
                        field("khz", u(32)),
                        field("nsec", u(64)),
                        field("incarnation", u(32)),
                        reserved(4)),
                body(
                        "hvm_params",
                        field("count", u(32)),
                        reserved(4),
                        field(
                                "param",
                                array(
                                        new FieldType.Composite("hvm_params.param"),
                                        computed(value("hvm_params", "count"))))),
                body("hvm_params.param", field("index", u(64)), field("value", u(64))),
                body("checkpoint"),
                body(
                        "x86_cpuid_policy",
                        field("leaves", array(new FieldType.Composite("cpuid_leaf"), new Extent.ToEnd()))),
                body("cpuid_leaf", field("leaf", u(32)), field("subleaf", u(32)), field("eax", u(32))));
        List<Enumeration> enumerations = List.of(
                enumeration("domain_type", "1 x86_pv", "2 x86_hvm"),
                enumeration(
                        "record_type",
                        "0 END",
                        "1 PAGE_DATA",
                        "2 X86_PV_INFO",
                        "3 X86_PV_P2M_FRAMES",
                        "4 X86_PV_VCPU_BASIC",
                        "5 X86_PV_VCPU_EXTENDED",
                        "8 X86_TSC_INFO",
                        "10 HVM_PARAMS",
                        "11 TOOLSTACK",
                        "14 CHECKPOINT",
                        "0x11 X86_CPUID_POLICY"),
                enumeration("pfinfo_type", "0 NOTAB", "1 L1TAB", "13 BROKEN", "14 XALLOC", "15 XTAB"));
        List<RecordKind> kinds = List.of(
                kind(0, "END", "end"),
                kind(1, "PAGE_DATA", "page_data"),
                kind(2, "X86_PV_INFO", "x86_pv_info"),
                kind(3, "X86_PV_P2M_FRAMES", "x86_pv_p2m_frames"),
                kind(4, "X86_PV_VCPU_BASIC", "x86_pv_vcpu_basic"),
                kind(5, "X86_PV_VCPU_EXTENDED", "x86_pv_vcpu_extended"),
                kind(8, "X86_TSC_INFO", "x86_tsc_info"),
                kind(10, "HVM_PARAMS", "hvm_params"),
                kind(11, "TOOLSTACK", null),
                kind(14, "CHECKPOINT", "checkpoint"),
                kind(0x11, "X86_CPUID_POLICY", "x86_cpuid_policy"));
        Pattern body = new Pattern.Choice(kinds.stream()
                .map(RecordKind::name)
                .filter(name -> !name.equals("END"))
                .map(Models::one)
                .toList());
        Pattern end = new Pattern.Choice(List.of(one("END"), one("CHECKPOINT")));
        Pattern pattern = new Pattern.Sequence(List.of(one("image_header"), one("domain_header"), any(body), end));
        return stream(
                specification("libxc-migration-stream", "libxc", structures, enumerations),
                new Specification.BitReference("image_header", "options", 0),
                kinds,
                List.of("image_header", "domain_header"),
                pattern);
    }

    static Specification libxl() {
        FieldType text = new FieldType.Text(new Extent.Terminated(0));
        List<Structure> structures = List.of(
                structure(
                        "header",
                        ByteOrder.BIG,
                        field("ident", constant(8, "4C6962786C466D74")),
                        field("version", constant(4, "2")),
                        field(
                                "options",
                                new FieldType.Flags(
                                        4,
                                        List.of(
                                                bits("endianness", 0, 0, null),
                                                bits("legacy_format", 1, 1, null),
                                                bits("reserved", 2, 31, null))))),
                frame(),
                body("end"),
                body("libxc_context"),
                body(
                        "emulator_xenstore_data",
                        field("emulator_id", new FieldType.Enumerated(4, "emulator_id")),
                        field("index", u(32)),
                        field(
                                "xenstore_key_value_data",
                                array(
                                        new FieldType.Composite("emulator_xenstore_data.xenstore_key_value_data"),
                                        new Extent.ToEnd()))),
                body("emulator_xenstore_data.xenstore_key_value_data", field("key", text), field("value", text)),
                body("checkpoint_end"),
                body(
                        "checkpoint_state",
                        field("control_id", new FieldType.Enumerated(4, "checkpoint_state")),
                        field("padding", new FieldType.Padding(4, 4))));
        List<Enumeration> enumerations = List.of(
                enumeration("emulator_id", "0 unknown", "1 qemu_traditional", "2 qemu_upstream"),
                enumeration("checkpoint_state", "0 NEW", "1 SVM_SUSPENDED"),
                enumeration(
                        "record_type",
                        "0 END",
                        "1 LIBXC_CONTEXT",
                        "2 EMULATOR_XENSTORE_DATA",
                        "4 CHECKPOINT_END",
                        "5 CHECKPOINT_STATE"));
        RecordKind context = new RecordKind(
                1,
                "LIBXC_CONTEXT",
                Optional.of("libxc_context"),
                false,
                "",
                Optional.empty(),
                Optional.of(new RecordKind.Continuation(
                        "libxc-migration-stream",
                        List.of("END", "CHECKPOINT"),
                        List.of("CHECKPOINT_END"),
                        List.of("CHECKPOINT_STATE"))),
                SPAN);
        List<RecordKind> kinds = List.of(
                kind(0, "END", "end"),
                context,
                kind(2, "EMULATOR_XENSTORE_DATA", "emulator_xenstore_data"),
                kind(4, "CHECKPOINT_END", "checkpoint_end"),
                kind(5, "CHECKPOINT_STATE", "checkpoint_state"));
        Pattern pattern = new Pattern.Sequence(List.of(
                one("header"),
                one("LIBXC_CONTEXT"),
                any(one("EMULATOR_XENSTORE_DATA")),
                any(new Pattern.Choice(List.of(one("CHECKPOINT_END"), one("CHECKPOINT_STATE")))),
                one("END")));
        return stream(
                specification("libxl-migration-stream", "libxl", structures, enumerations),
                new Specification.BitReference("header", "options", 0),
                kinds,
                List.of("header"),
                pattern);
    }
}

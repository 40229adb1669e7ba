package io.streamspec.write.c;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The function that finds the parts of a structure whose places vary, within the octets that there are, and the type that
 * it fills in.
 */
final class CReader {

    private final CLayout layout;
    private final CNames names;
    private final CParameters parameters;
    private final Structure structure;
    private final CCode code;
    private final CScope scope;
    private final CExpression expressions;
    private final String order;

    CReader(CLayout layout, CParameters parameters, Structure structure, CCode code) {
        this.layout = layout;
        this.names = layout.names();
        this.parameters = parameters;
        this.structure = structure;
        this.code = code;
        this.scope = new CScope(layout, parameters, structure);
        this.expressions = new CExpression(names, scope, "&cursor->sound");
        this.order = layout.order(structure, "cursor->order");
    }

    void add() {
        addType();
        addFunction();
    }

    private void addType() {
        code.comment("", List.of("What " + structure.name() + " holds; numbers are in the order of the host."));
        code.line("struct " + view(structure) + " {");
        boolean isEmpty = true;
        for (Field field : structure.fields()) {
            if (field.when().isPresent()) {
                code.line("    bool " + scope.has(field) + ";");
                isEmpty = false;
            }
            if (!field.isIgnored()) {
                code.line("    " + type(field.type()) + scope.member(field) + ";");
                isEmpty = false;
            }
        }
        if (isEmpty) {
            code.line("    char nothing; /* C has no structures without members */");
        }
        code.line("};").gap();
    }

    private String view(Structure of) {
        return names.tag(of.name(), "view");
    }

    /** The type of the member, up to its name. */
    private String type(FieldType type) {
        int width = CLayout.width(type);
        if (width > 0) {
            return CText.type(width) + " ";
        } else if (type instanceof FieldType.Composite composite) {
            Structure inner = layout.specification().structure(composite.structure());
            return layout.isFixed(inner) ? "const uint8_t *" : "struct " + view(inner) + " ";
        } else if (type instanceof FieldType.Array) {
            return "struct " + names.helper("array") + " ";
        }
        return type instanceof FieldType.Constant ? "const uint8_t *" : "struct " + names.helper("octets") + " ";
    }

    private void addFunction() {
        code.comment("", List.of("Reads " + structure.name() + " and goes on behind it; false if it is not sound."));
        String more = parameters.of(structure).stream()
                .map(parameter -> ", uint64_t " + scope.parameter(parameter))
                .collect(Collectors.joining());
        String parametersOfAll =
                "struct " + names.helper("cursor") + " *cursor, struct " + view(structure) + " *view" + more;
        code.function("bool", names.function(structure.name(), "read"), parametersOfAll);
        boolean isPadded = structure.fields().stream().anyMatch(field -> isVaryingPadding(field) && !isLast(field));
        if (isPadded) {
            code.line("    const size_t start = cursor->taken;").gap();
        }
        code.line("    memset(view, 0, sizeof *view);");
        structure.fields().forEach(this::addField);
        code.line("    return cursor->sound;");
        code.line("}").gap();
    }

    private static boolean isVaryingPadding(Field field) {
        return field.type() instanceof FieldType.Padding padding && padding.least() != padding.most();
    }

    /** Whether a field ends a record's body, which may lack the padding that is drawn there, or some of it. */
    private boolean isLast(Field field) {
        return !layout.specification().recordsOf(structure.name()).isEmpty()
                && structure.fields().indexOf(field) == structure.fields().size() - 1;
    }

    private void addField(Field field) {
        if (field.when().isEmpty()) {
            addRead("    ", field);
            return;
        }
        String has = "view->" + scope.has(field);
        code.line("    " + has + " = cursor->sound && "
                + expressions.condition(field.when().get()) + ";");
        code.line("    if (" + has + ") {");
        addRead("        ", field);
        code.line("    }");
    }

    private void addRead(String indent, Field field) {
        FieldType type = field.type();
        String member = "view->" + scope.member(field);
        int width = CLayout.width(type);
        if (width > 0) {
            String cast = width == Long.BYTES ? "" : "(" + CText.type(width) + ")";
            code.line("%s%s = %s%s(cursor, %d, %s);", indent, member, cast, names.helper("take_number"), width, order);
        } else if (isVaryingPadding(field)) {
            long most = ((FieldType.Padding) type).most();
            if (isLast(field)) {
                code.line("%s%s(cursor, %d);", indent, names.helper("skip_up_to"), most);
            } else {
                code.line("%s%s(cursor, start, %d);", indent, names.helper("skip_padding"), most + 1);
            }
        } else if (field.isIgnored()) {
            code.line(
                    "%s%s(cursor, %d);",
                    indent, names.helper("take"), layout.size(type).orElse(0));
        } else if (type instanceof FieldType.Composite composite) {
            addComposite(indent, member, layout.specification().structure(composite.structure()));
        } else if (type instanceof FieldType.Array array) {
            addArray(indent, member, array);
        } else if (type instanceof FieldType.Constant constant) {
            code.line("%s%s = %s(cursor, %d);", indent, member, names.helper("take"), constant.octets());
        } else {
            code.line(
                    "%s%s = %s;",
                    indent, member, octets(CParameters.extent(type).orElseThrow()));
        }
    }

    private void addComposite(String indent, String target, Structure inner) {
        if (layout.isFixed(inner)) {
            code.line("%s%s = %s(cursor, %d);", indent, target, names.helper("take"), layout.headSize(inner));
        } else {
            code.line(indent + read(inner, "&" + target) + ";");
        }
    }

    /** The call that reads a structure inside of this one. */
    private String read(Structure inner, String target) {
        String arguments = parameters.of(inner).stream()
                .map(parameter -> ", " + scope.argument(parameter, expressions))
                .collect(Collectors.joining());
        return names.function(inner.name(), "read") + "(cursor, " + target + arguments + ")";
    }

    private String octets(Extent extent) {
        if (extent instanceof Extent.ToEnd) {
            return names.helper("take_rest") + "(cursor)";
        } else if (extent instanceof Extent.Terminated text) {
            return names.helper("take_text") + "(cursor, " + text.terminator() + ")";
        }
        return names.helper("take_octets") + "(cursor, " + amount(extent) + ")";
    }

    /** How many there are, as an {@code int64_t}; of {@code ForEach}, all elements or those that were counted. */
    private String amount(Extent extent) {
        if (extent instanceof Extent.Fixed fixed) {
            return "INT64_C(" + fixed.count() + ")";
        } else if (extent instanceof Extent.Computed computed) {
            return expressions.number(computed.count());
        }
        Extent.ForEach each = (Extent.ForEach) extent;
        String array = "view->" + scope.member(structure.field(each.array()).orElseThrow());
        return each.where().isPresent() ? "number" : "(int64_t)" + array + ".count";
    }

    private void addArray(String indent, String member, FieldType.Array array) {
        Extent extent = array.extent();
        if (extent instanceof Extent.ForEach each && each.where().isPresent()) {
            code.line(indent + "{");
            addCount(indent + "    ", each, each.where().get());
            addElements(indent + "    ", member, array);
            code.line(indent + "}");
        } else {
            addElements(indent, member, array);
        }
    }

    /** Counts the elements of an earlier array for which a condition holds. */
    private void addCount(String indent, Extent.ForEach each, Expression where) {
        String array = "view->" + scope.member(structure.field(each.array()).orElseThrow());
        code.line(indent + "int64_t number = 0;");
        code.line(indent + "size_t i;");
        code.gap();
        code.line("%sfor (i = 0; i < %s.count; i++) {", indent, array);
        code.line("%s    const uint64_t element = %s(&%s, i);", indent, names.helper("element_number"), array);
        code.gap();
        String condition = new CExpression(names, scope.forEach(each.array()), "&cursor->sound").condition(where);
        code.line("%s    if (%s) {", indent, condition);
        code.line("%s        number++;", indent);
        code.line("%s    }", indent);
        code.line("%s}", indent);
    }

    private void addElements(String indent, String member, FieldType.Array array) {
        String stride = stride(array.element());
        if (!stride.isEmpty() && array.extent() instanceof Extent.ToEnd) {
            code.line("%s%s = %s(cursor, %s, %s);", indent, member, names.helper("take_all"), stride, order);
        } else if (!stride.isEmpty()) {
            String count = amount(array.extent());
            code.line(
                    "%s%s = %s(cursor, %s, %s, %s);", indent, member, names.helper("take_array"), count, stride, order);
        } else {
            addVarying(indent, member, array);
        }
    }

    /** The octets of each element, as an {@code int64_t}; empty if each has a size of its own. */
    private String stride(FieldType element) {
        if (layout.size(element).isPresent()) {
            return "INT64_C(" + layout.size(element).getAsLong() + ")";
        }
        boolean isBlob = element instanceof FieldType.Octets || element instanceof FieldType.Text;
        return isBlob && CParameters.extent(element).orElseThrow() instanceof Extent.Computed computed
                ? expressions.number(computed.count())
                : "";
    }

    /** Elements of various sizes, which have to be walked to find their end. */
    private void addVarying(String indent, String member, FieldType.Array array) {
        boolean isOpen = array.extent() instanceof Extent.ToEnd;
        code.line(indent + "{");
        code.line(indent + "    size_t from;");
        if (!isOpen) {
            code.line(indent + "    int64_t missing = " + amount(array.extent()) + ";");
        }
        code.gap();
        code.line("%s    %s = %s(cursor, %s);", indent, member, names.helper("open_array"), order);
        code.line("%s    from = cursor->taken;", indent);
        code.line("%s    while (cursor->sound && %s) {", indent, isOpen ? "cursor->left > 0" : "missing-- > 0");
        addElement(indent + "        ", array.element());
        code.line("%s        %s.count++;", indent, member);
        code.line("%s        if (cursor->taken - from == %s.size) {", indent, member);
        code.line(
                "%s            %s(cursor); /* an element without octets: such arrays have no end */",
                indent, names.helper("fail"));
        code.line("%s        }", indent);
        code.line("%s        %s.size = cursor->taken - from;", indent, member);
        code.line("%s    }", indent);
        code.line(indent + "}");
    }

    private void addElement(String indent, FieldType element) {
        if (element instanceof FieldType.Composite composite) {
            Structure inner = layout.specification().structure(composite.structure());
            code.line("%sstruct %s element;", indent, view(inner));
            code.gap();
            code.line(indent + read(inner, "&element") + ";");
        } else {
            code.line(indent + octets(CParameters.extent(element).orElseThrow()) + ";");
        }
    }
}

package io.streamspec.write.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The method by which a generated reader tells which fields of headers the layout of a record depends on: where the record
 * does not fit, the wrong value may stand there.
 */
final class HeaderFields {

    private final Plan plan;
    private final References references;

    private HeaderFields(Plan plan) {
        this.plan = plan;
        this.references = new References(plan.specification());
    }

    /** The method; absent if no record depends on a header. */
    static Optional<MethodSpec> of(StreamType stream) {
        HeaderFields fields = new HeaderFields(stream.plan());
        Map<List<String>, List<Codec>> dependent = fields.dependent();
        return dependent.isEmpty() ? Optional.empty() : Optional.of(method(dependent));
    }

    private Map<List<String>, List<Codec>> dependent() {
        Map<List<String>, List<Codec>> records = new LinkedHashMap<>();
        for (Codec record : plan.records()) {
            records.computeIfAbsent(fields(record), unseen -> new ArrayList<>()).add(record);
        }
        records.remove(List.<String>of());
        return records;
    }

    private List<String> fields(Codec record) {
        return references.fieldsOutside(record.structure()).stream()
                .filter(field -> plan.specification().headers().contains(field.structure()))
                .map(field -> plan.codec(field.structure()).label() + "." + field.field())
                .distinct()
                .toList();
    }

    private static MethodSpec method(Map<List<String>, List<Codec>> dependent) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("headerFields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Types.list(Types.STRING))
                .addParameter(TypeName.LONG, "type");
        dependent.forEach((names, records) -> method.beginControlFlow("if ($L)", StreamType.isOneOf("type", records))
                .addStatement(
                        "return $T.of($L)",
                        Types.LIST,
                        names.stream().map(JavaText::literal).collect(Collectors.joining(", ")))
                .endControlFlow());
        return method.addStatement("return $T.of()", Types.LIST).build();
    }
}

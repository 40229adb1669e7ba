package io.streamspec.write.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.streamspec.testing.EveryKind;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema takes every export, and nothing that has a key more or less. */
class JsonSchemaTest {

    private static List<String> faults(String json) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonSchema.file().text())
                .validate(json, InputFormat.JSON)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static String everyKind() {
        return JsonWriter.write(
                Specs.read(EveryKind.document("extent", "words")).model());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libxc-migration-stream",
                "libxl-migration-stream",
                "xl-save-file",
                "libvirt-save-header",
                "xenopsd-suspend-image"
            })
    void exports_of_our_documents_follow_the_schema(String name) {
        String json =
                JsonWriter.write(Specs.read(Specs.own(name), Optional.empty()).model());
        assertThat(faults(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void exports_of_upstreams_documents_follow_the_schema(String name) {
        String json = JsonWriter.write(
                Specs.read(Specs.upstream(name), Optional.empty()).model());
        assertThat(faults(json)).isEmpty();
    }

    @Test
    void an_export_with_every_kind_of_field_follows_the_schema() {
        assertThat(everyKind())
                .contains("\"flags\"", "\"text\"", "\"array\"", "\"structure\"", "\"octets\"", "\"padding\"");
        assertThat(faults(everyKind())).isEmpty();
    }

    @Test
    void the_schema_follows_the_schema_of_schemas_and_has_the_version_that_exports_name() {
        List<String> faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(JsonSchema.file().text(), InputFormat.JSON)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
        assertThat(faults).isEmpty();
        assertThat(JsonSchema.file().text()).contains("\"$id\": \"" + JsonSchema.ID + "\"");
        assertThat(everyKind()).contains("\"schema\" : \"" + JsonSchema.ID + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"kind\" : \"scalar\"', '\"kind\" : \"scalar\", \"colour\" : 1', colour",
        "'\"kind\" : \"flags\"', '\"kind\" : \"scalar\"', bitFields",
        "'\"kind\" : \"array\"', '\"kind\" : \"list\"', kind",
        "'\"format\" : 1', '\"format\" : 2', format",
        "'\"offset\" : 0', '\"offset\" : -1', offset",
        "'\"records\" : [', '\"recordings\" : [', recordings",
        "'\"byteOrder\" : \"big\"', '\"byteOrder\" : \"middle\"', byteOrder",
        "'\"reserved\" : false', '\"reserved\" : \"no\"', reserved"
    })
    void what_is_no_export_does_not(String is, String other, String named) {
        assertThat(everyKind()).contains(is);
        assertThat(faults(everyKind().replace(is, other)))
                .anySatisfy(fault -> assertThat(fault).contains(named));
    }
}

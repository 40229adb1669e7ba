package io.streamspec.write.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void the_model_of_our_documents_looks_as_reviewed(String name) {
        String json =
                JsonWriter.write(Specs.read(Specs.own(name), Optional.empty()).model());
        Golden.assertMatches("json/" + name + ".json", json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void upstream_without_rules_exports_every_structure_and_record(String name) {
        String json = JsonWriter.write(
                Specs.read(Specs.upstream(name), Optional.empty()).model());
        String own =
                JsonWriter.write(Specs.read(Specs.own(name), Optional.empty()).model());
        for (String line : json.lines().toList()) {
            if (line.matches("      \"name\" : \"[A-Za-z0-9_.]+\",?")) {
                assertThat(own).contains(line.strip());
            }
        }
        assertThat(json).contains("\"kind\" : \"constant\"", "\"byteOrder\" : \"big\"", "\"reserved\" : [");
    }
}

package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.example.Dissection;
import io.streamspec.example.Examples;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Examples of field types and names of every kind. */
class ExamplesOfShapesTest {

    private static final List<Specification> ALL =
            List.of(Shapes.all(), Models.libxc(), Models.libxl(), Shapes.named("class"), Shapes.named("List"));

    @Test
    void every_structure_has_an_example_that_compiles_runs_and_reads_back() {
        for (Specification specification : ALL) {
            Diagnostics diagnostics = new Diagnostics();
            SpecificationExamples examples =
                    Examples.of(List.of(specification), diagnostics).get(specification.name());
            assertThat(diagnostics.sorted()).isEmpty();
            assertThat(examples.structures().keySet())
                    .containsExactlyInAnyOrderElementsOf(specification.structures().stream()
                            .map(Structure::name)
                            .toList());
            examples.structures().values().forEach(example -> assertContiguous(example.parts()));
        }
    }

    @Test
    void any_octets_are_dissected_into_parts_that_cover_each_of_them_once() {
        Random random = new Random(5);
        int faults = 0;
        for (Specification specification : ALL) {
            for (Structure structure : specification.structures()) {
                for (int i = 0; i < 200; i++) {
                    byte[] octets = new byte[random.nextInt(80)];
                    random.nextBytes(octets);
                    if (i % 2 == 0) {
                        java.util.Arrays.fill(octets, 0, octets.length / 2, (byte) 0);
                    }
                    ByteOrder order = i % 3 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
                    Dissection dissection =
                            Dissection.of(specification, structure, ByteBuffer.wrap(octets), order, Map.of());
                    assertThat(assertContiguous(dissection.parts())).isEqualTo(octets);
                    faults += dissection.fault().isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(faults).isGreaterThan(1000);
    }

    @Test
    void a_hostile_count_is_a_fault_and_not_a_list() {
        Specification libxc = Models.libxc();
        byte[] octets = HexFormat.of().parseHex("ffffffff000000000100000000000000");
        Dissection dissection = Dissection.of(
                libxc, libxc.structure("hvm_params"), ByteBuffer.wrap(octets), ByteOrder.LITTLE_ENDIAN, Map.of());
        assertThat(dissection.fault()).contains("param: needs 8 octets, has 0");
        assertThat(dissection.parts()).extracting(Part::path).contains("count", "reserved", "param[0].index");
    }

    /** All octets of the parts, which follow each other. */
    private static byte[] assertContiguous(List<Part> parts) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            assertThat(part.offset()).isEqualTo(all.length() / 2);
            assertThat(part.octets()).isNotEmpty();
            all.append(part.octets());
        }
        return HexFormat.of().parseHex(all);
    }
}

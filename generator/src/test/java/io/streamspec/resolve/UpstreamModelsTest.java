package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our documents say the same as upstream's, where those are at hand. */
class UpstreamModelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void upstream_reads_without_an_error(String name) {
        Specs.Read upstream = Specs.read(Specs.upstream(name), Optional.empty());
        assertThat(upstream.errors()).as(upstream.rendered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void our_document_reads_without_an_error_or_a_warning(String name) {
        Specs.Read own = Specs.read(Specs.own(name), Optional.empty());
        assertThat(own.rendered()).isEmpty();
    }

    /** With the same rules, everything is equal; names of values that a rule gives are in both. */
    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void upstream_with_our_rules_has_the_layout_of_our_document(String name) {
        Specification own = Specs.read(Specs.own(name), Optional.empty()).model();
        Specs.Read upstream = Specs.read(Specs.upstream(name), Optional.of(Specs.own(name)));
        assertThat(upstream.errors()).as(upstream.rendered()).isEmpty();
        assertThat(facts(upstream.model())).isEqualTo(facts(own));
        assertThat(rules(upstream.model())).isEqualTo(rules(own));
    }

    /** Without rules, offsets, widths and constants are as drawn, and so equal where no rule has changed the type. */
    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void upstream_without_rules_has_our_structures_with_our_offsets(String name) {
        Specification own = Specs.read(Specs.own(name), Optional.empty()).model();
        Specification upstream =
                Specs.read(Specs.upstream(name), Optional.empty()).model();
        for (Structure structure : upstream.structures()) {
            assertThat(places(upstream, structure)).isEqualTo(places(own, own.structure(structure.name())));
        }
        assertThat(upstream.records().stream().map(RecordKind::type).toList())
                .isEqualTo(own.records().stream().map(RecordKind::type).toList());
    }

    private static List<String> places(Specification specification, Structure structure) {
        return Placement.of(specification).fields(structure).stream()
                .map(placed -> placed.field().name() + " at " + placed.offset())
                .toList();
    }

    private static List<String> facts(Specification specification) {
        List<String> facts = new java.util.ArrayList<>();
        for (Structure structure : specification.structures()) {
            facts.add("structure " + structure.name() + " " + structure.byteOrder() + " "
                    + Placement.of(specification).size(structure));
            for (Placement.Placed placed : Placement.of(specification).fields(structure)) {
                Field field = placed.field();
                facts.add("  " + field.name() + " " + field.symbol() + " at " + placed.offset() + ": "
                        + type(field.type()) + " " + field.indexes());
            }
        }
        for (Enumeration enumeration : specification.enumerations()) {
            facts.add("enumeration " + enumeration.name());
            enumeration.values().forEach(value -> facts.add("  " + value.spelling() + " " + value.name()));
            enumeration.reserved().forEach(range -> facts.add("  " + range.from() + " to " + range.to()));
        }
        for (RecordKind kind : specification.records()) {
            // since when one is deprecated, our edition says besides
            String note = kind.note().replaceAll("deprecated since version .*", "deprecated");
            facts.add("record " + kind.type() + " " + kind.name() + " " + kind.structure() + " " + kind.deprecated()
                    + " " + note);
        }
        facts.add("headers " + specification.headers() + " " + specification.endianFlag());
        return facts;
    }

    private static String type(FieldType type) {
        if (type instanceof FieldType.Flags flags) {
            return "flags " + flags.octets() + " "
                    + flags.bits().stream()
                            .map(bits -> bits.name() + " " + bits.low() + "-" + bits.high() + " " + bits.enumeration()
                                    + bits.reserved())
                            .toList();
        } else if (type instanceof FieldType.Array array) {
            return type(array.element()) + "[" + array.extent() + "]";
        }
        return type.toString();
    }

    private static List<String> rules(Specification specification) {
        List<String> rules = new java.util.ArrayList<>();
        for (Structure structure : specification.structures()) {
            structure
                    .constraints()
                    .forEach(constraint -> rules.add(constraint.condition().toString()));
            structure
                    .definitions()
                    .forEach(definition -> rules.add(definition.value().toString()));
        }
        specification.streams().forEach(stream -> rules.add(stream.name() + stream.when() + stream.pattern()));
        specification.precedences().forEach(precedence -> rules.add(precedence.must() + " " + precedence.order()));
        return rules;
    }
}

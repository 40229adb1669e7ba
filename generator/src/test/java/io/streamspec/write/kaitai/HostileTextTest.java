package io.streamspec.write.kaitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No text of a document gets out of the YAML text that it is put into, nor out of comments that others make of that. */
class HostileTextTest {

    private static final Specification OWN =
            Specs.read(Specs.own("libxc-migration-stream"), Optional.empty()).model();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harmless",
                "a: b",
                "- a\n- b",
                "a\n\nseq:\n  - id: injected",
                "a\nseq:\n- id: injected",
                "\nmeta: {id: x}",
                "# remark",
                "a # remark",
                "'",
                "\"",
                "\" \n injected: 1",
                "''\ninjected: 1",
                "---\ninjected: 1\n...",
                "%YAML 9.9",
                "&a *a !!java/object:java.lang.Object {}",
                "!!binary x",
                "{a: [b}",
                "| \n  x",
                ">-\n  x",
                "?",
                "yes",
                "null",
                "0o17",
                "1_000",
                "12:30:45",
                "2001-01-01",
                "\t\ttabs\t",
                "  leading and trailing  ",
                " \n  \n indented\nless",
                "back\\slash \\n \\x41 \\u0041",
                "\u2028line\u2029s\u0085",
                "\u0000\u0001\u0007\u001b[31m",
                "\uFEFFbom",
                "\u202Eright to left",
                "\ud800 lone surrogate",
                "\uD83D\uDE00 \u00e9\u4e2d",
                "*/ injected /*",
                "\\u002a/ injected",
                "\"\"\" injected '''",
                "\\",
            })
    void text_stays_where_it_is_put(String text) {
        Map<String, Object> benign = paths("", load("harmless"), new LinkedHashMap<>());
        Map<String, Object> found = paths("", load(text), new LinkedHashMap<>());
        // what is empty is left out
        assertThat(benign.keySet()).containsAll(found.keySet());
        assertThat(found.keySet()).filteredOn(path -> path.endsWith("/title")).hasSize(1);
        assertThat(found.size()).isGreaterThan(benign.size() - 20);
        found.forEach((path, value) -> {
            if (path.endsWith("/doc")) {
                assertThat(value).as(path).isInstanceOf(String.class);
                assertThat((String) value).doesNotContain("*/", "\"\"\"", "'''", "\\u");
                assertThat(((String) value).chars()).allMatch(c -> c == '\n' || c >= ' ' && c != 0x7F);
            }
        });
    }

    private static Map<?, ?> load(String text) {
        Diagnostics diagnostics = new Diagnostics();
        String file = KaitaiWriter.write(List.of(specification(text)), Optional.of(text), diagnostics)
                .get(0)
                .text();
        assertThat(diagnostics.sorted()).isEmpty();
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    }

    private static Map<String, Object> paths(String path, Object value, Map<String, Object> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, part) -> paths(path + "/" + key, part, into));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                paths(path + "/" + i, list.get(i), into);
            }
        } else {
            into.put(path, value);
        }
        return into;
    }

    /** Our own document, with {@code text} wherever words are. */
    private static Specification specification(String text) {
        List<Structure> structures = OWN.structures().stream()
                .map(structure -> new Structure(
                        structure.name(),
                        text,
                        text,
                        text,
                        structure.byteOrder(),
                        structure.fields().stream()
                                .map(field -> field(field, text))
                                .toList(),
                        structure.definitions(),
                        structure.constraints(),
                        structure.span()))
                .toList();
        return new Specification(
                OWN.name(),
                OWN.shortName(),
                text,
                OWN.authors(),
                OWN.revision(),
                OWN.endianFlag(),
                OWN.sections(),
                structures,
                OWN.enumerations().stream()
                        .map(enumeration -> enumeration(enumeration, text))
                        .toList(),
                OWN.records(),
                OWN.headers(),
                OWN.framing(),
                OWN.streams(),
                OWN.precedences(),
                OWN.implications(),
                OWN.evolution(),
                OWN.span());
    }

    private static Field field(Field field, String text) {
        return new Field(
                field.name(), text, field.symbol(), field.type(), field.when(), field.indexes(), text, field.span());
    }

    private static Enumeration enumeration(Enumeration enumeration, String text) {
        return new Enumeration(
                enumeration.name(),
                enumeration.anchor(),
                enumeration.values().stream()
                        .map(value -> new Enumeration.Value(
                                value.value(), value.name(), text, text, text, text, value.span()))
                        .toList(),
                enumeration.reserved(),
                enumeration.span());
    }
}

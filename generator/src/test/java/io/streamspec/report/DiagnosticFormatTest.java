package io.streamspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiagnosticFormatTest {

    private static final SourceText SOURCE =
            SourceText.of("spec/a, b: 100%.pandoc", "first\nan \uD83D\uDE00 ed\u00E9ge\nlast\n");
    private static final Diagnostic EDGE = DiagnosticId.error("diagram-edge")
            .at(SOURCE.span(12, 17), "'%s' ends,\r\n50%% in: octet 4", "ed\u00E9ge")
            .hint("move it\nto the right")
            .seeAlso(SOURCE.span(0, 5), "it starts here");
    private static final Diagnostic UNKNOWN = DiagnosticId.warning("not-in-the-manual")
            .at(SourceText.of("/home/a b/x.pandoc", "x\ny\n").span(0, 3), "over two lines");
    private static final Diagnostic NOTE = DiagnosticId.note("byte-order-unknown")
            .at(SourceText.of("C:/formats/x.pandoc", "").span(0, 0), "at an end");
    private static final List<Diagnostic> ALL = List.of(EDGE, UNKNOWN, NOTE);

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void the_first_line_of_text_matches_the_documented_pattern() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "diagnostics.md"));
        Matcher written = Pattern.compile("\"regexp\": \"(.*)\"").matcher(manual);
        assertThat(written.find()).isTrue();
        Pattern pattern = Pattern.compile(written.group(1).replace("\\\\", "\\"));

        List<Matcher> matches = DiagnosticFormat.TEXT
                .render(ALL, "1.0")
                .lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .toList();
        assertThat(matches).hasSize(ALL.size());
        Matcher first = matches.get(0);
        assertThat(List.of(first.group(1), first.group(2), first.group(3), first.group(4), first.group(6)))
                .containsExactly(SOURCE.name(), "2", "6", "error", "diagram-edge");
        assertThat(matches.get(2).group(1)).isEqualTo("C:/formats/x.pandoc");
    }

    @Test
    void a_workflow_command_is_one_line_in_which_nothing_ends_a_property() {
        List<String> lines = DiagnosticFormat.GITHUB.render(ALL, "1.0").lines().toList();
        assertThat(lines)
                .containsExactly(
                        "::error file=spec/a%2C b%3A 100%25.pandoc,line=2,endLine=2,col=6,endColumn=11,title=diagram-edge"
                                + "::'ed\u00E9ge' ends,%0D%0A50%25 in: octet 4%0Ahint: move it%0Ato the right"
                                + "%0Anote: spec/a, b: 100%25.pandoc:1:1: it starts here",
                        "::warning file=/home/a b/x.pandoc,line=1,endLine=2,title=not-in-the-manual::over two lines",
                        "::notice file=C%3A/formats/x.pandoc,line=1,endLine=1,col=1,endColumn=1,title=byte-order-unknown"
                                + "::at an end");
    }

    @Test
    void json_has_everything() throws IOException {
        JsonNode log = mapper.readTree(DiagnosticFormat.JSON.render(ALL, "1.0"));
        assertThat(log.get("format").asInt()).isEqualTo(1);
        assertThat(log.get("streamspec").asText()).isEqualTo("1.0");
        JsonNode edge = log.get("diagnostics").get(0);
        assertThat(edge.get("id").asText()).isEqualTo("diagram-edge");
        assertThat(edge.get("severity").asText()).isEqualTo("error");
        assertThat(edge.get("message").asText()).contains("50% in");
        assertThat(List.of(edge.get("line").asInt(), edge.get("column").asInt()))
                .containsExactly(2, 6);
        assertThat(List.of(edge.get("endLine").asInt(), edge.get("endColumn").asInt()))
                .containsExactly(2, 11);
        assertThat(edge.get("hints").get(0).asText()).isEqualTo("move it\nto the right");
        assertThat(edge.get("notes").get(0).get("text").asText()).isEqualTo("it starts here");
        assertThat(mapper.readTree(DiagnosticFormat.JSON.render(List.of(), "1.0"))
                        .get("diagnostics"))
                .isEmpty();
    }

    @Test
    void sarif_is_valid_against_its_schema_and_a_wrong_log_is_not() throws IOException {
        assertThat(faults(DiagnosticFormat.SARIF.render(ALL, "1.0"))).isEmpty();
        assertThat(faults(DiagnosticFormat.SARIF.render(List.of(), "1.0"))).isEmpty();
        assertThat(faults(DiagnosticFormat.SARIF.render(ALL, "1.0").replace("\"startLine\" : 2", "\"startLine\" : 0")))
                .isNotEmpty();
    }

    private List<String> faults(String log) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/schemas/sarif-2.1.0-rtm.5.json"))) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
            return schema.validate(mapper.readTree(log)).stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void sarif_results_point_at_rules_and_files() throws IOException {
        JsonNode run = mapper.readTree(DiagnosticFormat.SARIF.render(ALL, "1.0"))
                .get("runs")
                .get(0);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        assertThat(rules.size()).isGreaterThan(80);
        for (JsonNode result : run.get("results")) {
            JsonNode rule = rules.get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(rule.get("shortDescription").get("text").asText()).isNotBlank();
        }
        assertThat(run.findValuesAsText("uri"))
                .containsExactly(
                        "spec/a,%20b:%20100%25.pandoc",
                        "spec/a,%20b:%20100%25.pandoc", "file:///home/a%20b/x.pandoc", "file:///C:/formats/x.pandoc");
        JsonNode edge = run.get("results").get(0);
        assertThat(edge.get("message").get("text").asText()).contains("\nhint: move it");
        assertThat(edge.get("relatedLocations")
                        .get(0)
                        .get("message")
                        .get("text")
                        .asText())
                .isEqualTo("it starts here");
    }
}

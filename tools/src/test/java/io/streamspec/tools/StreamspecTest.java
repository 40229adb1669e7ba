package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamspecTest {

    private static final String SPEC = "../spec/libxl-migration-stream.pandoc";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private Path image() throws IOException {
        Path file = folder.resolve("image");
        try (LibxcWriter writer = LibxcWriter.create(
                file,
                new ImageHeader(3, ImageHeader.Options.of(false)),
                new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 22))) {
            writer.write(new StaticDataEnd())
                    .write(new HvmContext(Octets.of(Samples.hvmContext().array())))
                    .write(new End());
        }
        return file;
    }

    @Test
    void generate_writes_codecs_and_then_finds_them_up_to_date() {
        assertThat(run("generate", SPEC, "--java", folder, "--package", "com.example"))
                .isZero();
        assertThat(folder.resolve("com/example/libxl/LibxlReader.java")).isRegularFile();
        assertThat(run("generate", SPEC, "--java", folder, "--package", "com.example"))
                .isZero();
        assertThat(out.toString()).contains("files written").contains("up to date");
    }

    @Test
    void docs_writes_pages() {
        assertThat(run("docs", SPEC, "--out", folder)).isZero();
        assertThat(folder.resolve("index.html")).content().contains("libxl-migration-stream.html");
    }

    @Test
    void export_prints_json_and_nothing_else() {
        assertThat(run("export", SPEC, "--as", "json")).isZero();
        assertThat(out.toString()).startsWith("{").endsWith("}\n").contains("\"LIBXC_CONTEXT\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void export_prints_a_script_that_needs_no_other() {
        assertThat(run("export", SPEC, "--as", "js")).isZero();
        assertThat(out.toString())
                .contains("globalThis.streamspec = ", "streamspec.specifications.push(", "\"LIBXC_CONTEXT\"")
                .endsWith("})(globalThis.streamspec);\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void export_writes_several_documents_and_formats_into_a_folder_and_then_finds_them_up_to_date() throws IOException {
        String other = "../spec/libxc-migration-stream.pandoc";
        assertThat(run("export", SPEC, other, "--as", "json,js", "--output", folder))
                .isZero();
        assertThat(folder.resolve("libxl-migration-stream.json")).content().contains("\"LIBXC_CONTEXT\"");
        assertThat(folder.resolve("libxc-migration-stream.reader.js")).isRegularFile();
        assertThat(run("export", SPEC, other, "--as", "json,js", "--output", folder))
                .isZero();
        assertThat(out.toString()).contains("5 files written").contains("up to date");
        assertThat(run("export", SPEC, other, "--as", "json", "--output", folder))
                .isZero();
        assertThat(folder.resolve("libxc-migration-stream.reader.js")).doesNotExist();
        assertThat(out.toString()).contains("0 files written, 2 unchanged, 3 deleted");
    }

    @Test
    void export_of_what_does_not_fit_into_one_text_asks_for_a_folder() {
        assertThat(run("export", SPEC, "--as", "json,js")).isEqualTo(2);
        assertThat(run("export", SPEC, SPEC, "--as", "json")).isEqualTo(2);
        assertThat(err.toString()).contains("name it with --output");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void export_of_the_schema_alone_needs_no_document() throws IOException {
        assertThat(run("export", "--as", "json-schema")).isZero();
        String schema = out.toString();
        assertThat(schema).contains("\"$schema\"");
        assertThat(run("export", "--as", "json-schema", "--output", folder)).isZero();
        assertThat(folder.resolve("streamspec-1.1.schema.json")).hasContent(schema);
        assertThat(run("export", "--as", "json-schema", "--output", folder)).isZero();
        assertThat(out.toString()).endsWith("up to date\n");
        assertThat(run("export", "--as", "json-schema,json", "--output", folder))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a document is missing");
    }

    @Test
    void a_faulty_document_is_exit_code_1_and_leaves_what_was_there() throws IOException {
        Path document = folder.resolve("a.pandoc");
        Path output = folder.resolve("out");
        Files.copy(Path.of(SPEC), document);
        assertThat(run("generate", document, "--java", output, "--package", "a"))
                .isZero();
        Files.writeString(
                document,
                Files.readString(document).replace("| control_id            |", "| control_id               |"));
        assertThat(run("generate", document, "--java", output, "--package", "a"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("a.pandoc:", "[diagram-edge]", "hint: ")
                .doesNotContain("\tat ");
        assertThat(output.resolve("a/libxl/LibxlReader.java")).isRegularFile();
    }

    @Test
    void check_is_exit_code_0_where_nothing_differs_and_else_1_with_a_diff_and_the_command_that_mends_it()
            throws IOException {
        Path java = folder.resolve("my java");
        Path json = folder.resolve("api");
        assertThat(run("generate", SPEC, "--java", java, "--package", "a.b")).isZero();
        assertThat(run("export", SPEC, "--as", "json", "--output", json)).isZero();
        assertThat(run("check", SPEC, "--java", java, "--package", "a.b", "--export", json, "--as", "json"))
                .as(err.toString())
                .isZero();

        Path reader = java.resolve("a/b/libxl/LibxlReader.java");
        Files.writeString(reader, Files.readString(reader).replace("public final class", "final class"));
        assertThat(run("check", SPEC, "--java", java, "--package", "a.b", "--export", json, "--as", "json"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("LibxlReader.java:", "[output-changed]");
        assertThat(out.toString())
                .contains(
                        "-final class",
                        "+public final class",
                        "to mend " + java + ": streamspec generate " + SPEC + " --java '" + java + "' --package a.b\n");
        assertThat(run("check", SPEC)).isEqualTo(2);
        assertThat(run("check", SPEC, "--java", java)).isEqualTo(2);
        assertThat(run("check", "none.pandoc", "--java", java, "--package", "a.b"))
                .isEqualTo(2);
    }

    @Test
    void diagnostics_come_in_the_format_that_is_asked_for_and_a_report_leaves_the_text() throws IOException {
        Path document = folder.resolve("a.pandoc");
        Files.writeString(
                document,
                Files.readString(Path.of(SPEC)).replace("| control_id            |", "| control_id               |"));
        Path report = folder.resolve("reports/a.sarif");
        assertThat(run("export", document, "--as", "json", "--format=sarif", "--report", report))
                .isEqualTo(1);
        assertThat(report).content().startsWith("{\n  \"$schema\"").contains("\"ruleId\" : \"diagram-edge\"");
        assertThat(err.toString()).contains(": error: ").doesNotContain("ruleId");
        assertThat(run("export", document, "--as", "json", "--format=github")).isEqualTo(1);
        assertThat(err.toString()).contains("\n::error file=" + document + ",line=");
        assertThat(run("export", document, "--as", "json", "--format=xml")).isEqualTo(2);
    }

    @Test
    void a_package_name_that_leads_out_of_the_folder_is_refused() {
        assertThat(run("generate", SPEC, "--java", folder.resolve("out"), "--package", "../b"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("[java-package-name]");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void missing_files_and_wrong_options_are_exit_code_2() {
        assertThat(run("generate", "none.pandoc", "--java", folder, "--package", "a"))
                .isEqualTo(2);
        assertThat(run("generate", SPEC)).isEqualTo(2);
        assertThat(run("export", SPEC, "--as", "xml")).isEqualTo(2);
        assertThat(err.toString())
                .contains("there is no format 'xml', only json, json-schema, js, kaitai, c, markdown, imhex");
        assertThat(run("inspect", folder.resolve("none"))).isEqualTo(2);
        assertThat(run("inspect", folder)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file").doesNotContain("\tat ");
    }

    @Test
    void inspect_prints_a_line_for_each_header_and_record() throws IOException {
        assertThat(run("inspect", image())).isZero();
        assertThat(out.toString().lines())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("0x00000018          domain_header") && line.contains("type=X86_HVM"))
                .anyMatch(line -> line.startsWith("0x00000030       1  HVM_CONTEXT"))
                .anyMatch(line -> line.startsWith("0x00000038       0    HEADER"));
    }

    @Test
    void inspect_prints_json_lines() throws IOException {
        assertThat(run("inspect", "--json", image())).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "{\"offset\":88,\"path\":\"libxc/hvm\",\"record\":1,\"type\":\"END\",\"instance\":0,\"length\":0,"
                                + "\"fields\":{}}")
                .anyMatch(
                        line -> line.contains("\"path\":\"libxc\",\"record\":1,\"type\":\"HVM_CONTEXT\",\"length\":40,"
                                + "\"fields\":{\"hvm_ctx\":{\"size\":40,\"start\":\"0100"));
    }

    @Test
    void inspect_shows_fields_one_a_line_of_what_is_selected() throws IOException {
        assertThat(run("inspect", "--fields", "--path", "libxc/hvm", "--record", "0", image()))
                .isZero();
        assertThat(out.toString().lines()).hasSize(4).anyMatch(line -> line.endsWith("tsc_khz: 2000000 (0x1e8480)"));
        out.getBuffer().setLength(0);
        assertThat(run("inspect", "--type", "domain_header,end", image())).isZero();
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(run("inspect", "--record", "x", image())).isEqualTo(2);
        assertThat(err.toString()).contains("'x' is no number of a record, such as 17, nor two, 17-20");
    }

    @Test
    void inspect_shows_octets_field_by_field() throws IOException {
        assertThat(run("inspect", "--hex", "--type", "domain_header,HEADER", image()))
                .isZero();
        assertThat(out.toString())
                .contains("libxc/domain_header\n0x00000018  02 00 00 00 ")
                .contains("page_shift = 12\n")
                .contains("libxc/hvm/record 0 HEADER\n0x00000040  86 12 38 54 ")
                .doesNotContain("image_header");
    }

    @Test
    void what_a_body_holds_may_be_broken_and_the_stream_around_it_goes_on() throws IOException {
        Path broken = folder.resolve("broken");
        byte[] octets = Files.readAllBytes(image());
        octets[64 + 4] = 100; // longer than its record
        Files.write(broken, octets);
        assertThat(run("inspect", broken)).isEqualTo(1);
        assertThat(out.toString()).contains("       2  END");
        assertThat(run("verify", broken)).isEqualTo(1);
        assertThat(out.toString()).contains("error: libxc/hvm/record 0 HEADER").contains("libxc END ");
    }

    @Test
    void inspect_tells_what_a_stream_breaks_of_its_specification() throws IOException {
        Path broken = folder.resolve("broken");
        byte[] octets = Files.readAllBytes(image());
        octets[24 + 6] = 1;
        Files.write(broken, octets);
        assertThat(run("inspect", broken)).isZero();
        assertThat(err.toString()).contains("broken: remark: octet 30: domain_header: reserved: 0x1 instead of 0x00");
        octets[24] = 7;
        Files.write(broken, octets);
        assertThat(run("inspect", broken)).isEqualTo(1);
        assertThat(err.toString())
                .contains("broken: fault: octet 24: domain_header: type: 0x7 instead of a value with a meaning");
        assertThat(run("inspect", "--docs", "https://example.com/formats", broken))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "https://example.com/formats/libxc-migration-stream.html#rule.domain_header.type.known",
                        "https://example.com/formats/libxc-migration-stream.html#rule.domain_header.reserved.zero");
    }

    @Test
    void a_cut_off_stream_shows_what_there_is_and_then_the_fault_with_its_offset() throws IOException {
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(image()), 60));
        assertThat(run("inspect", cut)).isEqualTo(1);
        assertThat(out.toString()).contains("HVM_CONTEXT");
        assertThat(err.toString()).contains("truncated").contains("octet ");
    }

    @Test
    void a_checkpointed_stream_is_followed_through_all_its_rounds() throws IOException {
        Path file = folder.resolve("checkpointed");
        LibxcRecord pages = new PageData(List.of(PageData.Pfn.of(0, PfinfoType.NOTAB)), List.of(Octets.zeroes(4096)));
        try (LibxlWriter writer = LibxlWriter.create(file, new Header(Header.Options.of(false, false)))) {
            writer.write(new LibxcContext());
            LibxcWriter inner = writer.libxc(
                    new ImageHeader(3, ImageHeader.Options.of(false)),
                    new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 22));
            inner.write(new StaticDataEnd());
            for (int round = 0; round < 3; round++) {
                inner.write(pages).write(new Checkpoint());
                writer.write(new CheckpointEnd());
            }
        }
        assertThat(run("inspect", file)).as(err.toString()).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("PAGE_DATA")))
                .hasSize(3);
        assertThat(out.toString().lines().filter(line -> line.contains("CHECKPOINT_END")))
                .hasSize(3);
    }

    @Test
    void something_else_is_no_stream_and_is_told_by_what_it_begins_with() {
        assertThat(run("inspect", SPEC)).isEqualTo(1);
        assertThat(err.toString()).contains("it is no stream of Xen's").contains("it begins with 2520546865");
    }

    @Test
    void help_and_version_are_exit_code_0() {
        assertThat(run("--help")).isZero();
        assertThat(run("generate", "--help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains(
                        "Exit codes:",
                        "Example:",
                        "streamspec 0.",
                        "generate ",
                        "check ",
                        "watch ",
                        "identify ",
                        "verify ",
                        "inspect ")
                .contains("get ", "set ", "split ", "join ");
    }
}

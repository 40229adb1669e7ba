package io.streamspec.tools.edit;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static io.streamspec.tools.corpus.Samples.SMALL_PAGE_SHIFT;
import static io.streamspec.tools.edit.EditRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.edit.EditRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitJoinTest {

    private static final Ended WELL = new Ended(0, "", "");

    @TempDir
    Path folder;

    private EditRun files = new EditRun(Path.of(""));
    private Path out = Path.of("");

    @BeforeEach
    void folder() {
        files = new EditRun(folder);
        out = files.file("out");
    }

    private static void requireStrict(Path file) {
        Ended ended = run("verify", "--profile", "strict", file);
        assertThat(ended.out()).contains("0 errors, 0 warnings, 0 notes");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void unwrapping_leaves_the_libxc_stream_octet_for_octet() throws IOException {
        Sample hvm = Samples.hvm(PAGE_SHIFT);
        Sample libxl = Samples.libxl(PAGE_SHIFT);
        for (Sample around : List.of(
                hvm,
                libxl,
                EditRun.xl(libxl, "{}\0"),
                EditRun.libvirt(libxl, "<domain/>\0"),
                EditRun.suspended(hvm, "(vm)"))) {
            Path file = files.write("in", around);
            assertThat(run("split", file, "--unwrap", "--out", out, "--force")).isEqualTo(WELL);
            assertThat(out).hasBinaryContent(hvm.octets());
        }
    }

    @Test
    void a_checkpointed_stream_unwrapped_has_all_rounds_one_behind_the_other() throws IOException {
        Path remus = files.write("remus", Samples.remus(PAGE_SHIFT));
        assertThat(run("split", remus, "--unwrap", "--out", out)).isEqualTo(WELL);
        requireStrict(out);
        assertThat(run("inspect", out).out()).containsPattern("(?s)CHECKPOINT .*PAGE_DATA.*CHECKPOINT ");
    }

    @Test
    void wrapping_is_the_reverse_of_unwrapping() throws IOException {
        Path libxl = files.write("libxl", Samples.libxl(PAGE_SHIFT));
        Path libxc = files.file("libxc");
        Path device = files.file("device");
        Path pairs =
                files.write("pairs", "physmap/0/size\0001000\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        run("split", libxl, "--unwrap", "--out", libxc);
        run("get", libxl, "--device-model", "--out", device);
        assertThat(run("join", libxc, "--libxl", "--device-model", device, "--xenstore", pairs, "--out", out))
                .isEqualTo(WELL);
        assertThat(out).hasBinaryContent(Files.readAllBytes(libxl));
    }

    @Test
    void a_save_file_of_xl_is_made_at_once_and_taken_apart_again() throws IOException {
        Path libxc = files.write("libxc", Samples.hvm(PAGE_SHIFT));
        Path config = Files.writeString(files.file("config"), "{ \"name\": \"guest\" }");
        assertThat(run("join", libxc, "--libxl", "--xl", "--config", config, "--out", out))
                .isEqualTo(WELL);
        requireStrict(out);
        assertThat(run("get", out, "xl/header.mandatory_flags.json_config").out())
                .isEqualTo("1");
        run("get", out, "--config", "--out", files.file("config again"));
        assertThat(files.file("config again")).hasSameTextualContentAs(config);
        run("split", out, "--unwrap", "--out", files.file("libxc again"));
        assertThat(files.file("libxc again")).hasBinaryContent(Files.readAllBytes(libxc));
    }

    @Test
    void a_save_file_needs_no_configuration_and_one_in_text_is_marked_so() throws IOException {
        Path libxl = files.write("libxl", Samples.libxl(PAGE_SHIFT));
        assertThat(run("join", libxl, "--xl", "--out", out)).isEqualTo(WELL);
        requireStrict(out);
        assertThat(Files.size(out)).isEqualTo(Files.size(libxl) + 48);
        Path config = Files.writeString(files.file("config"), "name = 'guest'\n");
        assertThat(run("join", libxl, "--xl", "--config", config, "--out", out, "--force"))
                .isEqualTo(WELL);
        assertThat(run("get", out, "xl/header.mandatory_flags.json_config").out())
                .isEqualTo("0");
    }

    @Test
    void a_big_endian_stream_is_wrapped_in_its_order() throws IOException {
        Path big = files.write("big", EditRun.big());
        Path device = files.write("device", Bytes.little().text("QEVM").u32(3).array());
        assertThat(run("join", big, "--libxl", "--device-model", device, "--out", out))
                .isEqualTo(WELL);
        assertThat(run("get", out, "libxl/header.options.endianness").out()).isEqualTo("1");
        assertThat(run("get", out, "libxl/EMULATOR_CONTEXT.emulator_id").out()).isEqualTo("qemu_upstream (2)");
    }

    @Test
    void version_2_becomes_version_3_and_only_says_so() throws IOException {
        Path old = files.write("old", Samples.hvmOld(PAGE_SHIFT));
        assertThat(run("join", old, "--to-v3", "--out", out)).isEqualTo(WELL);
        requireStrict(out);
        Sample hvm = Samples.hvm(PAGE_SHIFT).without("X86_CPUID_POLICY").without("X86_MSR_POLICY");
        assertThat(out).hasBinaryContent(hvm.octets());
    }

    @Test
    void version_2_of_a_pv_guest_becomes_version_3_also_inside_of_others() throws IOException {
        Sample old = Samples.pv(PAGE_SHIFT)
                .without("STATIC_DATA_END")
                .patch("image_header", 12, Bytes.big().u32(2));
        Path libxc = files.write("old", old);
        assertThat(run("verify", "--profile", "strict", libxc).exitCode()).isZero();
        Path xl = files.file("xl");
        assertThat(run("join", libxc, "--libxl", "--xl", "--out", xl)).isEqualTo(WELL);
        assertThat(run("join", xl, "--to-v3", "--out", out)).isEqualTo(WELL);
        requireStrict(out);
        run("split", out, "--unwrap", "--out", files.file("new"));
        assertThat(files.file("new")).hasBinaryContent(Samples.pv(PAGE_SHIFT).octets());
        assertThat(run("join", out, "--to-v3", "--out", files.file("newer")).err())
                .contains("is of version 3, not 2");
    }

    @Test
    void without_pages_the_stream_stays_sound_and_gets_small() throws IOException {
        for (Sample sample : List.of(
                Samples.hvm(PAGE_SHIFT),
                Samples.hvmOld(PAGE_SHIFT),
                Samples.pv(PAGE_SHIFT),
                Samples.remus(PAGE_SHIFT),
                EditRun.xl(Samples.libxl(PAGE_SHIFT), "{}\0"))) {
            Path file = files.write("in", sample);
            assertThat(run("split", file, "--strip-pages", "--out", out, "--force"))
                    .isEqualTo(WELL);
            requireStrict(out);
            assertThat(run("inspect", out).out()).doesNotContain("PAGE_DATA");
            assertThat(Files.size(out)).isLessThan(Files.size(file));
        }
    }

    @Test
    void the_first_pages_are_kept_if_asked() throws IOException {
        Path file = files.write("in", Samples.hvm(PAGE_SHIFT).twice("PAGE_DATA"));
        assertThat(run("split", file, "--strip-pages", "--keep", 3, "--out", out))
                .isEqualTo(WELL);
        requireStrict(out);
        assertThat(run("get", "--all", out, "libxc/PAGE_DATA.count").out().lines())
                .extracting(line -> line.replaceFirst(".*= ", ""))
                .containsExactly("4", "1");
        assertThat(run("split", file, "--strip-pages", "--keep", 4, "--out", out, "--force"))
                .isEqualTo(WELL);
        assertThat(run("get", "--all", out, "libxc/PAGE_DATA.count").out().lines())
                .extracting(line -> line.replaceFirst(".*= ", ""))
                .containsExactly("4", "2");
    }

    @Test
    void a_batch_that_lies_about_its_pages_is_told_and_leaves_no_trace() throws IOException {
        Sample hvm = Samples.hvm(PAGE_SHIFT);
        Bytes missing =
                Samples.record(1, Bytes.little().u32(2).u32(0).u64(0).u64(1).zeroes(4096));
        for (Sample wrong : List.of(
                hvm.with("PAGE_DATA", missing),
                hvm.patch("PAGE_DATA", 8, Bytes.little().u32(-1)))) {
            Path file = files.write("in", wrong);
            Ended ended = run("split", file, "--strip-pages", "--keep", 2, "--out", out);
            assertThat(ended.err()).contains("octet ").doesNotContain("fault of streamspec");
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(files.files()).containsExactly("in");
        }
    }

    @Test
    void optional_records_are_dropped_on_both_levels() throws IOException {
        Bytes optional = Samples.record(0x8000_0001L, Bytes.little().u8(1));
        Sample libxl = Samples.libxl(PAGE_SHIFT);
        Path file = files.write("in", libxl.before("END", "X", optional).before("libxl END", "X", optional));
        assertThat(run("split", file, "--drop-optional", "--out", out)).isEqualTo(WELL);
        assertThat(out).hasBinaryContent(libxl.octets());
    }

    @Test
    void what_makes_no_sense_is_told_and_leaves_no_trace() throws IOException {
        Path libxc = files.write("libxc", Samples.hvm(PAGE_SHIFT));
        Path libxl = files.write("libxl", Samples.libxl(PAGE_SHIFT));
        Path remus = files.write("remus", Samples.remus(PAGE_SHIFT));
        Path context = files.write("context", EditRun.hvmContext().array());
        Path checkpoints = files.file("checkpoints");
        run("split", remus, "--unwrap", "--out", checkpoints);
        refused(2, "there is no libxc stream in it", "split", context, "--unwrap");
        refused(2, "nothing to do", "split", libxc);
        refused(2, "pages are 0 or more", "split", libxc, "--strip-pages", "--keep", "-1");
        refused(2, "nothing to do", "join", libxc);
        refused(2, "--libxl makes one", "join", libxc, "--xl", "--device-model", libxc);
        refused(2, "--xl makes one", "join", libxc, "--libxl", "--config", libxc);
        refused(2, "a libxc stream goes into a libxl stream", "join", libxl, "--libxl");
        refused(2, "add --libxl", "join", libxc, "--xl");
        refused(2, "stops at a checkpoint", "join", checkpoints, "--libxl");
        refused(2, "is of version 3, not 2", "join", libxc, "--to-v3");
        refused(2, "there is no such file", "join", libxc, "--libxl", "--device-model", files.file("nowhere"));
        refused(1, "expected", "join", libxc, "--libxl", "--xenstore", libxc);
    }

    private void refused(int exitCode, String told, Object... words) throws IOException {
        List<String> before = files.files();
        Object[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--out";
        all[words.length + 1] = out;
        Ended ended = run(all);
        assertThat(ended.err()).contains(told).doesNotContain("fault of streamspec");
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(files.files()).isEqualTo(before);
    }

    @Test
    void a_stream_cut_short_anywhere_leaves_no_trace() throws IOException {
        byte[] whole = Samples.libxl(SMALL_PAGE_SHIFT).octets();
        for (int size = 1; size < whole.length; size += 3) {
            Path file = files.write("in", java.util.Arrays.copyOf(whole, size));
            Ended ended = run("split", file, "--strip-pages", "--out", out);
            assertThat(ended.exitCode()).as(size + " octets").isEqualTo(1);
            assertThat(ended.err()).doesNotContain("fault of streamspec");
            assertThat(files.files()).containsExactly("in");
        }
    }

    @Test
    void what_is_there_is_replaced_by_force_alone() throws IOException {
        Path libxc = files.write("libxc", Samples.hvm(PAGE_SHIFT));
        files.write("out", new byte[] {1});
        assertThat(run("split", libxc, "--unwrap", "--out", out).err()).contains("--force replaces it");
        assertThat(out).hasBinaryContent(new byte[] {1});
        assertThat(run("split", libxc, "--unwrap", "--out", out, "--force")).isEqualTo(WELL);
        assertThat(out).hasBinaryContent(Files.readAllBytes(libxc));
    }
}

package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Golden;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JavaWriterTest {

    static List<OutputFile> generate(Specification... specifications) {
        Diagnostics diagnostics = new Diagnostics();
        List<OutputFile> files = JavaWriter.write(List.of(specifications), "com.example", diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return files;
    }

    @Test
    void the_codecs_of_two_nested_streams_compile_without_a_warning() {
        List<OutputFile> files = generate(Models.libxc(), Models.libxl());
        assertThat(Compiled.of(files).names())
                .contains("com.example.libxc.PageData$Pfn", "com.example.libxl.LibxlReader");
    }

    @Test
    void what_java_cannot_do_is_a_diagnostic() {
        Diagnostics diagnostics = new Diagnostics();
        FieldType endless = new FieldType.Octets(new Extent.ToEnd());
        Specification specification = Models.specification(
                "a",
                "a",
                List.of(Models.body("b", Models.field("list", Models.array(endless, new Extent.ToEnd())))),
                List.of(Models.enumeration("e", "1 one", "1 uno")));
        assertThat(JavaWriter.write(List.of(specification), "com.example", diagnostics))
                .isEmpty();
        assertThat(diagnostics.sorted())
                .extracting(diagnostic -> diagnostic.id().name())
                .containsOnly("java-unsupported")
                .hasSize(2);
    }

    @Test
    void of_a_field_without_a_description_the_javadoc_says_its_width_alone() {
        Specification specification = Models.specification(
                "a",
                "a",
                List.of(Models.body("b", Models.field("told", Models.u(16)), Models.field("untold", Models.u(32), ""))),
                List.of());
        assertThat(generate(specification)).extracting(OutputFile::text).anySatisfy(text -> assertThat(text)
                .contains(" * @param told What the document says of <code>told</code>. (u16)\n"
                        + " * @param untold (u32)\n"));
    }

    @Test
    void output_does_not_depend_on_the_locale() {
        Locale before = Locale.getDefault();
        List<OutputFile> files = generate(Models.libxc());
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(generate(Models.libxc())).isEqualTo(files);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void generated_files_look_as_reviewed() {
        List<String> shown = List.of(
                "libxc/PageData",
                "libxc/ImageHeader",
                "libxc/X86TscInfo",
                "libxc/HvmParams",
                "libxc/X86PvP2mFrames",
                "libxc/PfinfoType",
                "libxc/LibxcRecord",
                "libxc/LibxcContext",
                "libxc/LibxcReader",
                "libxc/LibxcWriter",
                "libxl/LibxlReader",
                "libxl/EmulatorXenstoreData");
        for (OutputFile file : generate(Models.libxc(), Models.libxl())) {
            String path = file.path().substring("com/example/".length());
            if (shown.contains(path.replace(".java", ""))) {
                Golden.assertMatches("java/" + path, file.text());
            }
        }
    }
}

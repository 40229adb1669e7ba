package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Golden;
import io.streamspec.write.OutputFile;
import java.util.List;
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
        assertThat(Compiled.of(files).names()).contains("com.example.libxc.PageData$Pfn", "com.example.libxl.LibxlReader");
    }

    @Test
    void generated_files_look_as_reviewed() {
        List<String> shown = List.of("PageData", "ImageHeader", "X86TscInfo", "HvmParams", "X86PvP2mFrames",
                "PfinfoType", "LibxcRecord", "LibxcContext", "LibxcReader", "LibxcWriter", "LibxlReader",
                "EmulatorXenstoreData");
        for (OutputFile file : generate(Models.libxc(), Models.libxl())) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1).replace(".java", "");
            if (shown.contains(name)) {
                Golden.assertMatches("java/" + name + ".java", file.text());
            }
        }
    }
}

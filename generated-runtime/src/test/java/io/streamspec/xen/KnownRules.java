package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Violation;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of our documents, each with an anchor on its page: whatever is reported is one of them. */
final class KnownRules {

    private static final Map<String, Set<String>> IDS =
            List.of("libxc-migration-stream", "libxl-migration-stream", "hvm-context", "xenstore-migration").stream()
                    .collect(Collectors.toMap(Function.identity(), KnownRules::ids));

    private KnownRules() {}

    private static Set<String> ids(String document) {
        try {
            String text = Files.readString(Path.of("..", "spec", document + ".pandoc"));
            SourceText source = SourceText.of(document + ".pandoc", text);
            return Rules.of(Generator.read(source, Optional.empty(), new Diagnostics())).stream()
                    .map(Rule::id)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertKnown(Violation violation) {
        assertThat(Objects.requireNonNull(IDS.get(violation.document())))
                .as(violation.toString())
                .contains(violation.rule());
    }

    static void assertKnown(FormatException fault) {
        assertThat(IDS.values()).as(fault.getMessage()).anyMatch(ids -> ids.contains(fault.rule()));
    }
}

package io.streamspec.model;

import io.streamspec.model.Section.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors give as examples of rules: listings that open with {@code {.example rule=ID accept}} or
 * {@code {.example rule=ID reject}}.
 */
public final class ProseExamples {

    private static final Pattern INFO =
            Pattern.compile("\\{\\s*\\.example\\s+rule=\"?([^\\s\"{}]+)\"?\\s+(accept|reject)\\s*}");

    private ProseExamples() {}

    /** An example, and the listing that has it. */
    public record Example(String rule, boolean accepted, Content.Listing listing) {}

    /** The example that a listing is; absent if it is none, or says it in no known form. */
    public static Optional<Example> of(Content.Listing listing) {
        Matcher info = INFO.matcher(listing.info());
        return info.matches()
                ? Optional.of(new Example(info.group(1), info.group(2).equals("accept"), listing))
                : Optional.empty();
    }

    /** Whether a listing means to be an example. */
    public static boolean isMeant(Content.Listing listing) {
        return listing.info().matches("\\{?\\s*\\.?example\\b.*");
    }

    /** All examples of a document, by rule. */
    public static Map<String, List<Example>> of(Specification specification) {
        Map<String, List<Example>> examples = new LinkedHashMap<>();
        for (Section section : specification.sections()) {
            for (Content content : section.contents()) {
                if (content instanceof Content.Listing listing) {
                    of(listing).ifPresent(example -> examples.computeIfAbsent(example.rule(), key -> new ArrayList<>())
                            .add(example));
                }
            }
        }
        return examples;
    }
}

package io.streamspec.export;

import java.util.List;
import java.util.stream.Collectors;

/** The formats there are. */
public final class ExportFormats {

    private static final List<ExportFormat> ALL = List.of(
            new JsonFormat(),
            new JsonSchemaFormat(),
            new JsFormat(),
            new KaitaiFormat(),
            new CFormat(),
            new MarkdownFormat(),
            new ImhexFormat());

    private ExportFormats() {}

    /** All formats, in the order in which they are listed. */
    public static List<ExportFormat> all() {
        return ALL;
    }

    /** The names of all formats. */
    public static List<String> names() {
        return ALL.stream().map(ExportFormat::name).toList();
    }

    /**
     * The formats of these names, in order, each once.
     *
     * @throws IllegalArgumentException if there is none of a name
     */
    public static List<ExportFormat> named(List<String> names) {
        return names.stream().distinct().map(ExportFormats::named).toList();
    }

    private static ExportFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format '" + name + "', only "
                        + names().stream().collect(Collectors.joining(", "))));
    }
}

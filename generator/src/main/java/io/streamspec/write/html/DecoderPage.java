package io.streamspec.write.html;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.js.JsWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page that decodes files and pasted octets where they are, by the readers that are generated from the model.
 *
 * @param needsOrder whether some specification leaves the byte order to the reader's user
 */
public record DecoderPage(List<Choice> choices, boolean needsOrder) {

    private static final String FILE = "decoder.html";

    public DecoderPage {
        choices = List.copyOf(choices);
    }

    /** A specification that can be chosen. */
    public record Choice(String name, String title) {}

    /** The page for those of {@code specifications} that say what a stream is; absent if none does. */
    static Optional<SitePage> of(List<Specification> specifications, Diagnostics diagnostics) {
        List<Specification> streams = specifications.stream()
                .filter(specification -> !specification.headers().isEmpty()
                        || specification.framing().isPresent())
                .toList();
        if (streams.isEmpty()) {
            return Optional.empty();
        }
        List<String> scripts = new ArrayList<>();
        JsWriter.write(streams, diagnostics).stream().map(OutputFile::text).forEach(scripts::add);
        scripts.add(Resources.text("decoder.js"));
        List<Choice> choices = streams.stream()
                .map(specification -> new Choice(specification.name(), specification.title()))
                .toList();
        DecoderPage page = new DecoderPage(choices, streams.stream().anyMatch(DecoderPage::leavesOrder));
        return Optional.of(new SitePage(
                FILE,
                "Live decoder",
                "decoder.jte",
                page,
                List.of(),
                List.of(),
                Resources.text("decoder.css"),
                scripts));
    }

    private static boolean leavesOrder(Specification specification) {
        return specification.endianFlag().isEmpty()
                && specification.preamble().mark().isEmpty()
                && specification.structures().stream().anyMatch(structure -> structure.byteOrder() == ByteOrder.STREAM);
    }
}

package io.streamspec.write.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reports what a document shows and its page does not: images, which pages have none of, links that are not safe or lead to
 * nothing, and markup in paragraphs that have too much of it.
 */
public final class Losses {

    static final DiagnosticId IMAGE_LEFT_OUT = DiagnosticId.warning("image-left-out");
    static final DiagnosticId LINK_LEFT_OUT = DiagnosticId.warning("link-left-out");
    static final DiagnosticId MARKUP_LEFT_OUT = DiagnosticId.warning("markup-left-out");

    private static final Parser PARSER = Parser.builder().build();

    private final LinkDefinitions definitions;
    private final Function<String, Optional<String>> links;
    private final Diagnostics diagnostics;

    private Losses(LinkDefinitions definitions, Function<String, Optional<String>> links, Diagnostics diagnostics) {
        this.definitions = definitions;
        this.links = links;
        this.diagnostics = diagnostics;
    }

    /** Reports the losses of {@code specification}, whose links lead where {@code links} say, if anywhere. */
    static void report(Specification specification, Function<String, Optional<String>> links, Diagnostics diagnostics) {
        List<PageTexts.Text> texts = PageTexts.of(specification);
        Losses losses = new Losses(LinkDefinitions.of(specification), links, diagnostics);
        texts.forEach(losses::report);
    }

    /** Reports the paragraphs of {@code specification} that are shown without their markup. */
    public static void reportSigns(Specification specification, Diagnostics diagnostics) {
        PageTexts.of(specification).forEach(text -> reportSigns(text, diagnostics));
    }

    private static void reportSigns(PageTexts.Text text, Diagnostics diagnostics) {
        if (HiddenSigns.areIn(text.markup())) {
            int start = HiddenSigns.first(text.markup());
            reportSigns(text.place().of(start, start), diagnostics);
        }
    }

    /** Reports that the paragraph at {@code span} is shown without its markup. */
    static void reportSigns(Span span, Diagnostics diagnostics) {
        diagnostics.report(MARKUP_LEFT_OUT
                .at(span, "a paragraph is shown without its markup, of which it has too much")
                .hint(
                        "divide it: at most %d of the signs ` [ < & in a paragraph, and %d characters in a tag or title",
                        HiddenSigns.MOST, HiddenSigns.LONGEST));
    }

    /** Reports that the image at {@code span} is not published. */
    static void reportImage(Span span, String image, Diagnostics diagnostics) {
        diagnostics.report(IMAGE_LEFT_OUT
                .at(span, "the page shows the words of the image '%s' in its place", image)
                .hint("say in words what it shows; pages carry no image files"));
    }

    private void report(PageTexts.Text text) {
        String markup = text.markup();
        reportSigns(text, diagnostics);
        if (markup.indexOf('[') >= 0 || markup.indexOf('<') >= 0) {
            String read = HiddenSigns.hide(LetteredLists.aligned(Footnotes.hidden(markup)));
            String before = definitions.before(read);
            Document parsed = PARSER.parse(before + read);
            for (Node node : parsed.getDescendants()) {
                if (node.getStartOffset() >= before.length()) {
                    report(node, text.place(), before.length(), parsed);
                }
            }
        }
    }

    private void report(Node node, PageTexts.Place place, int before, Document parsed) {
        if (node instanceof Image || node instanceof ImageRef) {
            Span span = place.of(node.getStartOffset() - before, node.getEndOffset() - before);
            reportImage(span, node.getChars().toString(), diagnostics);
        }
        address(node, parsed).ifPresent(address -> {
            if (links.apply(address).isEmpty()) {
                report(address, place.of(node.getStartOffset() - before, node.getEndOffset() - before));
            }
        });
    }

    private void report(String address, Span span) {
        diagnostics.report(
                Links.safe(address).isPresent()
                        ? SiteLinks.dangling(span, address)
                        : LINK_LEFT_OUT
                                .at(span, "the page does not link to '%s'", address)
                                .hint("links go to http, https and mailto addresses, and to places of the same site"));
    }

    /** Where a node leads, if it is a link. */
    private static Optional<String> address(Node node, Document parsed) {
        if (node instanceof Link link) {
            return Optional.of(link.getUrl().unescape());
        } else if (node instanceof AutoLink link) {
            return Optional.of(link.getText().toString());
        } else if (node instanceof LinkRef link && link.isDefined()) {
            Optional<Reference> definition = Optional.ofNullable(link.getReferenceNode(parsed));
            return definition.map(found -> found.getUrl().unescape());
        }
        return Optional.empty();
    }
}

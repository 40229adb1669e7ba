package io.streamspec.write.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;

/**
 * Reports what a document shows and its page does not: images, which pages have none of, links that are not safe, and markup
 * in paragraphs that have too much of it.
 */
final class Losses {

    static final DiagnosticId IMAGE_LEFT_OUT = DiagnosticId.warning("image-left-out");
    static final DiagnosticId LINK_LEFT_OUT = DiagnosticId.warning("link-left-out");
    static final DiagnosticId MARKUP_LEFT_OUT = DiagnosticId.warning("markup-left-out");

    private static final Parser PARSER = Parser.builder().build();

    private final Diagnostics diagnostics;

    private Losses(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void report(Specification specification, Diagnostics diagnostics) {
        Losses losses = new Losses(diagnostics);
        for (Section section : specification.sections()) {
            for (Content content : section.contents()) {
                losses.report(content);
            }
        }
        for (Structure structure : specification.structures()) {
            structure.fields().forEach(losses::report);
        }
        for (Enumeration enumeration : specification.enumerations()) {
            enumeration
                    .values()
                    .forEach(value -> losses.report(
                            value.description().isEmpty() ? value.label() : value.description(), value.span()));
            enumeration.reserved().forEach(range -> losses.report(range.label(), range.span()));
        }
    }

    private void report(Content content) {
        if (content instanceof Content.Prose prose) {
            report(prose.text(), prose.span());
        } else if (content instanceof Content.PlainTable table) {
            table.caption().ifPresent(caption -> report(caption, table.span()));
            table.header().forEach(cell -> report(cell, table.span()));
            table.rows().forEach(row -> row.forEach(cell -> report(String.join("\n\n", cell), table.span())));
        } else if (content instanceof Content.ValueTable table) {
            table.caption().ifPresent(caption -> report(caption, table.span()));
        }
    }

    private void report(Field field) {
        report(field.description(), field.span());
        FieldType type = field.type() instanceof FieldType.Array array ? array.element() : field.type();
        if (type instanceof FieldType.Flags flags) {
            flags.bits().forEach(range -> report(range.description(), range.span()));
        }
    }

    /** Reports it if some paragraph of {@code text}, which stands at {@code span}, is shown without its markup. */
    static void reportSigns(String text, Span span, Diagnostics diagnostics) {
        if (HiddenSigns.areIn(text)) {
            diagnostics.report(MARKUP_LEFT_OUT
                    .at(span, "a paragraph is shown without its markup, of which it has too much")
                    .hint(
                            "divide it: at most %d of the signs ` [ < & in a paragraph, and %d characters in a tag or"
                                    + " title",
                            HiddenSigns.MOST, HiddenSigns.LONGEST));
        }
    }

    private void report(String text, Span span) {
        reportSigns(text, span, diagnostics);
        if (HiddenSigns.areIn(text)) {
            return;
        }
        if (text.indexOf('[') >= 0 || text.indexOf('<') >= 0) {
            report(PARSER.parse(text), span);
        }
    }

    private void report(Node parent, Span span) {
        for (Node node : parent.getChildren()) {
            if (node instanceof Image || node instanceof ImageRef) {
                diagnostics.report(IMAGE_LEFT_OUT
                        .at(span, "the page shows the words of the image '%s' in its place", node.getChars())
                        .hint("say in words what it shows; pages carry no image files"));
            } else if (node instanceof LinkNodeBase link
                    && isLink(node)
                    && Links.safe(link.getUrl().toString()).isEmpty()) {
                diagnostics.report(LINK_LEFT_OUT
                        .at(span, "the page does not link to '%s'", link.getUrl())
                        .hint("links go to http, https and mailto addresses, and to places of the same site"));
            }
            report(node, span);
        }
    }

    private static boolean isLink(Node node) {
        return node instanceof Link || node instanceof AutoLink;
    }
}

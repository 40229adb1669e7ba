package io.streamspec.write.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import io.streamspec.model.Field;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;

/** Reports what a document shows and its page does not: images, which pages have none of, and links that are not safe. */
final class Losses {

    static final DiagnosticId IMAGE_LEFT_OUT = DiagnosticId.warning("image-left-out");
    static final DiagnosticId LINK_LEFT_OUT = DiagnosticId.warning("link-left-out");

    private static final Parser PARSER = Parser.builder().build();

    private final Diagnostics diagnostics;

    private Losses(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void report(Specification specification, Diagnostics diagnostics) {
        Losses losses = new Losses(diagnostics);
        for (Section section : specification.sections()) {
            for (Content content : section.contents()) {
                if (content instanceof Content.Prose prose) {
                    losses.report(prose.text(), prose.span());
                } else if (content instanceof Content.PlainTable table) {
                    table.rows()
                            .forEach(
                                    row -> row.forEach(cell -> losses.report(String.join("\n\n", cell), table.span())));
                }
            }
        }
        for (Structure structure : specification.structures()) {
            for (Field field : structure.fields()) {
                losses.report(field.description(), field.span());
            }
        }
    }

    private void report(String text, Span span) {
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

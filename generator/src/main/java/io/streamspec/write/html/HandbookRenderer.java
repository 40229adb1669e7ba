package io.streamspec.write.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.HeaderIdGenerator;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renders Markdown with GitHub's tables and ids of headings. Raw HTML comes out as text, images as their description;
 * tables and listings get a frame that can be scrolled.
 */
final class HandbookRenderer {

    private static final MutableDataSet OPTIONS = new MutableDataSet()
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.SUPPRESSED_LINKS, "") // Links knows better
            .set(HtmlRenderer.RENDER_HEADER_ID, true)
            .set(HtmlRenderer.FENCED_CODE_LANGUAGE_CLASS_PREFIX, "language-")
            .set(TablesExtension.CLASS_NAME, "")
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()));

    private final Document document;

    HandbookRenderer(String text) {
        document = Parser.builder(OPTIONS).build().parse(HiddenSigns.hide(text));
    }

    /** Says where a link leads, or that it leads nowhere. */
    interface Resolver {
        Optional<String> resolve(String address, Node link);
    }

    /** The headings in order, with the ids that they are rendered with. */
    List<Frame.Heading> headings() {
        HeaderIdGenerator ids = new HeaderIdGenerator();
        ids.generateIds(document);
        List<Frame.Heading> headings = new ArrayList<>();
        for (Node node : document.getDescendants()) {
            if (node instanceof Heading heading) {
                String id = Optional.ofNullable(ids.getId(heading)).orElse("");
                headings.add(new Frame.Heading(heading.getLevel() - 1, id, text(heading)));
            }
        }
        return headings;
    }

    /** The images, of which the page shows the words. */
    List<Node> images() {
        List<Node> images = new ArrayList<>();
        document.getDescendants().forEach(node -> {
            if (node instanceof Image || node instanceof ImageRef) {
                images.add(node);
            }
        });
        return images;
    }

    Page.Html render(Resolver resolver) {
        HtmlRenderer renderer = HtmlRenderer.builder(OPTIONS)
                .attributeProviderFactory(new Resolved(resolver))
                .nodeRendererFactory(any -> new Framed())
                .build();
        return new Page.Html(HiddenSigns.show(renderer.render(document).strip()));
    }

    private static String text(Node node) {
        return new TextCollectingVisitor().collectAndGetText(node);
    }

    private static final class Resolved extends IndependentAttributeProviderFactory {

        private final Resolver resolver;

        Resolved(Resolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public AttributeProvider apply(LinkResolverContext context) {
            return (node, part, attributes) -> {
                boolean link = node instanceof Link || node instanceof LinkRef || node instanceof AutoLink;
                if (link && attributes.contains("href")) {
                    resolver.resolve(attributes.getValue("href"), node)
                            .ifPresentOrElse(
                                    target -> attributes.replaceValue("href", target), () -> attributes.remove("href"));
                }
            };
        }
    }

    private static final class Framed implements NodeRenderer {

        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(
                            TableBlock.class, (node, context, html) -> frame("Table", context, html)),
                    new NodeRenderingHandler<>(
                            FencedCodeBlock.class, (node, context, html) -> frame("Listing", context, html)),
                    new NodeRenderingHandler<>(
                            IndentedCodeBlock.class, (node, context, html) -> frame("Listing", context, html)),
                    new NodeRenderingHandler<>(TableCell.class, (node, context, html) -> cell(node, context, html)),
                    new NodeRenderingHandler<>(Code.class, (node, context, html) -> code(node, context, html)),
                    new NodeRenderingHandler<>(Image.class, (node, context, html) -> html.text(text(node))),
                    new NodeRenderingHandler<>(ImageRef.class, (node, context, html) -> html.text(text(node))));
        }

        /** A heading that says nothing heads nothing. */
        private static void cell(TableCell cell, NodeRendererContext context, HtmlWriter html) {
            if (cell.isHeader() && cell.getText().isBlank()) {
                html.tag("td").closeTag("td");
            } else {
                context.delegateRender();
            }
        }

        /** A bar in a table is escaped even in code, where nothing else is. */
        private static void code(Code code, NodeRendererContext context, HtmlWriter html) {
            String text = code.getText().toString();
            if (text.contains("\\|") && code.getAncestorOfType(TableCell.class) != null) {
                html.tag("code");
                html.text(text.replace("\\|", "|"));
                html.closeTag("code");
            } else {
                context.delegateRender();
            }
        }

        private static void frame(String name, NodeRendererContext context, HtmlWriter html) {
            html.attr("class", "wide")
                    .attr("role", "group")
                    .attr("aria-label", name)
                    .attr("tabindex", "0");
            html.withAttr().tag("div");
            context.delegateRender();
            html.closeTag("div");
        }
    }
}

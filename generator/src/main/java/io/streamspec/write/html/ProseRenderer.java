package io.streamspec.write.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ext.superscript.SuperscriptExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Renders running text: what pandoc's dialect and CommonMark share by flexmark, superscripts, lettered lists and
 * footnotes, hard spaces, statements and cross references by extensions. Raw HTML comes out as text, links go only where the page lets them, images become links.
 */
final class ProseRenderer {

    private final Parser parser;
    private final Parser phrases;
    private final HtmlRenderer renderer;
    private final LinkDefinitions definitions;

    /** A renderer of text that stands alone; see {@link #ProseRenderer(LinkDefinitions, Function, Parser.ParserExtension...)}. */
    ProseRenderer(Parser.ParserExtension... extensions) {
        this(LinkDefinitions.NONE, Links::safe, extensions);
    }

    /**
     * A renderer with further extensions, which all parse and render.
     *
     * @param links what an address in a text is on the page; one that is nothing there is no link
     */
    ProseRenderer(
            LinkDefinitions definitions,
            Function<String, Optional<String>> links,
            Parser.ParserExtension... extensions) {
        this.definitions = definitions;
        MutableDataSet options = new MutableDataSet();
        options.set(HtmlRenderer.ESCAPE_HTML, true);
        options.set(HtmlRenderer.RENDER_HEADER_ID, false);
        options.set(Parser.HEADING_PARSER, false);
        List<Extension> all = new ArrayList<>(List.of(SuperscriptExtension.create(), new PandocEscapes()));
        all.addAll(List.of(extensions));
        options.set(Parser.EXTENSIONS, all);
        parser = Parser.builder(options).build();
        phrases = Parser.builder(inlineOnly(options)).build();
        renderer = HtmlRenderer.builder(options)
                .attributeProviderFactory(new SafeLinks(links))
                .nodeRendererFactory(any -> new ImagesAsLinks())
                .build();
    }

    private static MutableDataSet inlineOnly(MutableDataSet options) {
        return new MutableDataSet(options)
                .set(Parser.BLOCK_QUOTE_PARSER, false)
                .set(Parser.LIST_BLOCK_PARSER, false)
                .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
                .set(Parser.THEMATIC_BREAK_PARSER, false)
                .set(Parser.HTML_BLOCK_PARSER, false);
    }

    /** Paragraphs, lists and quotes. */
    Page.Html blocks(String text) {
        return new Page.Html(StatementMarks.cleaned(render(parser, LetteredLists.numbered(text))));
    }

    /** A phrase: a single paragraph, without its paragraph tags. */
    Page.Html phrase(String text) {
        String html = render(phrases, text);
        boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 1) < 0;
        return single ? new Page.Html(html.substring(3, html.length() - 4)) : new Page.Html(html);
    }

    private String render(Parser language, String text) {
        return HiddenSigns.show(renderer.render(language.parse(definitions.before(text) + HiddenSigns.hide(text)))
                .strip());
    }

    private static final class SafeLinks extends IndependentAttributeProviderFactory {
        private final Function<String, Optional<String>> links;

        SafeLinks(Function<String, Optional<String>> links) {
            this.links = links;
        }

        @Override
        public AttributeProvider apply(LinkResolverContext context) {
            return this::check;
        }

        private void check(Node node, AttributablePart part, MutableAttributes attributes) {
            boolean link = node instanceof Link || node instanceof LinkRef || node instanceof AutoLink;
            if (link && attributes.contains("href")) {
                String address = attributes.getValue("href");
                links.apply(address)
                        .ifPresentOrElse(
                                safe -> attributes.replaceValue("href", safe), () -> attributes.remove("href"));
            }
        }
    }

    private static final class ImagesAsLinks implements NodeRenderer {
        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(Image.class, (node, context, html) -> text(node, context)),
                    new NodeRenderingHandler<>(ImageRef.class, (node, context, html) -> text(node, context)));
        }

        private static void text(Node node, NodeRendererContext context) {
            context.getHtmlWriter().text("[image: " + new TextCollectingVisitor().collectAndGetText(node) + "]");
        }
    }
}

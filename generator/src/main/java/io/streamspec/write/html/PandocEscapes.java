package io.streamspec.write.html;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A flexmark extension for the one escape that pandoc has and CommonMark lacks: a backslash keeps a space from breaking. */
final class PandocEscapes implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void rendererOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineParserExtensionFactory(new SpaceParser());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder, String rendererType) {
        builder.nodeRendererFactory(options -> () ->
                Set.of(new NodeRenderingHandler<>(HardSpace.class, (node, context, html) -> html.text("\u00a0"))));
    }

    /** A space at which no line breaks. */
    private static final class HardSpace extends Node {
        HardSpace(BasedSequence chars) {
            super(chars);
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private static final class SpaceParser implements InlineParserExtensionFactory, InlineParserExtension {
        @Override
        public boolean parse(LightInlineParser parser) {
            if (parser.peek(1) != ' ') {
                return false;
            }
            int at = parser.getIndex();
            parser.flushTextNode();
            parser.getBlock().appendChild(new HardSpace(parser.getInput().subSequence(at, at + 2)));
            parser.setIndex(at + 2);
            return true;
        }

        @Override
        public void finalizeDocument(InlineParser parser) {}

        @Override
        public void finalizeBlock(InlineParser parser) {}

        @Override
        public CharSequence getCharacters() {
            return "\\";
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return this;
        }
    }
}

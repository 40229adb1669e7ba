package io.streamspec.write.html;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.streamspec.model.NormativeProse.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A flexmark extension that gives statements in running text an anchor and a link. Where they begin and end is told by
 * marks of control characters, which no document may contain; next to text each ends in a parenthesis, so that emphasis
 * opens and closes beside it.
 */
final class StatementMarks implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private static final Pattern OPEN = Pattern.compile("^\u0002([or])([^\u001f]*)\u001f\\(");
    private static final Pattern CLOSE = Pattern.compile("^\\)\u0003");
    private static final Pattern LEFT_OVER = Pattern.compile("\u0002[^\u001f]*\u001f\\(|\\)\u0003");

    private final RuleAnchors anchors;

    StatementMarks(RuleAnchors anchors) {
        this.anchors = anchors;
    }

    /** {@code text} with marks around {@code statements}, which are in order, outer ones before inner ones. */
    static String marked(String text, List<Statement> statements) {
        StringBuilder out = new StringBuilder();
        List<Statement> open = new ArrayList<>();
        int next = 0;
        for (int at = 0; at <= text.length(); at++) {
            while (!open.isEmpty() && open.get(open.size() - 1).end() <= at) {
                open.remove(open.size() - 1);
                out.append(")\u0003");
            }
            while (next < statements.size() && statements.get(next).start() == at) {
                Statement statement = statements.get(next++);
                out.append('\u0002').append(statement.own() ? 'o' : 'r').append(statement.rule());
                out.append("\u001f(");
                open.add(statement);
            }
            if (at < text.length()) {
                out.append(text.charAt(at));
            }
        }
        return out.toString();
    }

    /** {@code html} without the marks that stood where no anchor can be, such as in code. */
    static String cleaned(String html) {
        return html.indexOf('\u0002') < 0 && html.indexOf('\u0003') < 0
                ? html
                : LEFT_OVER.matcher(html).replaceAll("");
    }

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void rendererOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineParserExtensionFactory(new MarkFactory());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder, String rendererType) {
        builder.nodeRendererFactory(options -> new MarkRenderer());
    }

    /** Where a statement begins; in the end the whole of it. */
    private static final class Marked extends Node {
        private final boolean own;
        private final String rule;

        Marked(BasedSequence chars, boolean own, String rule) {
            super(chars);
            this.own = own;
            this.rule = rule;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** Where a statement ends. */
    private static final class End extends Node {
        End(BasedSequence chars) {
            super(chars);
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private static final class MarkFactory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "\u0002)";
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
            return new MarkParser();
        }
    }

    private static final class MarkParser implements InlineParserExtension {
        private final List<Marked> open = new ArrayList<>();

        @Override
        public boolean parse(LightInlineParser parser) {
            Matcher begin = parser.matcher(OPEN);
            if (begin != null) {
                Marked mark =
                        new Marked(chars(parser, begin.group()), begin.group(1).equals("o"), begin.group(2));
                append(parser, mark);
                open.add(mark);
                return true;
            }
            Matcher end = parser.matcher(CLOSE);
            if (end != null) {
                append(parser, new End(chars(parser, end.group())));
            }
            return end != null;
        }

        private static void append(LightInlineParser parser, Node node) {
            parser.flushTextNode();
            parser.getBlock().appendChild(node);
        }

        private static BasedSequence chars(LightInlineParser parser, String found) {
            return parser.getInput().subSequence(parser.getIndex() - found.length(), parser.getIndex());
        }

        /** From the inside out, takes what lies between beginning and end into the statement. */
        @Override
        public void finalizeBlock(InlineParser parser) {
            for (int i = open.size() - 1; i >= 0; i--) {
                Marked mark = open.get(i);
                Node end = mark.getNext();
                while (end != null && !(end instanceof End)) {
                    end = end.getNext();
                }
                while (end != null && mark.getNext() != end) {
                    mark.appendChild(mark.getNext());
                }
                if (end != null) {
                    end.unlink();
                }
            }
            open.clear();
        }

        @Override
        public void finalizeDocument(InlineParser parser) {}
    }

    private final class MarkRenderer implements NodeRenderer {
        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(Marked.class, this::render),
                    new NodeRenderingHandler<>(End.class, (node, context, html) -> {}));
        }

        private void render(Marked mark, NodeRendererContext context, HtmlWriter html) {
            if (mark.own && anchors.place(mark.rule)) {
                html.attr("id", RuleAnchors.id(mark.rule));
            }
            html.attr("class", "statement").withAttr().tag("span");
            context.renderChildren(mark);
            if (anchors.isKnown(mark.rule)) {
                html.attr("class", "self rule").attr("href", "#" + RuleAnchors.id(mark.rule));
                html.attr("aria-label", "Rule " + mark.rule);
                html.withAttr().tag("a");
                html.text("\u00a7");
                html.closeTag("a");
            }
            html.closeTag("span");
        }
    }
}

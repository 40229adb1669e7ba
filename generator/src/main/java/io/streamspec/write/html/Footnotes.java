package io.streamspec.write.html;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The footnotes of one page. Definitions may stand in another piece of prose than the references, so they are gathered
 * from all of them first; a flexmark extension then renders {@code [^name]} as a link to the note.
 */
final class Footnotes implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private static final Pattern DEFINITION = Pattern.compile("\\[\\^([^\\]\\s]+)\\]:[ \\t]*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("^\\[\\^([^\\]\\s]+)\\](?!:)");

    private static final Pattern ANY = Pattern.compile("\\[\\^[^\\]\\s]++\\]:?");

    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> references = new LinkedHashMap<>();

    /** Takes the definitions out of a piece of prose, and returns what is left. */
    String gather(String text) {
        StringBuilder rest = new StringBuilder();
        @Nullable String open = null;
        for (String line : text.lines().toList()) {
            Matcher definition = DEFINITION.matcher(line);
            if (definition.matches()) {
                open = definition.group(1);
                definitions.merge(open, definition.group(2), (first, second) -> first + "\n\n" + second);
            } else if (line.isBlank() || open == null) {
                open = null;
                rest.append(line).append('\n');
            } else {
                definitions.merge(open, "\n" + line, String::concat);
            }
        }
        return rest.toString();
    }

    /** {@code text} with letters in place of all references and labels of notes, of the same length. */
    static String hidden(String text) {
        return ANY.matcher(text).replaceAll(note -> "x".repeat(note.group().length()));
    }

    /** The notes that were referred to, in order, as name and text. */
    Map<String, String> used() {
        Map<String, String> used = new LinkedHashMap<>();
        numbers.keySet().forEach(name -> used.put(name, definitions.getOrDefault(name, "")));
        definitions.forEach(used::putIfAbsent);
        return used;
    }

    /** The ids of all references to a note, in order. */
    List<String> references(String name) {
        return IntStream.rangeClosed(1, references.getOrDefault(name, 0))
                .mapToObj(count -> reference(name, count))
                .toList();
    }

    private static String reference(String name, int count) {
        return "ref-" + id(name) + (count == 1 ? "" : "-" + count);
    }

    static String id(String name) {
        StringBuilder id = new StringBuilder("page:note-");
        name.codePoints().forEach(c -> id.append(Character.isLetterOrDigit(c) ? Character.toString(c) : "_" + c + "_"));
        return id.toString();
    }

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void rendererOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineParserExtensionFactory(new ReferenceParser());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder, String rendererType) {
        builder.nodeRendererFactory(options -> new ReferenceRenderer());
    }

    /** {@code [^name]} in running text. */
    private static final class Reference extends Node {
        private final String name;

        Reference(BasedSequence chars, String name) {
            super(chars);
            this.name = name;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private final class ReferenceParser implements InlineParserExtensionFactory, InlineParserExtension {
        @Override
        public void finalizeDocument(InlineParser parser) {}

        @Override
        public void finalizeBlock(InlineParser parser) {}

        @Override
        public boolean parse(LightInlineParser parser) {
            Matcher reference = parser.matcher(REFERENCE);
            if (reference == null || !definitions.containsKey(reference.group(1))) {
                return false;
            }
            String name = reference.group(1);
            numbers.computeIfAbsent(name, key -> numbers.size() + 1);
            BasedSequence chars = parser.getInput()
                    .subSequence(parser.getIndex() - reference.group().length(), parser.getIndex());
            parser.flushTextNode();
            parser.getBlock().appendChild(new Reference(chars, name));
            return true;
        }

        @Override
        public CharSequence getCharacters() {
            return "[";
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

    private final class ReferenceRenderer implements NodeRenderer {
        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(new NodeRenderingHandler<>(Reference.class, (node, context, html) -> render(node, html)));
        }

        private void render(Reference node, HtmlWriter html) {
            int count = references.merge(node.name, 1, Integer::sum);
            html.attr("id", reference(node.name, count)).attr("href", "#" + id(node.name));
            html.attr("role", "doc-noteref").attr("class", "noteref");
            html.withAttr().tag("a");
            html.text(Integer.toString(numbers.getOrDefault(node.name, 0)));
            html.closeTag("a");
        }
    }
}

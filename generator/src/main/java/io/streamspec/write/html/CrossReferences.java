package io.streamspec.write.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.NodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flexmark extension that links names in running text to what they name: anything in code spans, records and values
 * where they stand in capitals, emphasised names of fields. Names inside of links stay as they are, and so do those that
 * lead to the section that they stand in.
 */
final class CrossReferences implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}_./-])[A-Z][A-Z0-9_]+(?![\\p{L}\\p{N}_*/-]|\\.\\w)");

    private final Names names;
    private final Map<String, Set<String>> mentions = new LinkedHashMap<>();
    private String section = "";
    private List<String> structures = List.of();

    CrossReferences(Names names) {
        this.names = names;
    }

    /** From here on, text stands in the section {@code anchor}, which draws {@code drawn}. */
    void enter(String anchor, List<String> drawn) {
        section = anchor;
        structures = List.copyOf(drawn);
    }

    /** The sections that name something of the section {@code anchor}, in order. */
    Set<String> mentionsOf(String anchor) {
        return mentions.getOrDefault(anchor, Set.of());
    }

    private Optional<String> address(Optional<Names.Target> target) {
        return target.filter(found -> !found.address().equals("#" + section)).map(found -> {
            if (!found.section().equals(section) && !found.section().isEmpty() && !section.isEmpty()) {
                mentions.computeIfAbsent(found.section(), key -> new LinkedHashSet<>())
                        .add(section);
            }
            return found.address();
        });
    }

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void rendererOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessorFactory(new Factory());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder, String rendererType) {
        builder.nodeRendererFactory(
                options -> () -> Set.of(new NodeRenderingHandler<>(Reference.class, (node, context, html) -> {
                    html.attr("href", node.address)
                            .attr("class", "xref")
                            .withAttr()
                            .tag("a");
                    context.renderChildren(node);
                    html.closeTag("a");
                })));
    }

    /** Text or code that leads somewhere. */
    private static final class Reference extends Node {
        private final String address;

        Reference(BasedSequence chars, String address) {
            super(chars);
            this.address = address;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private final class Factory extends NodePostProcessorFactory {
        Factory() {
            super(false);
            Class<?>[] links = {
                Link.class, LinkRef.class, AutoLink.class, MailLink.class, Image.class, ImageRef.class, Code.class
            };
            addNodeWithExclusions(Text.class, links);
            addNodeWithExclusions(Code.class, Link.class, LinkRef.class);
        }

        @Override
        public NodePostProcessor apply(Document document) {
            return new Linker();
        }
    }

    private final class Linker extends NodePostProcessor {
        @Override
        public void process(NodeTracker state, Node node) {
            if (node instanceof Code code) {
                address(names.find(code.getText().toString(), structures))
                        .ifPresent(address -> wrap(state, code, address));
            } else if (node.getParent() instanceof Emphasis
                    && names.inside(node.getChars().toString(), structures).isPresent()) {
                address(names.inside(node.getChars().toString(), structures))
                        .ifPresent(address -> wrap(state, node, address));
            } else {
                link(state, node);
            }
        }

        private void wrap(NodeTracker state, Node node, String address) {
            Reference reference = new Reference(node.getChars(), address);
            node.insertBefore(reference);
            reference.appendChild(node);
            state.nodeAdded(reference);
        }

        /** Splits text at the names in it. */
        private void link(NodeTracker state, Node text) {
            BasedSequence chars = text.getChars();
            Matcher name = CAPITALS.matcher(chars);
            int behind = 0;
            while (name.find()) {
                Optional<String> address = address(names.find(name.group(), structures));
                if (address.isPresent()) {
                    add(state, text, new Text(chars.subSequence(behind, name.start())));
                    Reference reference = new Reference(chars.subSequence(name.start(), name.end()), address.get());
                    reference.appendChild(new Text(reference.getChars()));
                    add(state, text, reference);
                    behind = name.end();
                }
            }
            if (behind > 0) {
                add(state, text, new Text(chars.subSequence(behind)));
                text.unlink();
                state.nodeRemoved(text);
            }
        }

        private static void add(NodeTracker state, Node before, Node node) {
            if (node.getChars().length() > 0) {
                before.insertBefore(node);
                state.nodeAddedWithChildren(node);
            }
        }
    }
}

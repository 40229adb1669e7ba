package io.streamspec.write.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.streamspec.write.html.HiddenSigns;
import io.streamspec.write.html.LetteredLists;
import io.streamspec.write.html.Links;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Running text in pandoc's dialect as Markdown in GitHub's. Most is the same in both. What a parser finds in it of raw HTML,
 * of images, of addresses that lead astray, of headings and of open fences is escaped until it finds no more.
 */
final class MarkdownProse {

    private static final int ROUNDS = 8;
    private static final String MARK = "\uE001";
    private static final Pattern NOTE =
            Pattern.compile("^(\\[\\^[^\\]\\s]+]:[ \\t]*)(<(?!https?:|mailto:))?", Pattern.MULTILINE);
    private static final Pattern RAISED =
            Pattern.compile("\\\\.|\\^([^\\s^\\[\\]~]{1,40})\\^|~([^\\s^\\[\\]~]{1,40})~", Pattern.DOTALL);

    private final Parser blocks;
    private final Parser phrases;

    MarkdownProse() {
        MutableDataSet options = new MutableDataSet();
        blocks = Parser.builder(options).build();
        phrases = Parser.builder(new MutableDataSet(options)
                        .set(Parser.BLOCK_QUOTE_PARSER, false)
                        .set(Parser.HEADING_PARSER, false)
                        .set(Parser.LIST_BLOCK_PARSER, false)
                        .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                        .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
                        .set(Parser.THEMATIC_BREAK_PARSER, false)
                        .set(Parser.HTML_BLOCK_PARSER, false))
                .build();
    }

    /** Paragraphs, lists and quotes. */
    String blocks(String text) {
        String numbered = LetteredLists.numbered(text.replace(MARK, ""));
        Matcher notes = NOTE.matcher(numbered);
        List<String> marks = notes.results().map(note -> note.group(1)).toList();
        if (marks.isEmpty()) {
            return convert(blocks, numbered).strip() + "\n";
        }
        // footnotes are GitHub's: to the parser their beginnings are words, and what is indented below is no code
        String masked = notes.replaceAll(note -> MARK + (note.group(2) == null ? "" : "&lt;"))
                .replaceAll("(?m)^( {4,}|\t)(?=.*<)", "");
        String converted = convert(blocks, masked).strip() + "\n";
        Iterator<String> next = marks.iterator();
        return Pattern.compile(MARK)
                .matcher(converted)
                .replaceAll(mark -> next.hasNext() ? Matcher.quoteReplacement(next.next()) : MARK);
    }

    /** Paragraphs in a cell of a table. */
    String cell(String markup) {
        return markup.strip().isEmpty()
                ? ""
                : Pattern.compile("\\R[ \\t]*\\R")
                        .splitAsStream(markup.strip())
                        .map(this::phrase)
                        .collect(Collectors.joining("<br><br>"));
    }

    /** A phrase in one line, fit for a cell. */
    String phrase(String markup) {
        String line = markup.strip().replaceAll("\\s+", " ");
        return withoutBars(convert(phrases, line));
    }

    private static String convert(Parser parser, String text) {
        String safe = text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !MarkdownText.isHidden(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return HiddenSigns.showMarkdown(escaped(parser, HiddenSigns.hide(safe)));
    }

    private static String escaped(Parser parser, String text) {
        String safe = text;
        for (int round = 0; round < ROUNDS; round++) {
            Map<Integer, String> edits = new TreeMap<>();
            escape(parser.parse(safe), safe, edits);
            if (edits.isEmpty()) {
                Map<Integer, String> raised = new TreeMap<>();
                raise(parser.parse(safe), raised);
                return edited(safe, raised);
            }
            safe = edited(safe, edits);
        }
        return MarkdownText.plain(
                safe); // something that always leaves something: no markup is better than wrong markup
    }

    /** Puts {@code edits} before the characters at their places; an edit that ends in NUL takes the place of its character. */
    private static String edited(String text, Map<Integer, String> edits) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Map.Entry<Integer, String> edit : edits.entrySet()) {
            out.append(text, done, edit.getKey());
            boolean isInstead = edit.getValue().endsWith("\0");
            out.append(edit.getValue(), 0, edit.getValue().length() - (isInstead ? 1 : 0));
            done = edit.getKey() + (isInstead ? 1 : 0);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static void escape(Node node, String text, Map<Integer, String> edits) {
        int start = node.getStartOffset();
        if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
            for (int at = start; at < node.getEndOffset(); at++) {
                boolean isFirst = node instanceof HtmlInlineBase || isFirst(text, at);
                if (text.charAt(at) == '<' && isFirst) {
                    edits.put(at, "&lt;\0");
                }
            }
        } else if (node instanceof Image || node instanceof ImageRef || isAstray(node)) {
            edits.put(start, node instanceof AutoLink ? "&lt;\0" : "\\");
        } else if (node instanceof Heading heading) {
            edits.put(
                    heading.isAtxHeading() ? start : heading.getClosingMarker().getStartOffset(), "\\");
        } else if (node instanceof FencedCodeBlock code
                && code.getClosingMarker().isEmpty()) {
            for (int at = start; at < code.getOpeningMarker().getEndOffset(); at++) {
                edits.put(at, "\\");
            }
        }
        for (Node child : node.getChildren()) {
            escape(child, text, edits);
        }
    }

    /** Whether nothing but signs stands before a place in its line: there, a bracket makes a block. */
    private static boolean isFirst(String text, int at) {
        int before = at - 1;
        while (before >= 0 && " \t>*+-".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    /** Whether a link leads where none should. */
    private static boolean isAstray(Node node) {
        if (node instanceof Link link) {
            return Links.safe(link.getUrl().unescape()).isEmpty();
        } else if (node instanceof AutoLink link) {
            return Links.safe(link.getText().unescape()).isEmpty();
        }
        return node instanceof Reference reference
                && Links.safe(reference.getUrl().unescape()).isEmpty();
    }

    /** Superscripts, subscripts and hard spaces, which GitHub writes as HTML. */
    private static void raise(Node node, Map<Integer, String> edits) {
        if (node instanceof Text) {
            Matcher found = RAISED.matcher(node.getChars());
            while (found.find()) {
                int from = node.getStartOffset() + found.start();
                int to = node.getStartOffset() + found.end() - 1;
                if (found.group(1) != null || found.group(2) != null) {
                    String tag = found.group(1) != null ? "sup" : "sub";
                    edits.put(from, "<" + tag + ">\0");
                    edits.put(to, "</" + tag + ">\0");
                } else if (found.group().equals("\\ ")) {
                    edits.put(from, "&nbsp;\0");
                    edits.put(to, "\0");
                }
            }
        }
        if (!(node instanceof Code || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock)) {
            node.getChildren().forEach(child -> raise(child, edits));
        }
    }

    /** {@code line} without bars, at which a table would be divided: code with bars becomes an element of HTML. */
    private static String withoutBars(String line) {
        if (line.indexOf('|') < 0) {
            return line;
        }
        Matcher code = Pattern.compile("\\\\.|(`+)(?!`)(.*?[^`])\\1(?!`)|\\|").matcher(line);
        return code.replaceAll(found -> {
            String text = found.group();
            if (found.group(2) != null) {
                return Matcher.quoteReplacement(text.indexOf('|') < 0 ? text : MarkdownText.code(found.group(2)));
            }
            return text.endsWith("|") ? "&#124;" : Matcher.quoteReplacement(text);
        });
    }
}

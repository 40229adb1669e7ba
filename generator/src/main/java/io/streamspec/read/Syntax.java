package io.streamspec.read;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * One text run through a grammar: its tree, the places of its tokens, and what did not fit. Places count UTF-16 units
 * of the text; ANTLR itself counts code points.
 */
final class Syntax<T extends ParserRuleContext> {

    /** Something that did not fit the grammar: characters {@code from} to {@code to}. */
    record Misfit(int from, int to, String found) {}

    private final String text;
    private final int[] offsets;
    private final T tree;
    private final List<Misfit> misfits;

    private Syntax(String text, int[] offsets, T tree, List<Misfit> misfits) {
        this.text = text;
        this.offsets = offsets;
        this.tree = tree;
        this.misfits = misfits;
    }

    static <P extends Parser, T extends ParserRuleContext> Syntax<T> of(
            String text, Function<CharStream, Lexer> lexers, Function<TokenStream, P> parsers, Function<P, T> start) {
        int[] offsets = offsets(text);
        List<Misfit> misfits = new ArrayList<>();
        Collector collector = new Collector(text, offsets, misfits);
        Lexer lexer = lexers.apply(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(collector);
        P parser = parsers.apply(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(collector);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return new Syntax<>(text, offsets, start.apply(parser), misfits);
    }

    T tree() {
        return tree;
    }

    List<Misfit> misfits() {
        return misfits;
    }

    int start(ParseTree node) {
        return start(first(node));
    }

    int end(ParseTree node) {
        Token last = node instanceof TerminalNode leaf ? leaf.getSymbol() : ((ParserRuleContext) node).getStop();
        return last == null ? start(node) : Math.max(end(last), start(node));
    }

    int start(Token token) {
        return offset(token.getStartIndex());
    }

    int end(Token token) {
        return token.getType() == Token.EOF ? text.length() : offset(token.getStopIndex() + 1);
    }

    private static Token first(ParseTree node) {
        return node instanceof TerminalNode leaf ? leaf.getSymbol() : ((ParserRuleContext) node).getStart();
    }

    private int offset(int codePoint) {
        return offsets.length == 0 ? codePoint : offsets[codePoint];
    }

    /** Empty where code points and UTF-16 units are the same. */
    private static int[] offsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[count + 1];
        for (int i = 0, at = 0; i <= count; i++) {
            offsets[i] = at;
            at += i < count ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return offsets;
    }

    /** Reports each misfit by {@code diagnostic}, which gets its place in the document and what was found there. */
    void report(
            BiFunction<Integer, Integer, Span> places,
            BiFunction<Span, String, Diagnostic> diagnostic,
            io.streamspec.source.Diagnostics diagnostics) {
        for (Misfit misfit : misfits) {
            diagnostics.report(diagnostic.apply(places.apply(misfit.from(), misfit.to()), misfit.found()));
        }
    }

    private static final class Collector extends BaseErrorListener {
        private final String text;
        private final int[] offsets;
        private final List<Misfit> misfits;

        Collector(String text, int[] offsets, List<Misfit> misfits) {
            this.text = text;
            this.offsets = offsets;
            this.misfits = misfits;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            if (symbol instanceof Token token && token.getType() != Token.EOF) {
                int from = offset(token.getStartIndex());
                int to = Math.max(from, offset(token.getStopIndex() + 1));
                misfits.add(new Misfit(from, to, shown(text.substring(from, to))));
            } else {
                misfits.add(new Misfit(text.length(), text.length(), "the end"));
            }
        }

        private int offset(int codePoint) {
            return offsets.length == 0 ? Math.min(codePoint, text.length()) : offsets[codePoint];
        }

        private static String shown(String token) {
            return token.isBlank() ? "the end of the line" : String.format(Locale.ROOT, "'%s'", token.strip());
        }
    }
}

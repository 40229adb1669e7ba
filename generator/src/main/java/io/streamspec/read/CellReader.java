package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads what one paragraph of a table's description says. */
final class CellReader {

    private final Passage passage;
    private final Syntax<SpecCellParser.StatementContext> syntax;

    private CellReader(Passage passage) {
        this.passage = passage;
        this.syntax = Syntax.of(passage.text(), SpecCellLexer::new, SpecCellParser::new, SpecCellParser::statement);
    }

    static Statement statement(Passage passage, Diagnostics diagnostics) {
        return new CellReader(passage).statement(diagnostics);
    }

    static Optional<Statement.Range> range(Passage passage) {
        Syntax<SpecCellParser.CellRangeContext> syntax =
                Syntax.of(passage.text(), SpecCellLexer::new, SpecCellParser::new, SpecCellParser::cellRange);
        if (!syntax.misfits().isEmpty()) {
            return Optional.empty();
        }
        List<Statement.Literal> ends = syntax.tree().number().stream()
                .map(number -> literal(number.getText(), passage.span(syntax.start(number), syntax.end(number))))
                .toList();
        Passage none = passage.part(passage.text().length(), passage.text().length());
        return Optional.of(new Statement.Range(ends.get(0), ends.get(ends.size() - 1), none, passage.span()));
    }

    private Statement statement(Diagnostics diagnostics) {
        SpecCellParser.StatementContext tree = syntax.tree();
        if (tree instanceof SpecCellParser.BitsContext bits) {
            return bits(bits, diagnostics);
        } else if (tree instanceof SpecCellParser.RangeContext range) {
            return new Statement.Range(
                    literal(range.number(0)), literal(range.number(1)), behind(range.rest()), passage.span());
        } else if (tree instanceof SpecCellParser.ValueContext value) {
            return new Statement.Value(literal(value.signed()), behind(value.rest()), passage.span());
        } else if (tree instanceof SpecCellParser.ConstantContext
                || tree instanceof SpecCellParser.ConstantRemarkContext) {
            return constant(literal(tree.getStart()), syntax.end(tree.getStart()));
        } else if (tree instanceof SpecCellParser.DecimalConstantContext decimal) {
            return constant(literal(decimal.signed()), syntax.end(decimal.signed()));
        } else if (tree instanceof SpecCellParser.OctetConstantContext octets) {
            return octetConstant(octets);
        } else if (tree instanceof SpecCellParser.TextContext text) {
            return text(text.rest());
        }
        diagnostics.report(
                Faults.CELL_STATEMENT
                        .at(passage.span(), "'%s' starts like a value or bits, but is neither", shortened())
                        .hint(
                                "write '0x1: name', '0x2 - 0x8: Reserved', 'bit 0: name', 'bit 3-1: name', or '0x1F (a remark)'"));
        return new Statement.Text(passage, List.of(), Optional.empty(), passage.span());
    }

    private Statement bits(SpecCellParser.BitsContext tree, Diagnostics diagnostics) {
        int first = bit(tree.first);
        int second = tree.second == null ? first : bit(tree.second);
        Passage label = behind(tree.rest());
        int stop = stop(label.text());
        return new Statement.Bits(
                Math.min(first, second),
                Math.max(first, second),
                label.part(0, stop),
                meanings(tree.rest()),
                passage,
                passage.span());
    }

    /** Bit numbers beyond any field are told apart later; here they only have to fit. */
    private static int bit(Token number) {
        return number.getText().length() > 4 ? 9999 : Integer.parseInt(number.getText());
    }

    private List<Statement.Meaning> meanings(SpecCellParser.RestContext rest) {
        List<Statement.Meaning> meanings = new ArrayList<>();
        for (SpecCellParser.MeaningContext meaning : rest.meaning()) {
            int from = syntax.start(meaning.meaningWord(0));
            int to = syntax.end(meaning.meaningWord(meaning.meaningWord().size() - 1));
            meanings.add(new Statement.Meaning(literal(meaning.number()), passage.part(from, to)));
        }
        return meanings;
    }

    private Statement constant(Statement.Literal number, int end) {
        return new Statement.Constant(number, remark(end), passage.span());
    }

    /** Its parts are texts in quotes and hexadecimal digits, two of them an octet. */
    private Statement octetConstant(SpecCellParser.OctetConstantContext tree) {
        StringBuilder digits = new StringBuilder("0x");
        int end = 0;
        for (ParseTree part : tree.children) {
            if (part instanceof SpecCellParser.QuotedContext quoted) {
                end = syntax.end(quoted);
                String text = passage.text().substring(syntax.start(quoted) + 1, end - 1);
                digits.append(HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            } else if (part instanceof TerminalNode node && node.getSymbol().getType() == SpecCellParser.HEX) {
                end = syntax.end(node.getSymbol());
                digits.append(node.getText().substring(2));
            }
        }
        String spelling = digits.toString();
        Statement.Literal value = new Statement.Literal(Literals.value(spelling), spelling, passage.span(0, end));
        return new Statement.OctetConstant(value, remark(end), passage, passage.span());
    }

    private Passage remark(int end) {
        String text = passage.text();
        int from = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        return passage.part(from, text.length());
    }

    private Statement text(SpecCellParser.RestContext rest) {
        List<Statement.Literal> allowed = rest.allowed().stream()
                .flatMap(set -> set.number().stream())
                .map(this::literal)
                .toList();
        Optional<String> unit =
                rest.unit().stream().findFirst().map(found -> found.UNIT().getText());
        return new Statement.Text(passage, allowed, unit, passage.span());
    }

    private Passage behind(ParserRuleContext rest) {
        int from = Math.min(syntax.start(rest), passage.text().length());
        return passage.part(from, passage.text().length());
    }

    /** The first full stop that ends a sentence, or the end. */
    private static int stop(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ')) {
                return at;
            }
        }
        return text.length();
    }

    private Statement.Literal literal(SpecCellParser.NumberContext number) {
        return literal(number.getStart());
    }

    private Statement.Literal literal(SpecCellParser.SignedContext number) {
        String spelling =
                number.DASH() == null ? number.getText() : "-" + number.NUMBER().getText();
        return literal(spelling, passage.span(syntax.start(number), syntax.end(number)));
    }

    private Statement.Literal literal(Token number) {
        return literal(number.getText(), passage.span(syntax.start(number), syntax.end(number)));
    }

    private static Statement.Literal literal(String spelling, Span span) {
        return new Statement.Literal(Literals.value(spelling), spelling, span);
    }

    private String shortened() {
        String text = passage.text();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}

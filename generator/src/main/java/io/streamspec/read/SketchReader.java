package io.streamspec.read;

import io.streamspec.read.Sketch.Amount;
import io.streamspec.read.Sketch.Item;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads short descriptions of structures. */
public final class SketchReader {

    private static final int LONGEST = 100_000;
    private static final String FORM =
            "write each field as name:octets, as in: type:4 count(C):4 reserved:8 item[C]:8 rest:*";

    private final SourceText source;
    private final Syntax<SpecSketchParser.SketchContext> syntax;
    private final Diagnostics diagnostics;
    private final Set<String> names = new HashSet<>();

    private SketchReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.syntax = Syntax.of(source.text(), SpecSketchLexer::new, SpecSketchParser::new, SpecSketchParser::sketch);
        this.diagnostics = diagnostics;
    }

    /** What {@code source} describes; nothing if it is at fault, which {@code diagnostics} then say. */
    public static Optional<Sketch> read(SourceText source, Diagnostics diagnostics) {
        if (source.text().isBlank() || source.text().length() > LONGEST) {
            diagnostics.report(Faults.SKETCH_SYNTAX
                    .at(source.span(0, 0), "a sketch has at least one field, and up to %d characters", LONGEST)
                    .hint(FORM));
            return Optional.empty();
        }
        Diagnostics own = new Diagnostics();
        SketchReader reader = new SketchReader(source, own);
        reader.syntax.report(
                source::span,
                (span, found) -> Faults.SKETCH_SYNTAX
                        .at(span, "%s was not expected here", found)
                        .hint(FORM),
                own);
        Optional<Sketch> sketch = own.hasErrors() ? Optional.empty() : Optional.of(reader.sketch());
        diagnostics.reportAll(own.sorted());
        return own.hasErrors() ? Optional.empty() : sketch;
    }

    private Sketch sketch() {
        List<Item> items = new ArrayList<>();
        for (SpecSketchParser.ItemContext tree : syntax.tree().item()) {
            items.add(item(tree));
        }
        return new Sketch(items);
    }

    private Item item(SpecSketchParser.ItemContext tree) {
        if (tree instanceof SpecSketchParser.FieldContext field) {
            return field(field);
        } else if (tree instanceof SpecSketchParser.PaddingContext padding) {
            return padding(padding);
        } else if (tree instanceof SpecSketchParser.ArrayContext array) {
            Amount count = amount(array.size());
            addName(array.NAME());
            Sketch.Member element = new Sketch.Member("", octets(array.octets), "", span(array));
            return new Item.Array(array.NAME().getText(), count, List.of(element), text(array.TEXT()), span(array));
        }
        SpecSketchParser.GroupsContext groups = (SpecSketchParser.GroupsContext) tree;
        Amount count = amount(groups.size());
        addName(groups.NAME());
        return new Item.Array(
                groups.NAME().getText(), count, members(groups.member()), text(groups.TEXT()), span(groups));
    }

    private Item field(SpecSketchParser.FieldContext tree) {
        String name = tree.NAME().getText();
        Amount octets = amount(tree.size());
        if (name.equalsIgnoreCase("reserved")) {
            boolean plain = octets instanceof Amount.Fixed && tree.constant == null && tree.symbol() == null;
            report(!plain, Faults.SKETCH_SIZE, tree, "reserved octets have a number, and nothing else", "reserved:4");
            return new Item.Reserved(
                    octets instanceof Amount.Fixed fixed ? fixed.number() : 1, text(tree.TEXT()), span(tree));
        }
        addName(tree.NAME());
        Optional<String> symbol = Optional.ofNullable(tree.symbol()).map(named -> addName(named.NAME()));
        return new Item.Field(name, symbol, octets, constant(tree, octets), text(tree.TEXT()), span(tree));
    }

    private Optional<Statement.Literal> constant(SpecSketchParser.FieldContext tree, Amount octets) {
        if (tree.constant == null) {
            return Optional.empty();
        }
        BigInteger value = Literals.value(tree.constant.getText());
        boolean fits = octets instanceof Amount.Fixed fixed && value.bitLength() <= 8 * Math.min(8, fixed.number());
        report(
                !fits,
                Faults.SKETCH_SIZE,
                tree,
                "this constant does not fit its field",
                "a constant has up to 8 octets");
        Span span = source.span(syntax.start(tree.constant), syntax.end(tree.constant));
        return Optional.of(new Statement.Literal(value, tree.constant.getText(), span));
    }

    private Item padding(SpecSketchParser.PaddingContext tree) {
        long most = number(tree.most);
        boolean plain = tree.NAME().getText().equalsIgnoreCase("padding") && number(tree.least) < most;
        report(!plain, Faults.SKETCH_SIZE, tree, "only padding has a range of octets", "padding:0..7");
        addName(tree.NAME());
        return new Item.Padding(number(tree.least), most, text(tree.TEXT()), span(tree));
    }

    private List<Sketch.Member> members(List<SpecSketchParser.MemberContext> trees) {
        Set<String> seen = new HashSet<>();
        List<Sketch.Member> members = new ArrayList<>();
        for (SpecSketchParser.MemberContext tree : trees) {
            String name = tree.NAME().getText();
            report(!seen.add(name), Faults.SKETCH_NAME, tree, "a second member is called '" + name + "'", "rename one");
            members.add(new Sketch.Member(name, octets(tree.NUMBER().getSymbol()), text(tree.TEXT()), span(tree)));
        }
        return members;
    }

    private Amount amount(SpecSketchParser.SizeContext tree) {
        if (tree.NUMBER() != null) {
            return new Amount.Fixed(octets(tree.NUMBER().getSymbol()));
        } else if (tree.NAME() == null) {
            return new Amount.ToEnd();
        }
        String name = tree.NAME().getText();
        report(
                !names.contains(name),
                Faults.SKETCH_NAME,
                tree,
                "no field before this one is called '" + name + "'",
                "draw it first, as in: count(" + name + "):4, or write * for all that are left");
        return new Amount.Counted(name);
    }

    private String addName(TerminalNode name) {
        boolean isNew = names.add(name.getText());
        if (!isNew) {
            diagnostics.report(Faults.SKETCH_NAME
                    .at(
                            source.span(syntax.start(name), syntax.end(name)),
                            "something before is called '%s' too",
                            name.getText())
                    .hint("give each field a name of its own"));
        }
        return name.getText();
    }

    private long octets(Token token) {
        long number = number(token);
        if (number == 0) {
            diagnostics.report(Faults.SKETCH_SIZE
                    .at(source.span(syntax.start(token), syntax.end(token)), "there is nothing to draw here")
                    .hint("write a number from 1"));
        }
        return number;
    }

    private long number(Token token) {
        BigInteger number = Literals.value(token.getText());
        if (number.bitLength() > 31) {
            diagnostics.report(Faults.SKETCH_SIZE
                    .at(source.span(syntax.start(token), syntax.end(token)), "this number is too large")
                    .hint("write a number below 2147483648"));
            return 1;
        }
        return number.longValue();
    }

    private void report(boolean isFault, DiagnosticId id, ParserRuleContext tree, String message, String hint) {
        if (isFault) {
            diagnostics.report(id.at(span(tree), "%s", message).hint("%s", hint));
        }
    }

    private Span span(ParserRuleContext tree) {
        return source.span(syntax.start(tree), syntax.end(tree));
    }

    private static String text(@org.jspecify.annotations.Nullable TerminalNode text) {
        return text == null
                ? ""
                : text.getText().substring(1, text.getText().length() - 1).strip();
    }
}

package io.streamspec.read;

import io.streamspec.read.LayoutRule.Name;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads the rules of a layout block. */
final class LayoutReader {

    /** The grammar recurses; what is nested deeper than this is refused before it is read. */
    private static final int DEEPEST_NESTING = 100;

    private static final int LONGEST_BLOCK = 100_000;
    private static final int MOST_OPERATORS = 1000;

    private final SourceText source;
    private final int base;
    private final Syntax<SpecLayoutParser.RulesContext> syntax;
    private final LayoutTerms terms;

    private LayoutReader(SourceText source, int base, Syntax<SpecLayoutParser.RulesContext> syntax) {
        this.source = source;
        this.base = base;
        this.syntax = syntax;
        this.terms = new LayoutTerms(this);
    }

    /** The rules on lines {@code top} to {@code bottom}; none if they cannot be read, which is then reported. */
    static List<LayoutRule> read(SourceText source, int top, int bottom, Diagnostics diagnostics) {
        if (bottom < top) {
            return List.of();
        }
        int base = source.lineStart(top);
        String text = source.text().substring(base, source.lineEnd(bottom));
        if (isTooDeep(text)) {
            diagnostics.report(Faults.LAYOUT_SYNTAX
                    .at(source.lineSpan(top), "these rules are too long or too deeply nested")
                    .hint("divide them, and give names to parts with let"));
            return List.of();
        }
        Syntax<SpecLayoutParser.RulesContext> syntax =
                Syntax.of(text, SpecLayoutLexer::new, SpecLayoutParser::new, SpecLayoutParser::rules);
        LayoutReader reader = new LayoutReader(source, base, syntax);
        syntax.report(
                reader::place,
                (span, found) -> Faults.LAYOUT_SYNTAX
                        .at(span, "%s was not expected here", found)
                        .hint("docs/layout-rules.md shows how rules are written"),
                diagnostics);
        return syntax.misfits().isEmpty() ? reader.rules() : List.of();
    }

    private static boolean isTooDeep(String text) {
        int depth = 0;
        int deepest = 0;
        int operators = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                case '\n' -> operators = 0;
                case '+', '-', '*', '/', '%', '<', '>', '=', '&', '?', '|', ',', 'n', 'o', 'a' -> operators++;
                default -> {}
            }
            if (operators > MOST_OPERATORS) {
                return true;
            }
        }
        return deepest > DEEPEST_NESTING || text.length() > LONGEST_BLOCK;
    }

    private List<LayoutRule> rules() {
        return syntax.tree().layoutRule().stream().map(this::rule).toList();
    }

    private LayoutRule rule(SpecLayoutParser.LayoutRuleContext rule) {
        Span span = span(rule);
        if (rule instanceof SpecLayoutParser.ShortNameContext tree) {
            return new LayoutRule.ShortName(name(tree.name()), span);
        } else if (rule instanceof SpecLayoutParser.FixedOrderContext tree) {
            boolean big = tree.getChild(2).getText().equals("big");
            return new LayoutRule.Order(
                    big ? LayoutRule.Order.Kind.BIG : LayoutRule.Order.Kind.LITTLE, Optional.empty(), span);
        } else if (rule instanceof SpecLayoutParser.FlagOrderContext tree) {
            return new LayoutRule.Order(LayoutRule.Order.Kind.FROM_FLAG, Optional.of(name(tree.path())), span);
        } else if (rule instanceof SpecLayoutParser.DefinitionContext tree) {
            return new LayoutRule.Definition(name(tree.name()), terms.term(tree.term()), span);
        } else if (rule instanceof SpecLayoutParser.AcceptContext tree) {
            return new LayoutRule.Accept(
                    name(tree.path()), tree.term().stream().map(terms::term).toList(), span);
        } else if (rule instanceof SpecLayoutParser.AcceptAnyContext tree) {
            return new LayoutRule.AcceptAny(name(tree.path()), span);
        } else if (rule instanceof SpecLayoutParser.ZeroExtendedContext) {
            return new LayoutRule.ZeroExtended(span);
        } else if (rule instanceof SpecLayoutParser.ConstraintContext tree) {
            Optional<Name> name = Optional.ofNullable(tree.name()).map(this::name);
            return new LayoutRule.Constraint(isMust(tree.modal()), terms.term(tree.term()), name, span);
        } else if (rule instanceof SpecLayoutParser.FieldTypeContext tree) {
            Optional<LayoutRule.Term> when = Optional.ofNullable(tree.term()).map(terms::term);
            return new LayoutRule.FieldType(name(tree.path()), terms.type(tree.type()), when, span);
        } else if (rule instanceof SpecLayoutParser.ValueNamesContext tree) {
            return new LayoutRule.ValueNames(
                    name(tree.path()),
                    tree.valueName().stream().map(this::valueName).toList(),
                    span);
        }
        return streamRule(rule, span);
    }

    private LayoutRule streamRule(SpecLayoutParser.LayoutRuleContext rule, Span span) {
        if (rule instanceof SpecLayoutParser.BeforeContext tree) {
            return new LayoutRule.Before(isMust(tree.modal()), names(tree.path()), span);
        } else if (rule instanceof SpecLayoutParser.ImplyContext tree) {
            return new LayoutRule.Imply(name(tree.path(0)), name(tree.path(1)), name(tree.name()), span);
        } else if (rule instanceof SpecLayoutParser.FrameContext tree) {
            return new LayoutRule.Frame(names(tree.path()), span);
        } else if (rule instanceof SpecLayoutParser.AlignContext tree) {
            return new LayoutRule.Align(number(tree.NUMBER().getSymbol()), span);
        } else if (rule instanceof SpecLayoutParser.OptionalRecordsContext tree) {
            return new LayoutRule.OptionalRecords(terms.term(tree.term()), span);
        } else if (rule instanceof SpecLayoutParser.GivenContext tree) {
            return new LayoutRule.Given(name(tree.path()), span);
        } else if (rule instanceof SpecLayoutParser.LimitContext tree) {
            return new LayoutRule.Limit(name(tree.path()), number(tree.NUMBER().getSymbol()), span);
        } else if (rule instanceof SpecLayoutParser.SinceContext tree) {
            return new LayoutRule.Since(number(tree.NUMBER().getSymbol()), names(tree.path()), span);
        } else if (rule instanceof SpecLayoutParser.StreamContext tree) {
            Optional<LayoutRule.Term> when = Optional.ofNullable(tree.term()).map(terms::term);
            return new LayoutRule.Stream(name(tree.name()), when, pattern(tree.pattern()), span);
        }
        if (rule instanceof SpecLayoutParser.ResumesContext tree) {
            List<Name> names = names(tree.path());
            List<Name> unless =
                    tree.unless() == null ? List.of() : names(tree.unless().path());
            return new LayoutRule.Resumes(names.get(0), names.subList(1, names.size()), unless, span);
        }
        if (!(rule instanceof SpecLayoutParser.ContinuesContext tree)) {
            return evolutionRule(rule, span);
        }
        List<Name> names = names(tree.path());
        Optional<LayoutRule.Term> when = Optional.ofNullable(tree.term()).map(terms::term);
        return new LayoutRule.Continues(
                names.get(0), tree.document().getText(), names.subList(1, names.size()), when, span);
    }

    private LayoutRule evolutionRule(SpecLayoutParser.LayoutRuleContext rule, Span span) {
        if (rule instanceof SpecLayoutParser.RaisesContext tree) {
            return new LayoutRule.Evolution.Raises(
                    isMust(tree.modal()), changes(tree.changes()), name(tree.path()), span);
        } else if (rule instanceof SpecLayoutParser.NewTypeContext tree) {
            return new LayoutRule.Evolution.NewType(isMust(tree.modal()), span);
        } else if (rule instanceof SpecLayoutParser.StaysContext tree) {
            return new LayoutRule.Evolution.Stays(isMust(tree.modal()), names(tree.path()), span);
        }
        return new LayoutRule.Evolution.BreaksReaders(span);
    }

    private static LayoutRule.Evolution.Changes changes(SpecLayoutParser.ChangesContext tree) {
        return switch (tree.getStart().getText()) {
            case "any" -> LayoutRule.Evolution.Changes.ANY;
            case "header" -> LayoutRule.Evolution.Changes.HEADER;
            case "record" -> LayoutRule.Evolution.Changes.RECORD;
            case "breaking" -> LayoutRule.Evolution.Changes.BREAKING;
            default ->
                tree.getChildCount() == 3
                        ? LayoutRule.Evolution.Changes.NEW_MANDATORY_RECORDS
                        : LayoutRule.Evolution.Changes.NEW_RECORDS;
        };
    }

    private LayoutRule.ValueName valueName(SpecLayoutParser.ValueNameContext tree) {
        return new LayoutRule.ValueName(
                number(tree.NUMBER().getSymbol()), tree.name().getText(), span(tree));
    }

    private LayoutRule.Pattern pattern(SpecLayoutParser.PatternContext tree) {
        if (tree instanceof SpecLayoutParser.SequenceContext sequence) {
            return new LayoutRule.Pattern.Sequence(parts(sequence.repeated()), span(tree));
        } else if (tree instanceof SpecLayoutParser.AlternativesContext choice) {
            return new LayoutRule.Pattern.Choice(parts(choice.repeated()), span(tree));
        } else if (tree instanceof SpecLayoutParser.InterleavedContext interleaved) {
            return new LayoutRule.Pattern.Interleaved(parts(interleaved.repeated()), span(tree));
        }
        return part(((SpecLayoutParser.SingleContext) tree).repeated());
    }

    private List<LayoutRule.Pattern> parts(List<SpecLayoutParser.RepeatedContext> trees) {
        return trees.stream().map(this::part).toList();
    }

    private LayoutRule.Pattern part(SpecLayoutParser.RepeatedContext tree) {
        LayoutRule.Pattern part = tree.path() != null
                ? new LayoutRule.Pattern.One(name(tree.path()), span(tree.path()))
                : pattern(tree.pattern());
        if (tree.sign == null) {
            return part;
        }
        String sign = tree.sign.getText();
        return new LayoutRule.Pattern.Repeated(part, !sign.equals("+"), !sign.equals("?"), span(tree));
    }

    private static boolean isMust(SpecLayoutParser.ModalContext modal) {
        return modal.getText().equals("require");
    }

    private List<Name> names(List<SpecLayoutParser.PathContext> paths) {
        return paths.stream().map(this::name).toList();
    }

    Name name(SpecLayoutParser.PathContext path) {
        List<String> parts = new ArrayList<>();
        path.name().forEach(part -> parts.add(part.getText()));
        return new Name(parts, span(path));
    }

    Name name(SpecLayoutParser.NameContext name) {
        return new Name(List.of(name.getText()), span(name));
    }

    static BigInteger number(Token token) {
        return Literals.value(token.getText());
    }

    Span span(ParserRuleContext tree) {
        return place(syntax.start(tree), syntax.end(tree));
    }

    private Span place(int from, int to) {
        int limit = source.text().length();
        int start = Math.min(base + from, limit);
        return source.span(start, Math.min(Math.max(start, base + to), limit));
    }
}

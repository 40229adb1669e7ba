package io.streamspec.read;

import io.streamspec.read.LayoutRule.Extent;
import io.streamspec.read.LayoutRule.Member;
import io.streamspec.read.LayoutRule.Operator;
import io.streamspec.read.LayoutRule.Term;
import io.streamspec.read.LayoutRule.Type;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expressions and types inside of rules. */
final class LayoutTerms {

    private static final Map<String, Operator> OPERATORS =
            Stream.of(Operator.values()).collect(Collectors.toMap(Operator::spelling, Function.identity()));

    private final LayoutReader reader;

    LayoutTerms(LayoutReader reader) {
        this.reader = reader;
    }

    Term term(SpecLayoutParser.TermContext tree) {
        Span span = reader.span(tree);
        if (tree instanceof SpecLayoutParser.ParenthesisedContext parenthesised) {
            return term(parenthesised.term());
        } else if (tree instanceof SpecLayoutParser.MeasureContext measure) {
            boolean octets = measure.getChild(0).getText().equals("size");
            return new Term.Measure(octets, reader.name(measure.path()), span);
        } else if (tree instanceof SpecLayoutParser.NumberContext number) {
            return new Term.Number(LayoutReader.number(number.NUMBER().getSymbol()), span);
        } else if (tree instanceof SpecLayoutParser.ReferenceContext reference) {
            return new Term.Reference(reader.name(reference.path()), span);
        } else if (tree instanceof SpecLayoutParser.MembershipContext membership) {
            return membership(membership, span);
        } else if (tree instanceof SpecLayoutParser.NotContext not) {
            return new Term.Not(term(not.term()), span);
        } else if (tree instanceof SpecLayoutParser.ChoiceContext choice) {
            return new Term.Choice(term(choice.term(0)), term(choice.term(1)), term(choice.term(2)), span);
        }
        SpecLayoutParser.BinaryContext binary = (SpecLayoutParser.BinaryContext) tree;
        Operator operator = java.util.Objects.requireNonNull(OPERATORS.get(binary.operator.getText()));
        return new Term.Binary(operator, term(binary.term(0)), term(binary.term(1)), span);
    }

    private Term membership(SpecLayoutParser.MembershipContext tree, Span span) {
        List<Term.Item> items = tree.item().stream()
                .map(item -> {
                    Term from = term(item.term(0));
                    return new Term.Item(from, item.term().size() > 1 ? term(item.term(1)) : from);
                })
                .toList();
        boolean negated = tree.getChild(1).getText().equals("not");
        return new Term.In(term(tree.term()), items, negated, span);
    }

    Type type(SpecLayoutParser.TypeContext tree) {
        Span span = reader.span(tree);
        if (tree instanceof SpecLayoutParser.ArrayTypeContext array) {
            Extent extent = array.extent() instanceof SpecLayoutParser.CountedContext counted
                    ? new Extent.Count(term(counted.term()))
                    : new Extent.ToEnd();
            return new Type.Array(type(array.type()), extent, span);
        } else if (tree instanceof SpecLayoutParser.ForEachTypeContext each) {
            Optional<Term> where = Optional.ofNullable(each.term()).map(this::term);
            return new Type.ForEach(type(each.type()), reader.name(each.path()), where, span);
        } else if (tree instanceof SpecLayoutParser.TerminatedTypeContext text) {
            return new Type.Terminated(LayoutReader.number(text.NUMBER().getSymbol()), span);
        } else if (tree instanceof SpecLayoutParser.GroupTypeContext group) {
            List<Member> members = group.member().stream()
                    .map(member -> new Member(reader.name(member.name()), type(member.type()), reader.span(member)))
                    .toList();
            return new Type.Group(members, span);
        }
        return new Type.Simple(reader.name(((SpecLayoutParser.SimpleTypeContext) tree).name()), span);
    }
}

package io.streamspec.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A computation over fields. Numbers are unsigned and of any size; conditions are 0 or 1. Every name is looked up:
 * an expression refers only to what the model has.
 */
public sealed interface Expression {

    /** The expressions that this one is made of, in order. */
    default List<Expression> parts() {
        if (this instanceof Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (this instanceof Not not) {
            return List.of(not.operand());
        } else if (this instanceof In in) {
            return Stream.concat(
                            Stream.of(in.value()),
                            in.items().stream().flatMap(item -> Stream.of(item.from(), item.to())))
                    .toList();
        } else if (this instanceof Choice choice) {
            return List.of(choice.condition(), choice.yes(), choice.no());
        }
        return List.of();
    }

    /** The expressions without parts that this one is made of in the end, in order, each once. */
    default List<Expression> leaves() {
        return parts().isEmpty()
                ? List.of(this)
                : parts().stream()
                        .flatMap(part -> part.leaves().stream())
                        .distinct()
                        .toList();
    }

    /** A number. */
    record Number(BigInteger value) implements Expression {}

    /** One value of an enumeration. */
    record EnumValue(String enumeration, String name, BigInteger value) implements Expression {}

    /**
     * A field, or some bits of it. In the filter of {@link Extent.ForEach}, {@code field} is the array and stands
     * for the element at hand. {@code structure} is the structure itself, or an earlier header or record of the
     * stream.
     */
    record FieldValue(String structure, String field, Optional<String> bits) implements Expression {}

    /** A {@link Structure.Definition} of {@code structure}. */
    record Defined(String structure, String name) implements Expression {}

    /** The field's octets ({@code octets}) or elements in the structure at hand. */
    record Measure(boolean octets, String field) implements Expression {}

    /** {@code left operator right}. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** 1 if {@code operand} is 0, else 0. */
    record Not(Expression operand) implements Expression {}

    /** Whether {@code value} is in one of the ranges. */
    record In(Expression value, List<Item> items, boolean negated) implements Expression {
        public In {
            items = List.copyOf(items);
        }
    }

    /** From {@code from} to {@code to}, both included. */
    record Item(Expression from, Expression to) {}

    /** {@code yes} if {@code condition}, else {@code no}. */
    record Choice(Expression condition, Expression yes, Expression no) implements Expression {}

    /** The operators of {@link Binary}; division truncates. */
    enum Operator {
        OR("or"),
        AND("and"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED("/"),
        REMAINDER("%"),
        SHIFTED_LEFT("<<"),
        SHIFTED_RIGHT(">>"),
        BITS_AND("&");

        private final String spelling;

        Operator(String spelling) {
            this.spelling = spelling;
        }

        /** As the rule language writes it. */
        public String spelling() {
            return spelling;
        }
    }
}

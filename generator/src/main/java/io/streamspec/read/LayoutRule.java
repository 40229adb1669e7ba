package io.streamspec.read;

import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** One layout rule as written: names are not looked up yet. {@code docs/layout-rules.md} is the language's manual. */
public sealed interface LayoutRule {

    /** Where the rule stands. */
    Span span();

    /** A name, possibly dotted, as written: {@code count}, {@code pfn.type}, {@code domain_header.page_shift}. */
    record Name(List<String> parts, Span span) {
        public Name {
            parts = List.copyOf(parts);
        }

        /** The name as written. */
        public String text() {
            return String.join(".", parts);
        }
    }

    /** {@code short name libxc}: what generated types and packages are called after. */
    record ShortName(Name name, Span span) implements LayoutRule {}

    /** {@code byte order big}, {@code little}, or {@code from image_header.options.endianness}. */
    record Order(Kind kind, Optional<Name> flag, Span span) implements LayoutRule {
        /** Which of the three. */
        public enum Kind {
            BIG,
            LITTLE,
            FROM_FLAG
        }
    }

    /** {@code let page_size = 1 << page_shift}. */
    record Definition(Name name, Term value, Span span) implements LayoutRule {}

    /** {@code page_data: octets[page_size] for each pfn where ...}, {@code extra: u32 when flags.has_extra}. */
    record FieldType(Name field, Type type, Optional<Term> when, Span span) implements LayoutRule {}

    /** {@code control_id names 0 NEW, 1 SUSPENDED}: names for values that the table leaves unnamed. */
    record ValueNames(Name field, List<ValueName> names, Span span) implements LayoutRule {
        public ValueNames {
            names = List.copyOf(names);
        }
    }

    /** One pair of {@link ValueNames}. */
    record ValueName(BigInteger value, String name, Span span) {}

    /** {@code accept version in {2, 3}}: what a reader takes beside the constant that a writer writes. */
    record Accept(Name field, List<Term> values, Span span) implements LayoutRule {
        public Accept {
            values = List.copyOf(values);
        }
    }

    /** {@code accept any emulator_id}: a reader takes values without a meaning too. */
    record AcceptAny(Name field, Span span) implements LayoutRule {}

    /** {@code missing octets are zero}: a body may be shorter than its structure. */
    record ZeroExtended(Span span) implements LayoutRule {}

    /** {@code require count > 0} (a must) or {@code expect ...} (a should), with a name of its own if {@code as} gives it one. */
    record Constraint(boolean must, Term condition, Optional<Name> name, Span span) implements LayoutRule {}

    /** {@code imply A before B in stream}: what goes without saying. */
    record Imply(Name record, Name before, Name stream, Span span) implements LayoutRule {}

    /** {@code frame type, body_length, body, padding}: which fields of this section's structure frame a record. */
    record Frame(List<Name> fields, Span span) implements LayoutRule {
        public Frame {
            fields = List.copyOf(fields);
        }
    }

    /** {@code align 8}: records are padded with zeroes to a multiple of so many octets. */
    record Align(BigInteger octets, Span span) implements LayoutRule {}

    /** {@code optional when type >= 0x80000000}: which unknown records may be skipped. */
    record OptionalRecords(Term condition, Span span) implements LayoutRule {}

    /** {@code given toolstack}: what this structure says is not in the stream, but told by whoever reads or writes it. */
    record Given(Name structure, Span span) implements LayoutRule {}

    /** {@code limit body_length 0x08000000}: the longest body a reader accepts. */
    record Limit(Name field, BigInteger most, Span span) implements LayoutRule {}

    /** {@code since 3: STATIC_DATA_END, X86_CPUID_POLICY}. */
    record Since(BigInteger version, List<Name> records, Span span) implements LayoutRule {
        public Since {
            records = List.copyOf(records);
        }
    }

    /** {@code stream pv when ...: pattern}: the order of headers and records. */
    record Stream(Name name, Optional<Term> when, Pattern pattern, Span span) implements LayoutRule {}

    /** {@code require HVM_PARAMS before HVM_CONTEXT} or {@code expect ...}. */
    record Before(boolean must, List<Name> order, Span span) implements LayoutRule {
        public Before {
            order = List.copyOf(order);
        }
    }

    /**
     * {@code LIBXC_CONTEXT continues as libxc-migration-stream until END, CHECKPOINT}, of a record, or {@code header
     * continues as libxl-migration-stream when flags.stream}, of a header.
     */
    record Continues(Name behind, String specification, List<Name> until, Optional<Term> when, Span span)
            implements LayoutRule {
        public Continues {
            until = List.copyOf(until);
        }
    }

    /** {@code LIBXC_CONTEXT resumes behind CHECKPOINT_END unless CHECKPOINT_STATE follows}. */
    record Resumes(Name record, List<Name> behind, List<Name> unless, Span span) implements LayoutRule {
        public Resumes {
            behind = List.copyOf(behind);
            unless = List.copyOf(unless);
        }
    }

    /** What a later revision of the document has to observe. */
    sealed interface Evolution extends LayoutRule {
        /** {@code require header changes raise header.version}; without the name's dot, it is the document's revision. */
        record Raises(boolean must, Changes changes, Name what, Span span) implements Evolution {}

        /** {@code require record changes need new type}. */
        record NewType(boolean must, Span span) implements Evolution {}

        /** {@code new mandatory records break old readers}. */
        record BreaksReaders(Span span) implements Evolution {}

        /** {@code require header.magic, header.version stay}. */
        record Stays(boolean must, List<Name> fields, Span span) implements Evolution {
            public Stays {
                fields = List.copyOf(fields);
            }
        }

        /** The changes that a rule speaks of. */
        enum Changes {
            ANY,
            HEADER,
            RECORD,
            BREAKING,
            NEW_RECORDS,
            NEW_MANDATORY_RECORDS
        }
    }

    /** The type that a field rule gives. */
    sealed interface Type {
        /** Where it stands. */
        Span span();

        /** {@code u8}, {@code u16}, {@code u32}, {@code u64}, {@code octets}, {@code text}, or a structure or enumeration. */
        record Simple(Name name, Span span) implements Type {}

        /** {@code element[extent]}. */
        record Array(Type element, Extent extent, Span span) implements Type {}

        /** {@code text until 0x00}. */
        record Terminated(BigInteger terminator, Span span) implements Type {}

        /** {@code (key: text until 0, value: text until 0)}. */
        record Group(List<Member> members, Span span) implements Type {
            public Group {
                members = List.copyOf(members);
            }
        }

        /** {@code type for each array where condition}: an element for each element of another array. */
        record ForEach(Type element, Name array, Optional<Term> where, Span span) implements Type {}
    }

    /** A member of a {@link Type.Group}. */
    record Member(Name name, Type type, Span span) {}

    /** How much there is of an array, of octets or of text. */
    sealed interface Extent {
        /** {@code [count]}, in elements. */
        record Count(Term count) implements Extent {}

        /** {@code [to end]}: up to the end of the body. */
        record ToEnd() implements Extent {}
    }

    /** An expression as written. */
    sealed interface Term {
        /** Where it stands. */
        Span span();

        /** A number, decimal or hexadecimal. */
        record Number(BigInteger value, Span span) implements Term {}

        /** A field, definition or value. */
        record Reference(Name name, Span span) implements Term {}

        /** {@code left + right}; the operators are those of {@link Operator}. */
        record Binary(Operator operator, Term left, Term right, Span span) implements Term {}

        /** {@code not operand}. */
        record Not(Term operand, Span span) implements Term {}

        /** {@code value in {1, 3 to 5, XTAB}}, or {@code not in}. */
        record In(Term value, List<Item> items, boolean negated, Span span) implements Term {
            public In {
                items = List.copyOf(items);
            }
        }

        /** One member of a set: a value ({@code from} equals {@code to}) or a range. */
        record Item(Term from, Term to) {}

        /** {@code size(context)}: octets that a field takes; {@code count(pfn)}: how many elements it has. */
        record Measure(boolean octets, Name field, Span span) implements Term {}

        /** {@code condition ? yes : no}. */
        record Choice(Term condition, Term yes, Term no, Span span) implements Term {}
    }

    /** The operators of {@link Term.Binary}, in the spelling of the language. */
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

        /** As it is written. */
        public String spelling() {
            return spelling;
        }
    }

    /** A regular expression over structure and record names. */
    sealed interface Pattern {
        /** Where it stands. */
        Span span();

        /** One header or record. */
        record One(Name name, Span span) implements Pattern {}

        /** {@code a, b, c}: one behind the other. */
        record Sequence(List<Pattern> parts, Span span) implements Pattern {
            public Sequence {
                parts = List.copyOf(parts);
            }
        }

        /** {@code a | b}: one of them. */
        record Choice(List<Pattern> parts, Span span) implements Pattern {
            public Choice {
                parts = List.copyOf(parts);
            }
        }

        /** {@code a & b}: all of them, in any order, the records of one between those of the other. */
        record Interleaved(List<Pattern> parts, Span span) implements Pattern {
            public Interleaved {
                parts = List.copyOf(parts);
            }
        }

        /** {@code a?}, {@code a*}, {@code a+}: at least {@code least}, and more than one if {@code many}. */
        record Repeated(Pattern part, boolean optional, boolean many, Span span) implements Pattern {}
    }
}

package io.streamspec.write.kaitai;

import io.streamspec.model.Expression;
import java.util.Optional;

/** Something of the stream around it that a type has to be given to read itself; a parameter of the type. */
sealed interface Need {

    /** What the parameter is called, if nothing else is. */
    String name();

    /** What it is for the first record, if each record hands it to the next. */
    default Optional<String> initial() {
        return Optional.empty();
    }

    /** Whether the stream is big-endian. */
    record Order() implements Need {
        @Override
        public String name() {
            return "is_big_endian";
        }
    }

    /** The header of that name. */
    record Header(String structure) implements Need {
        @Override
        public String name() {
            return structure;
        }
    }

    /** A number of the latest record of that structure, 0 if there was none. */
    record Earlier(String structure, Expression value) implements Need {
        @Override
        public String name() {
            String value = value() instanceof Expression.FieldValue field
                    ? field.field() + field.bits().map(bits -> "_" + bits).orElse("")
                    : ((Expression.Defined) value()).name();
            return structure + "_" + value;
        }

        @Override
        public Optional<String> initial() {
            return Optional.of("0");
        }
    }

    /** A number that the structure around an element works out for it: its length, or how many of its parts there are. */
    record Amount() implements Need {
        @Override
        public String name() {
            return "amount";
        }
    }

    /** Whether an element is there. */
    record Presence() implements Need {
        @Override
        public String name() {
            return "is_present";
        }
    }

    /** The records of the stream, up to the one at hand. */
    record Records() implements Need {
        @Override
        public String name() {
            return "siblings";
        }
    }

    /** The place of the record among them, from 0. */
    record Index() implements Need {
        @Override
        public String name() {
            return "index";
        }
    }

    /** The place of the record behind which the stream inside began, -1 if none has. */
    record Begun(String inside) implements Need {
        @Override
        public String name() {
            return inside + "_begun";
        }

        @Override
        public Optional<String> initial() {
            return Optional.of("-1");
        }
    }

    /** Whether the stream inside has stopped, and may go on. */
    record Paused(String inside) implements Need {
        @Override
        public String name() {
            return inside + "_paused";
        }

        @Override
        public Optional<String> initial() {
            return Optional.of("false");
        }
    }

    /** What the next record of the stream inside is to be given. */
    record Inside(String inside, Earlier number) implements Need {
        @Override
        public String name() {
            return inside + "_" + number.name();
        }

        @Override
        public Optional<String> initial() {
            return number.initial();
        }
    }
}

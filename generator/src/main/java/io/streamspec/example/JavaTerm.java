package io.streamspec.example;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java expression as a person lays it out: on one line if it fits, else its arguments each on a line of their own.
 *
 * @param head what stands before the parenthesis, or all if there is none
 */
record JavaTerm(String head, boolean isCall, List<JavaTerm> arguments) {

    private static final int LINE = 88;
    private static final String INDENT = "        ";

    JavaTerm {
        arguments = List.copyOf(arguments);
    }

    /** A literal or name. */
    static JavaTerm of(String text) {
        return new JavaTerm(text, false, List.of());
    }

    /** A call of a constructor or method. */
    static JavaTerm call(String head, List<JavaTerm> arguments) {
        return new JavaTerm(head, true, arguments);
    }

    static JavaTerm call(String head, JavaTerm argument) {
        return call(head, List.of(argument));
    }

    /** The text, with lines after the first indented. */
    String text() {
        return text("");
    }

    private String text(String indent) {
        String flat = flat();
        if (!isCall || arguments.isEmpty() || indent.length() + flat.length() <= LINE) {
            return flat;
        }
        String deeper = indent + INDENT;
        return arguments.stream()
                .map(argument -> "\n" + deeper + argument.text(deeper))
                .collect(Collectors.joining(",", head + "(", ")"));
    }

    private String flat() {
        return isCall
                ? arguments.stream().map(JavaTerm::flat).collect(Collectors.joining(", ", head + "(", ")"))
                : head;
    }
}

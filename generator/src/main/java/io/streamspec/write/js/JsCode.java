package io.streamspec.write.js;

/** Lines of JavaScript, indented by the braces that they open and close. */
final class JsCode {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** Adds a line, made as by {@link String#format}. */
    JsCode line(String format, Object... arguments) {
        String line = arguments.length == 0 ? format : String.format(format, arguments);
        depth -= line.startsWith("}") || line.startsWith("]") ? 1 : 0;
        out.append("  ".repeat(line.isEmpty() ? 0 : depth)).append(line).append('\n');
        depth += line.endsWith("{") || line.endsWith("[") ? 1 : 0;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

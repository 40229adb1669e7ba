package io.streamspec.write;

/**
 * A file that a writer made.
 *
 * @param path relative to the output folder, parts divided by {@code /}; never leads out of it
 * @param text the content, lines ended by LF, written as UTF-8
 */
public record OutputFile(String path, String text) {

    public OutputFile {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("\\") || part.contains(":")) {
                throw new IllegalArgumentException("not a path inside an output folder: " + path);
            }
        }
    }
}

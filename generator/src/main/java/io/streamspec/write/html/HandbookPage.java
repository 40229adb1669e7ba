package io.streamspec.write.html;

import java.util.Optional;

/**
 * A text of the handbook, as its template sees it.
 *
 * @param path of the text, as the handbook has it
 * @param listing a text that is no Markdown, as it stands
 * @param text rendered Markdown, its heading included
 */
public record HandbookPage(String path, String title, Optional<String> listing, Page.Html text) {

    /** The folder that the text lies in, or empty. */
    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether the text introduces its folder. */
    boolean isReadme() {
        return path.endsWith("README.md");
    }
}

package io.streamspec.write.html;

import java.util.Optional;

/**
 * A text of the handbook, as its template sees it.
 *
 * @param listing a text that is no Markdown, as it stands
 * @param text rendered Markdown, its heading included
 */
public record HandbookPage(String title, Optional<String> listing, Page.Html text) {}

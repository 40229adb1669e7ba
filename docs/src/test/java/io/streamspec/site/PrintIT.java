package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/** The page of our larger document on paper. */
class PrintIT {

    private static final java.nio.file.Path DOCUMENT = Pages.SITE.resolve("libxc-migration-stream.html");
    private static final Document HTML = Pages.read(DOCUMENT);
    private static final List<String> SHEETS = new ArrayList<>();
    private static byte[] pdf = {};

    @BeforeAll
    static void print() throws IOException {
        Browser browser = Browser.shared();
        browser.look(1440, "dark").open(DOCUMENT, ""); // who reads in the dark prints on white all the same
        PrintOptions options = new PrintOptions();
        options.setPageSize(new PageSize(29.7, 21.0));
        pdf = Base64.getDecoder().decode(browser.driver().print(options).getContent());
        browser.keep("document.pdf", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page + 1);
                stripper.setEndPage(page + 1);
                SHEETS.add(bare(stripper.getText(document)));
                if (page < 12) {
                    browser.keep("print-" + (page + 1) + ".png", renderer.renderImageWithDPI(page, 60));
                }
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void it_is_tagged_for_screen_readers_and_black_on_white() throws IOException {
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/StructTreeRoot");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int ground = new PDFRenderer(document).renderImageWithDPI(0, 30).getRGB(3, 3);
            assertThat(ground & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void a_page_begins_where_the_document_says_so() {
        List<String> heads = HTML.select(".page-break").stream()
                .map(PrintIT::behind)
                .map(PrintIT::bare)
                .toList();
        assertThat(heads).isNotEmpty();
        for (String head : heads) {
            assertThat(SHEETS).as(head).anyMatch(sheet -> sheet.startsWith(head));
        }
    }

    /** The heading that follows a page break. */
    private static String behind(Element pageBreak) {
        Element next = pageBreak.nextElementSibling();
        Element section = next == null
                ? Objects.requireNonNull(pageBreak.closest("section")).nextElementSibling()
                : next;
        Element heading = Objects.requireNonNull(section).selectFirst("h1, h2, h3, h4, h5, h6, p");
        return Objects.requireNonNull(heading).ownText();
    }

    @Test
    void no_drawing_is_cut() {
        List<String> drawings = HTML.select(".diagram:not(.for-narrow) svg").stream()
                .map(PrintIT::words)
                .toList();
        assertThat(drawings).hasSizeGreaterThan(15);
        String all = String.join("", SHEETS);
        for (String drawing : drawings) {
            assertThat(all).contains(drawing);
            assertThat(SHEETS).as(drawing).anyMatch(sheet -> sheet.contains(drawing));
        }
    }

    /** What stands in a drawing below the ruler, which drawings share, in the order in which it is drawn. */
    private static String words(Element svg) {
        StringBuilder words = new StringBuilder();
        for (Element text : svg.select("text")) {
            words.append(text.ownText())
                    .append(String.join("", text.select("tspan").eachText()));
        }
        return bare(words.toString());
    }

    @Test
    void a_phone_prints_the_drawings_for_wide_windows() {
        Browser browser = Browser.shared();
        browser.look(390, "light").open(DOCUMENT, "");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(browser.all(".for-wide")).hasSizeGreaterThan(10).allMatch(drawing -> drawing.isDisplayed());
        assertThat(browser.all(".for-narrow")).hasSizeGreaterThan(10).noneMatch(drawing -> drawing.isDisplayed());
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void what_only_screens_need_stays_away() {
        assertThat(String.join("", SHEETS)).doesNotContain("Searchpress/", "Skiptothetext");
    }
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.Select;

/** The pages as a reader meets them. */
class BrowserIT {

    private static final Path DOCUMENT = Pages.SITE.resolve("libxc-migration-stream.html");
    private static final String[] SCHEMES = {"light", "dark"};

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(true);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static void until(String condition) throws InterruptedException {
        for (int wait = 0; wait < 100; wait++) {
            if (Boolean.TRUE.equals(browser.run("return Boolean(" + condition + ")"))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never: " + condition);
    }

    private static void press(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static String address() {
        return Objects.requireNonNull(browser.driver().getCurrentUrl());
    }

    @Test
    void slash_words_and_enter_find_what_is_looked_for() throws Exception {
        for (String[] look : new String[][] {
            {"0x0000000E", "CHECKPOINT"},
            {"14", "CHECKPOINT"},
            {"page_shift", "page_shift"},
            {"hvm params", "HVM_PARAMS"}
        }) {
            browser.look(1440, "light").open(DOCUMENT, "");
            press("/");
            press(look[0]);
            until("document.querySelector('.search li')");
            assertThat(browser.find(".search li").getText()).as(look[0]).contains(look[1]);
            press(Keys.ENTER);
            until("location.hash.length > 1");
            assertThat(browser.run("return document.querySelector(':target') != null"))
                    .isEqualTo(true);
        }
        browser.photograph("search");
    }

    @Test
    void arrows_choose_among_what_was_found_and_escape_leaves() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "");
        press("/");
        press("pfn");
        until("document.querySelectorAll('.search li').length > 1");
        press(Keys.ARROW_DOWN);
        assertThat(browser.all(".search li").get(1).getDomAttribute("aria-selected"))
                .isEqualTo("true");
        browser.photograph("search-open");
        press(Keys.ESCAPE);
        assertThat(browser.find(".search ul").isDisplayed()).isFalse();
    }

    @Test
    void searching_takes_no_time_that_a_reader_notices() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "");
        press("/");
        until("globalThis.streamspecIndex");
        Object elapsed = browser.run(
                """
                const input = document.querySelector(".search input");
                const start = performance.now();
                for (const word of ["p", "pf", "pfn", "0x", "page data", "x86"]) {
                  input.value = word;
                  input.dispatchEvent(new Event("input"));
                }
                return (performance.now() - start) / 6;
                """);
        assertThat(((Number) elapsed).doubleValue()).isLessThan(50);
    }

    @Test
    void pointing_at_a_cell_marks_its_row_and_focusing_it_does_too() {
        browser.look(1440, "light").open(DOCUMENT, "image-header");
        WebElement cell = browser.find("svg a[href='#image_header.version']");
        new Actions(browser.driver()).moveToElement(cell).perform();
        assertThat(browser.find("[id='image_header.version']").getDomAttribute("class"))
                .contains("marked");
        browser.run("arguments[0].focus()", browser.find("svg a[href='#image_header.id']"));
        assertThat(browser.find("[id='image_header.id']").getDomAttribute("class"))
                .contains("marked");
    }

    @Test
    void a_link_to_a_field_shows_that_field() throws IOException {
        browser.look(1440, "light").open(DOCUMENT, "image_header.version");
        Object top = browser.run("return document.querySelector(':target').getBoundingClientRect().top");
        assertThat(((Number) top).doubleValue()).isBetween(0.0, 900.0);
        browser.photograph("field");
    }

    @Test
    void a_keyboard_reaches_the_text_the_search_and_every_drawing() {
        browser.look(1440, "light").open(DOCUMENT, "");
        press(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getText()).contains("Skip");
        Object unreachable = browser.run(
                """
                return [...document.querySelectorAll("svg a, a[href], .wide, button, input")]
                  .filter((element) => element.checkVisibility() && element.tabIndex < 0).length;
                """);
        assertThat(unreachable).isEqualTo(0L);
    }

    @Test
    void without_scripts_everything_can_be_read() throws Exception {
        try (Browser plain = Browser.start(false)) {
            plain.open(DOCUMENT, "image_header.version");
            assertThat(plain.find("h1").isDisplayed()).isTrue();
            assertThat(plain.find("[id='image_header.version']").isDisplayed()).isTrue();
            assertThat(plain.all("main svg")).hasSizeGreaterThan(15).allMatch(svg -> svg.isDisplayed());
            assertThat(plain.find(".search").isDisplayed()).isFalse();
            plain.photograph("without-scripts");
        }
    }

    @Test
    void dark_is_dark_and_light_is_light() throws IOException {
        double[] grounds = new double[2];
        for (int i = 0; i < 2; i++) {
            browser.look(1440, SCHEMES[i]).open(DOCUMENT, "");
            Object ground = browser.run("return getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g)[0]");
            grounds[i] = Double.parseDouble(ground.toString());
            browser.photograph("document-" + SCHEMES[i]);
        }
        assertThat(grounds[0]).isGreaterThan(200);
        assertThat(grounds[1]).isLessThan(60);
    }

    @Test
    void no_page_is_wider_than_a_phone() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path page : Pages.all()) {
            browser.look(390, "light").open(page, "");
            Object width = browser.run("return document.documentElement.scrollWidth");
            if (((Number) width).intValue() > 390) {
                wide.add(page.getFileName() + ": " + width + " " + browser.run(WIDEST));
            }
        }
        browser.open(DOCUMENT, "image-header").photograph("phone");
        assertThat(wide).isEmpty();
    }

    private static final String WIDEST =
            """
            return [...document.querySelectorAll("body *")]
              .filter((element) => element.getBoundingClientRect().right > 391 && !element.closest(".wide, pre"))
              .map((element) => element.outerHTML.slice(0, 160) + " in " + element.closest("[id]")?.id).slice(0, 3).join(" | ");
            """;

    @Test
    void it_prints() throws IOException {
        browser.look(1440, "light").open(DOCUMENT, "");
        byte[] pdf = Base64.getDecoder()
                .decode(browser.driver().print(new PrintOptions()).getContent());
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/StructTreeRoot");
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/document.pdf"), pdf);
    }

    @Test
    void the_decoder_page_decodes_an_image() throws Exception {
        Path decoder = Pages.all().stream()
                .filter(page -> Pages.read(page).getElementById("decode") != null)
                .findFirst()
                .orElseThrow();
        Path image = Path.of(System.getProperty("streamspec.image"));
        browser.look(1440, "light").open(decoder, "");
        Select specification = new Select(browser.find("#specification"));
        specification.selectByIndex(0);
        browser.find("#file").sendKeys(image.toAbsolutePath().normalize().toString());
        browser.find("#decode").click();
        until("document.querySelector('#result').children.length > 3");
        browser.photograph("decoder");
        assertThat(browser.find("#result").getText()).contains("STATIC_DATA_END");
        List<String> links = browser.all("#result a[href]").stream()
                .map(link -> link.getDomAttribute("href"))
                .distinct()
                .toList();
        assertThat(links).isNotEmpty();
    }

    @Test
    void axe_finds_nothing_at_any_width_in_any_scheme() throws IOException {
        String axe;
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> violations = new ArrayList<>();
        for (Path page : Pages.all()) {
            browser.look(1440, "light").open(page, "");
            browser.run(axe);
            // texts of the handbook are of one kind: one of them stands for all, the others are looked at once
            boolean isCommon =
                    page.getFileName().toString().startsWith("docs-") && !page.endsWith("docs-layout-rules.html");
            for (int width : isCommon ? new int[] {390} : Browser.WIDTHS) {
                for (String scheme : isCommon ? new String[] {"dark"} : SCHEMES) {
                    browser.look(width, scheme);
                    Object found = browser.driver().executeAsyncScript(AXE);
                    ((List<?>) found)
                            .forEach(one ->
                                    violations.add(page.getFileName() + " " + width + " " + scheme + ": " + one));
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    private static final String AXE =
            """
            const done = arguments[arguments.length - 1];
            axe.run({ resultTypes: ["violations"] })
              .then((result) => done(result.violations.map((one) =>
                one.id + " " + one.nodes.length + " " + one.nodes[0].target.join(" ") + " " + one.nodes[0].html.slice(0, 120))))
              .catch((fault) => done([String(fault)]));
            """;

    /** axe leaves text in drawings undecided, so its contrast is computed here: 4.5 to 1 against what lies under it. */
    @Test
    void text_in_drawings_stands_out() {
        List<String> faint = new ArrayList<>();
        for (Path page : List.of(DOCUMENT, Pages.SITE.resolve("libxc-migration-stream-revisions.html"))) {
            for (String scheme : SCHEMES) {
                browser.look(1440, scheme).open(page, "");
                ((List<?>) browser.run(CONTRAST)).forEach(one -> faint.add(scheme + ": " + one));
            }
        }
        assertThat(faint).isEmpty();
    }

    private static final String CONTRAST =
            """
            const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const rgb = (colour) => {
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data];
            };
            const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
              .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
            const paper = rgb(getComputedStyle(document.body).backgroundColor);
            const grounds = (text) => {
              const shape = text.parentElement.querySelector(":scope > rect, :scope > path");
              const fill = shape ? getComputedStyle(shape).fill : "none";
              if (fill.startsWith("url")) {
                return [".patterns .ground", ".patterns .stripe"].map((part) =>
                  rgb(getComputedStyle(document.querySelector(part)).fill));
              }
              return [fill === "none" || rgb(fill)[3] === 0 ? paper : rgb(fill)];
            };
            const texts = [...document.querySelectorAll("main svg text, main svg tspan")].filter((text) => text.textContent.trim());
            if (texts.length < 20) return ["only " + texts.length + " texts found"];
            return texts.flatMap((text) => {
              const worst = Math.min(...grounds(text).map((ground) => ratio(rgb(getComputedStyle(text).fill), ground)));
              return worst < 4.5 ? [text.textContent.trim() + " " + worst.toFixed(2)] : [];
            }).slice(0, 10);
            """;

    @Test
    void nothing_is_asked_of_any_network_and_nothing_complains() {
        for (Path page : Pages.all()) {
            browser.open(page, "");
        }
        List<String> requests = browser.requests();
        assertThat(requests).hasSizeGreaterThan(20);
        assertThat(requests)
                .filteredOn(url -> !url.matches("(file|data|about|chrome[a-z-]*):.*"))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void screenshots_are_taken_of_every_kind_of_page() throws IOException {
        for (String name : List.of("index", "libxl-migration-stream", "libxc-migration-stream-revisions")) {
            for (String scheme : SCHEMES) {
                Path page = Pages.SITE.resolve(name + ".html");
                browser.look(1440, scheme).open(page, "").photograph(name + "-" + scheme);
                assertThat(browser.driver().findElement(By.tagName("h1")).isDisplayed())
                        .isTrue();
            }
        }
        browser.look(1440, "light").open(DOCUMENT, "page-data").photograph("page-data");
        browser.look(1440, "light")
                .open(Pages.SITE.resolve("docs-layout-rules.html"), "")
                .photograph("handbook");
    }
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The pages as a reader meets them. */
class BrowserIT {

    private static final Path DOCUMENT = Pages.SITE.resolve("libxc-migration-stream.html");

    private final Browser browser = Browser.shared();

    @Test
    void pointing_at_a_cell_at_its_row_or_at_octets_of_an_example_marks_all_three() {
        browser.look(1440, "light").open(DOCUMENT, "image-header");
        point("svg a[href='#image_header.version']");
        assertThat(marked()).containsExactly("image_header.version", "#image_header.version");
        assertThat(browser.all("a.octets.marked")).hasSize(1);
        point("[id='image_header.id'] td:nth-child(4)");
        assertThat(marked()).containsExactly("image_header.id", "#image_header.id");
        assertThat(browser.all("a.octets.marked")).hasSize(1);
        point("[id='image_header.options.endianness']");
        assertThat(marked()).containsExactly("image_header.options.endianness", "#image_header.options.endianness");
        point("figure.example a.octets[href='#image_header.version']");
        assertThat(marked()).containsExactly("image_header.version", "#image_header.version");
        assertThat(browser.all("svg .marked")).hasSize(2); // also in the drawing for narrow windows
        point("h1");
        assertThat(marked()).isEmpty();
    }

    @Test
    void a_keyboard_marks_what_a_pointer_marks_and_follows_the_cell_to_its_row() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "image-header");
        browser.run("arguments[0].focus()", browser.find("svg a[href='#image_header.id']"));
        assertThat(marked()).containsExactly("image_header.id", "#image_header.id");
        browser.run("arguments[0].focus()", browser.find("[id='image_header.version'] th a"));
        assertThat(marked()).containsExactly("image_header.version", "#image_header.version");
        browser.run("arguments[0].focus()", browser.find("svg a[href='#image_header.options']"));
        browser.press(Keys.ENTER);
        browser.until("document.querySelector(':target')?.id === 'image_header.options'");
    }

    @Test
    void the_drawing_for_narrow_windows_marks_and_leads_as_the_wide_one_does() throws Exception {
        browser.look(390, "light").open(DOCUMENT, "image-header");
        browser.run("arguments[0].focus()", browser.find(".for-narrow a[href='#image_header.version']"));
        assertThat(marked()).containsExactly("image_header.version", "#image_header.version");
        browser.press(Keys.ENTER);
        browser.until("document.querySelector(':target')?.id === 'image_header.version'");
    }

    private void point(String selector) {
        WebElement element = browser.find(selector);
        browser.run("arguments[0].scrollIntoView({block: 'center'})", element);
        new Actions(browser.driver()).moveToElement(element).perform();
    }

    /** What is marked now: the ids of rows, and where the cells lead. */
    private List<String> marked() {
        List<?> found = (List<?>)
                browser.run(
                        """
                return [...document.querySelectorAll(".marked")].map((one) => one.id || one.getAttribute("href"))
                  .filter((one, place, all) => all.indexOf(one) === place).sort((a, b) => a.startsWith("#") - b.startsWith("#"));
                """);
        return found.stream().map(String::valueOf).toList();
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
        browser.press(Keys.TAB);
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
            plain.look(1440, "light").open(DOCUMENT, "image_header.version");
            assertThat(plain.find("h1").isDisplayed()).isTrue();
            assertThat(plain.find("[id='image_header.version']").isDisplayed()).isTrue();
            assertThat(plain.all(".diagram:not(.for-narrow) svg"))
                    .hasSizeGreaterThan(15)
                    .allMatch(svg -> svg.isDisplayed());
            assertThat(plain.find(".search").isDisplayed()).isFalse();
            assertThat(plain.all("nav.contents a")).hasSizeGreaterThan(25).allMatch(link -> link.isDisplayed());
            plain.photograph("without-scripts");
            plain.run("arguments[0].click()", plain.find("nav.contents a[href='#page-data']"));
            assertThat(plain.driver().getCurrentUrl()).endsWith("#page-data");
            plain.find("section#page-data svg a[href='#page_data.count']").sendKeys(Keys.ENTER);
            assertThat(plain.driver().getCurrentUrl()).endsWith("#page_data.count");
        }
    }

    @Test
    void the_table_of_contents_follows_the_reader() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "page-data");
        browser.until("document.querySelector('nav.contents [aria-current]')?.hash === '#page-data'");
        browser.run("document.getElementById('hvm-params').scrollIntoView()");
        browser.until("document.querySelector('nav.contents [aria-current]')?.hash === '#hvm-params'");
        Object isInSight = browser.run(
                """
                const box = document.querySelector("nav.contents").getBoundingClientRect();
                const link = document.querySelector("nav.contents [aria-current]").getBoundingClientRect();
                return link.top >= box.top && link.bottom <= box.bottom;
                """);
        assertThat(isInSight).isEqualTo(true);
    }

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
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Searching, by keys alone. */
class SearchIT {

    private static final Path DOCUMENT = Pages.SITE.resolve("libxc-migration-stream.html");

    private final Browser browser = Browser.shared();

    @Test
    void slash_words_and_enter_find_what_is_looked_for() throws Exception {
        for (String[] look : new String[][] {
            {"0x0000000E", "CHECKPOINT"},
            {"14", "CHECKPOINT"},
            {"page_shift", "page_shift"},
            {"hvm params", "HVM_PARAMS"}
        }) {
            browser.look(1440, "light").open(DOCUMENT, "");
            browser.press("/");
            browser.press(look[0]);
            browser.until("document.querySelector('.search li')");
            assertThat(browser.find(".search li").getText()).as(look[0]).contains(look[1]);
            browser.press(Keys.ENTER);
            browser.until("location.hash.length > 1");
            assertThat(browser.run("return document.querySelector(':target') != null"))
                    .isEqualTo(true);
        }
        browser.photograph("search");
    }

    /** What is looked for, and what is found, as kinds and names, the first of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "END | record END type 0x00000000, record END The HVM context · type 0x0000, record END The libxl migration stream · type 0x00000000",
                "0x0000000E | record CHECKPOINT type 0x0000000E, value CHECKPOINT, record MTRR The HVM context · type 0x000e",
                "page_shift | field page_shift, rule domain_header.page_shift",
                "CHECKPOINT | record CHECKPOINT, value CHECKPOINT, section CHECKPOINT, record CHECKPOINT_",
            })
    void what_is_called_so_comes_first_then_constants_sections_and_words(String words, String expected)
            throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "");
        browser.press("/");
        browser.press(words);
        browser.until("document.querySelector('.search li')");
        List<String> found = browser.all(".search li").stream()
                .map(hit -> hit.getText().replaceAll("\\s+", " "))
                .toList();
        String[] first = expected.split(", ");
        for (int i = 0; i < first.length; i++) {
            assertThat(found.get(i)).as("%s, place %d", words, i).startsWith(first[i]);
        }
    }

    @Test
    void arrows_choose_among_what_was_found_and_escape_leaves() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "");
        browser.press("/");
        browser.press("pfn");
        browser.until("document.querySelectorAll('.search li').length > 1");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.all(".search li").get(1).getDomAttribute("aria-selected"))
                .isEqualTo("true");
        browser.photograph("search-open");
        browser.press(Keys.ESCAPE);
        assertThat(browser.find(".search ul").isDisplayed()).isFalse();
    }

    @Test
    void what_is_not_there_is_said_and_what_is_wrong_can_be_mended() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "");
        browser.press("/");
        browser.press("no such thing");
        browser.until("document.querySelector('.search p').textContent === 'nothing found'");
        browser.press(Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("#");
        browser.run("document.querySelector('.search input').select()");
        browser.press("verify");
        browser.until("document.querySelectorAll('.search li').length > 0");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("aria-activedescendant"))
                .isEqualTo("page:hit-0");
    }

    @Test
    void a_slash_in_a_field_of_a_form_is_a_slash() throws Exception {
        browser.look(1440, "light").open(Pages.SITE.resolve("decoder.html"), "");
        browser.find("#hex").sendKeys("00 / 11");
        assertThat(browser.find("#hex").getDomProperty("value")).isEqualTo("00 / 11");
    }

    /** Of a document ten times ours, and the best of several runs, since other programs run beside this one. */
    @Test
    void searching_takes_no_time_that_a_reader_notices() throws Exception {
        browser.look(1440, "light").open(DOCUMENT, "");
        browser.press("/");
        browser.until("globalThis.streamspecIndex");
        List<?> measured = (List<?>)
                browser.run(
                        """
                const { entries, kinds } = globalThis.streamspecIndex;
                const many = Array.from({ length: 10 }, (_, copy) =>
                  entries.map(([kind, name, ...rest]) => [kind, name + copy, ...rest])).flat();
                const prepared = streamspecMatch.prepare({ kinds, entries: many });
                let best = Infinity;
                for (let run = 0; run < 5; run++) {
                  const start = performance.now();
                  for (const word of ["p", "pf", "pfn", "0x", "page data", "x86", "14"]) {
                    streamspecMatch.find(prepared, word, 30);
                  }
                  best = Math.min(best, (performance.now() - start) / 7);
                }
                return [many.length, best];
                """);
        assertThat(((Number) measured.get(0)).intValue()).isGreaterThan(4000);
        assertThat(((Number) measured.get(1)).doubleValue()).as("milliseconds").isLessThan(50);
    }
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The decoder page on an image that the codecs wrote in this build. */
class DecoderIT {

    private static final Path DECODER = Pages.SITE.resolve("decoder.html");
    private static final Path IMAGE = Path.of(System.getProperty("streamspec.image", "missing"))
            .toAbsolutePath()
            .normalize();

    private final Browser browser = Browser.shared();

    @Test
    void a_file_is_decoded_as_its_first_octets_say_and_each_field_leads_to_the_specification() throws Exception {
        browser.look(1440, "light").open(DECODER, "");
        browser.find("#file").sendKeys(IMAGE.toString());
        browser.until("document.querySelector('#status').textContent.endsWith('to the end.')");
        browser.photograph("decoder-file");
        List<?> records = (List<?>)
                browser.run("return [...document.querySelectorAll('#result li')].map((one) => one.dataset.record)");
        assertThat(records.toString()).contains("image_header", "domain_header", "STATIC_DATA_END");
        assertThat(records.get(records.size() - 1)).isEqualTo("END");
        assertThat(browser.all("#result .problem")).isEmpty();
        List<String> links = browser.all("#result a[href]").stream()
                .map(link -> String.valueOf(link.getDomAttribute("href")))
                .distinct()
                .toList();
        assertThat(links).hasSizeGreaterThan(20);
        for (String link : links) {
            String[] parts = link.split("#");
            String id = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            assertThat(Pages.read(Pages.SITE.resolve(parts[0])).getElementById(id))
                    .as(link)
                    .isNotNull();
        }
    }

    @Test
    void pasted_octets_say_the_same_as_the_file_does_with_keys_alone() throws Exception {
        browser.look(390, "dark").open(DECODER, "");
        byte[] octets = Files.readAllBytes(IMAGE);
        browser.run(
                "document.querySelector('#hex').value = arguments[0]",
                HexFormat.ofDelimiter(" ").formatHex(octets, 0, Math.min(octets.length, 40)));
        browser.run("document.querySelector('#decode').focus()");
        browser.press(Keys.ENTER);
        browser.until("document.querySelectorAll('#result li').length > 1");
        assertThat(browser.find("#result").getText()).contains("image_header", "version", "x86_hvm");
        browser.photograph("decoder-phone");
        browser.run("document.querySelector('#result .toggle').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.find("#result .toggle").getDomAttribute("aria-expanded"))
                .isEqualTo("false");
    }

    @Test
    void octets_that_break_a_rule_are_told_with_a_link_to_it() throws Exception {
        browser.look(1440, "light").open(DECODER, "");
        byte[] octets = Files.readAllBytes(IMAGE);
        octets[0] = 1; // the marker
        new Select(browser.find("#specification")).selectByValue("libxc-migration-stream");
        browser.run(
                "document.querySelector('#hex').value = arguments[0]",
                HexFormat.of().formatHex(octets, 0, 24));
        browser.find("#decode").click();
        browser.until("document.querySelector('#result .problem a')");
        assertThat(String.valueOf(browser.find("#result .problem a").getDomAttribute("href")))
                .startsWith("libxc-migration-stream.html#rule.image_header.");
        browser.find("#hex").clear();
        browser.find("#hex").sendKeys("zz");
        browser.find("#decode").click();
        assertThat(browser.find("#status").getText()).contains("cannot be read");
    }
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The decoder page on an image that the codecs wrote in this build. */
class DecoderIT {

    private static final Path DECODER = Pages.SITE.resolve("decoder.html");
    private static final Path IMAGE = Path.of(System.getProperty("streamspec.image", "missing"))
            .toAbsolutePath()
            .normalize();

    private final Browser browser = Browser.shared();

    @BeforeEach
    void the_image_is_there() {
        assumeTrue(Files.exists(IMAGE), "the tests of generated-runtime write " + IMAGE + ", and have not run");
    }

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

    @Test
    void a_dropped_file_is_decoded_and_stays_to_be_decoded_again() throws Exception {
        browser.look(1440, "light").open(DECODER, "");
        browser.run(DROP, Base64.getEncoder().encodeToString(Files.readAllBytes(IMAGE)));
        browser.until("document.querySelector('#status').textContent.endsWith('to the end.')");
        List<Object> dropped = records();
        assertThat(dropped)
                .hasSizeGreaterThan(4)
                .startsWith("image_header", "domain_header")
                .endsWith("END");
        new Select(browser.find("#specification")).selectByValue("libxl-migration-stream");
        browser.find("#decode").click();
        browser.until("document.querySelector('#result .problem')");
        new Select(browser.find("#specification")).selectByValue("");
        browser.find("#decode").click();
        browser.until("document.querySelector('#status').textContent.endsWith('to the end.')");
        assertThat(records()).isEqualTo(dropped);
        assertThat(browser.run("return performance.getEntriesByType('resource').length"))
                .as("it never leaves the page")
                .isEqualTo(0L);
    }

    private List<Object> records() {
        return List.copyOf((List<?>)
                browser.run("return [...document.querySelectorAll('#result li')].map((one) => one.dataset.record)"));
    }

    /** Drags a file over the page and lets it go there. */
    private static final String DROP =
            """
            const octets = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([octets], "save"));
            for (const name of ["dragenter", "dragover", "drop"]) {
              const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
              document.querySelector("#drop").dispatchEvent(event);
              if (name !== "dragenter" && !event.defaultPrevented) {
                throw new Error(name + " is left to the browser, which would leave the page");
              }
            }
            """;

    /** Sixty-four records of 128 MiB each, which take next to no room on a disk. */
    @Test
    void of_a_file_of_eight_gibibytes_only_what_is_looked_at_is_read(@TempDir Path folder) throws Exception {
        Path huge = folder.resolve("huge");
        long size = 0;
        try (FileChannel file = FileChannel.open(huge, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] headers = Arrays.copyOf(Files.readAllBytes(IMAGE), 40);
            size += file.write(ByteBuffer.wrap(headers), 0);
            for (int i = 0; i < 64; i++) {
                ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                file.write(head.putInt(OPTIONAL).putInt(BODY).flip(), size);
                size += 8 + BODY;
            }
            size += file.write(ByteBuffer.allocate(8), size); // END
        }
        assertThat(Files.size(huge)).isGreaterThan(8L << 30);
        browser.look(1440, "light").open(DECODER, "");
        browser.run(COUNTING);
        browser.find("#file").sendKeys(huge.toString());
        browser.until("document.querySelector('#status').textContent.endsWith('to the end.')");
        assertThat(records()).hasSize(67).endsWith("unknown", "END");
        assertThat(((Number) browser.run("return globalThis.read.octets")).longValue())
                .isBetween(64L * 8, 64L * 80_000);
        assertThat(((Number) browser.run("return globalThis.read.most")).longValue())
                .isLessThan(100_000);
        assertThat(browser.all("#result .problem")).isEmpty();
        assertThat(heap()).isLessThan(64L << 20);
    }

    /** A type that no section describes and that readers may pass over, and the longest body that a record may have. */
    private static final int OPTIONAL = 0x8fff_ffff;

    private static final int BODY = 128 << 20;

    /** Counts what is cut from the file, and lets nothing read it whole. */
    private static final String COUNTING =
            """
            globalThis.read = { octets: 0, most: 0 };
            const slice = Blob.prototype.slice;
            Blob.prototype.slice = function (start, end) {
              globalThis.read.octets += end - start;
              globalThis.read.most = Math.max(globalThis.read.most, end - start);
              return slice.call(this, start, end);
            };
            for (const name of ["arrayBuffer", "text", "stream"]) {
              const whole = Blob.prototype[name];
              Blob.prototype[name] = function () {
                if (this instanceof File) {
                  throw new Error(name + " of the whole file");
                }
                return whole.call(this);
              };
            }
            """;

    /** The octets that the page's objects take, when what can be collected is collected. */
    private long heap() {
        browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        Object used = browser.driver()
                .executeCdpCommand("Runtime.getHeapUsage", Map.of())
                .get("usedSize");
        return ((Number) used).longValue();
    }
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How pages look: schemes of colours, widths, contrast. */
class LooksIT {

    private static final Path DOCUMENT = Pages.SITE.resolve("libxc-migration-stream.html");
    private static final String[] SCHEMES = {"light", "dark"};

    private final Browser browser = Browser.shared();

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

    /** The elements that make a page wider than a phone. */
    static final String WIDEST =
            """
            return [...document.querySelectorAll("body *")]
              .filter((element) => element.getBoundingClientRect().right > 391 && !element.closest(".wide, pre"))
              .map((element) => element.outerHTML.slice(0, 160) + " in " + element.closest("[id]")?.id).slice(0, 3).join(" | ");
            """;

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
            Set<Integer> looked = new HashSet<>();
            for (int width : Browser.WIDTHS) {
                for (String scheme : SCHEMES) {
                    if (isLookedAt(page, width, scheme)) {
                        browser.look(width, scheme);
                        List<?> found = (List<?>) browser.driver().executeAsyncScript(AXE, looked.add(width));
                        found.forEach(
                                one -> violations.add(page.getFileName() + " " + width + " " + scheme + ": " + one));
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    /** The largest page in all ways, others of its kind and the main ones in two, and texts of the handbook in one. */
    private static boolean isLookedAt(Path page, int width, String scheme) {
        boolean isWide = width == 1440 && scheme.equals("light");
        boolean isNarrow = width == 390 && scheme.equals("dark");
        return page.equals(DOCUMENT)
                || isNarrow
                || isWide && !page.getFileName().toString().startsWith("docs-");
    }

    private static final String AXE =
            """
            const done = arguments[arguments.length - 1];
            const only = arguments[0] ? {} : { runOnly: ["color-contrast"] }; // schemes differ in colours alone
            axe.run({ resultTypes: ["violations"], preload: false, ...only })
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

    /** For people to look at: each kind of page. */
    @Test
    void screenshots_are_taken_of_every_kind_of_page() throws IOException {
        String[] pages = {
            "index.html",
            "libxc-migration-stream.html",
            "libxc-migration-stream.html#image-header",
            "libxc-migration-stream.html#page-data",
            "libxc-migration-stream.html#layout",
            "libxc-migration-stream.html#page:rules",
            "libxc-migration-stream-revisions.html",
            "docs-layout-rules.html"
        };
        for (String page : pages) {
            String[] parts = (page + "#").split("#", -1);
            Path file = Pages.SITE.resolve(parts[0]);
            browser.open(file, parts[1]);
            for (String look : new String[] {"1440 light", "1440 dark", "820 light", "390 dark"}) {
                String[] words = look.split(" ");
                browser.look(Integer.parseInt(words[0]), words[1]);
                browser.run("document.querySelector(':target')?.scrollIntoView()");
                browser.photograph((page + " " + look).replaceAll("\\W+", "-"));
                assertThat(browser.find("h1").isDisplayed()).isTrue();
            }
        }
    }
}

package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/** How pages look: schemes of colours, widths, contrast. */
class LooksIT {

    private static final Path DOCUMENT = Pages.SITE.resolve("libxc-migration-stream.html");
    private static final String[] SCHEMES = {"light", "dark"};

    /** Whether axe applies all rules to all pages, at all widths, and screenshots are taken of all. */
    private static final boolean IS_LONG = Boolean.getBoolean("streamspec.long");

    /** One page of each kind. */
    private static final List<Path> KINDS = Stream.of(
                    "index.html",
                    "libxc-migration-stream.html",
                    "libxl-migration-stream.html",
                    "libxc-migration-stream-revisions.html",
                    "decoder.html",
                    "docs-layout-rules.html")
            .map(Pages.SITE::resolve)
            .toList();

    private final Browser browser = Browser.shared();

    @Test
    void dark_is_dark_and_light_is_light() {
        double[] grounds = new double[2];
        for (int i = 0; i < 2; i++) {
            browser.look(1440, SCHEMES[i]).open(Pages.SITE.resolve("index.html"), "");
            Object ground = browser.run("return getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g)[0]");
            grounds[i] = Double.parseDouble(ground.toString());
        }
        assertThat(grounds[0]).isGreaterThan(200);
        assertThat(grounds[1]).isLessThan(60);
    }

    @Test
    void no_page_is_wider_than_a_phone_and_nothing_of_its_tables_is_cut() throws Exception {
        List<String> wide = new ArrayList<>();
        for (Path page : Pages.all()) {
            open(page, 390, "light");
            Object width = browser.run("return document.documentElement.scrollWidth");
            if (((Number) width).intValue() > 390) {
                wide.add(page.getFileName() + ": " + width + " " + browser.run(WIDEST));
            }
            ((List<?>) browser.run(CUT)).forEach(cut -> wide.add(page.getFileName() + " cuts " + cut));
        }
        assertThat(wide).isEmpty();
    }

    /** The elements that make a page wider than a phone. */
    static final String WIDEST =
            """
            return [...document.querySelectorAll("body *")]
              .filter((element) => element.getBoundingClientRect().right > 391 && !element.closest(".wide, pre"))
              .map((element) => element.outerHTML.slice(0, 160) + " in " + element.closest("[id]")?.id).slice(0, 3).join(" | ");
            """;

    /**
     * Tables of fields and values, of changes, of what was decoded, and those of the handbook that have two columns; and
     * captions that have no room for their words.
     */
    static final String CUT =
            """
            const tables = document.querySelectorAll(".cards, .matrix, .changes, .result table, table:not(:has(tr > :nth-child(3)))");
            const edge = document.querySelector("main").getBoundingClientRect().right + 1;
            return [...tables].flatMap((table) => [table, ...table.querySelectorAll("th, td")])
              .filter((one) => !one.closest("thead") && one.checkVisibility())
              .filter((one) => one.getBoundingClientRect().right > edge || one.scrollWidth > one.clientWidth + 1)
              .concat([...document.querySelectorAll("main caption")].filter((one) => one.checkVisibility() && one.clientWidth < 200))
              .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3);
            """;

    /** Opens a page; the decoder with something decoded. */
    private void open(Path page, int width, String scheme) throws Exception {
        browser.look(width, scheme).open(page, "");
        if (page.endsWith("decoder.html")) {
            browser.run("document.getElementById('hex').value = arguments[0]", HEX);
            browser.find("#decode").click();
            browser.until("document.querySelectorAll('.result table').length === 2");
        }
    }

    private static final String HEX =
            "ff".repeat(8) + "58454e46 00000003 0001 000000000000 00000001 000c 0000 00000004 00000016";

    @Test
    void a_narrow_screen_has_the_narrow_drawings_and_a_wide_one_the_wide() {
        for (int width : Browser.WIDTHS) {
            browser.look(width, "light").open(DOCUMENT, "");
            boolean isNarrow = width < 720;
            assertThat(browser.all(".for-wide"))
                    .hasSizeGreaterThan(10)
                    .allMatch(drawing -> drawing.isDisplayed() != isNarrow);
            assertThat(browser.all(".for-narrow"))
                    .hasSizeGreaterThan(10)
                    .allMatch(drawing -> drawing.isDisplayed() == isNarrow);
            Object smallest = browser.run(
                    """
                    return Math.min(...[...document.querySelectorAll(".diagram svg")].filter((svg) => svg.checkVisibility())
                      .map((svg) => 12 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width));
                    """);
            assertThat(((Number) smallest).doubleValue()).as("pixels of a note").isGreaterThan(10);
        }
    }

    /** HTML allows no roles on tables, so it is the browser that has to keep them when rows are displayed as cards. */
    @Test
    void rows_that_look_like_cards_are_rows_to_screen_readers() {
        Map<String, Integer> wide = roles(1440);
        assertThat(wide.get("row")).isGreaterThan(3);
        assertThat(wide.get("columnheader")).isEqualTo(5);
        assertThat(roles(390)).isEqualTo(wide);
    }

    /** How many elements have which role in a table of fields. */
    private Map<String, Integer> roles(int width) {
        browser.look(width, "light").open(DOCUMENT, "");
        ChromeDriver driver = browser.driver();
        // by the object, which stays what it is as long as the page is there; numbers of nodes may be given anew
        Object table = ((Map<?, ?>) driver.executeCdpCommand(
                                "Runtime.evaluate",
                                Map.of("expression", "document.querySelector('#domain-header .fields')"))
                        .get("result"))
                .get("objectId");
        Map<String, Integer> roles = new TreeMap<>();
        for (String role : List.of("table", "row", "rowheader", "columnheader")) {
            List<?> nodes = (List<?>)
                    driver.executeCdpCommand("Accessibility.queryAXTree", Map.of("objectId", table, "role", role))
                            .get("nodes");
            roles.put(role, nodes.size());
        }
        return roles;
    }

    @Test
    void axe_finds_nothing_at_any_width_in_either_scheme() throws Exception {
        String axe;
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> violations = new ArrayList<>();
        for (Path page : IS_LONG ? Pages.all() : KINDS) {
            open(page, 390, "dark");
            browser.run(axe);
            for (int width : IS_LONG ? Browser.WIDTHS : new int[] {390, 1440}) {
                String scheme = width == 390 ? "dark" : "light";
                violations.addAll(axe(page, width, scheme, IS_LONG || width == 390));
                if (IS_LONG) {
                    violations.addAll(axe(page, width, scheme.equals("dark") ? "light" : "dark", false));
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    /** @param isAll whether to apply all rules, or those of colours alone */
    private List<String> axe(Path page, int width, String scheme, boolean isAll) {
        browser.look(width, scheme);
        List<?> found = (List<?>) browser.driver().executeAsyncScript(AXE, isAll);
        return found.stream()
                .map(one -> page.getFileName() + " " + width + " " + scheme + ": " + one)
                .toList();
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
        for (String name :
                List.of("libxc-migration-stream", "libxl-migration-stream", "libxc-migration-stream-revisions")) {
            Path page = Pages.SITE.resolve(name + ".html");
            for (String scheme : SCHEMES) {
                browser.look(1440, scheme).open(page, "");
                ((List<?>) browser.run(CONTRAST)).forEach(one -> faint.add(name + " " + scheme + ": " + one));
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
              const shape = text.parentElement.querySelector(":scope > rect, :scope > path, :scope > polygon");
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
    void screenshots_are_taken_of_every_kind_of_page() throws Exception {
        String[] pages = {
            "index.html",
            "libxc-migration-stream.html",
            "libxc-migration-stream.html#image-header",
            "libxc-migration-stream.html#page-data",
            "libxc-migration-stream.html#layout",
            "libxc-migration-stream.html#page:rules",
            "libxc-migration-stream-revisions.html",
            "decoder.html",
            "docs-layout-rules.html"
        };
        for (String page : pages) {
            String[] parts = (page + "#").split("#", -1);
            String[] looks = {"1440 light", "800 dark", "390 light"};
            for (String look : IS_LONG ? looks : new String[] {looks[0]}) {
                String[] words = look.split(" ");
                open(Pages.SITE.resolve(parts[0]), Integer.parseInt(words[0]), words[1]);
                browser.run("document.getElementById(arguments[0])?.scrollIntoView()", parts[1]);
                browser.photograph((page + " " + look).replaceAll("\\W+", "-"));
                assertThat(browser.find("h1").isDisplayed()).isTrue();
            }
        }
    }
}

package io.streamspec.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium as Debian packages it, without a window, in a new profile; tests are skipped where it is not installed. */
final class Browser implements AutoCloseable {

    /** Widths of a phone, a tablet and a desk, in pixels. */
    static final int[] WIDTHS = {390, 820, 1440};

    private static final Path SCREENSHOTS = Path.of(System.getProperty("streamspec.screenshots", "target/screenshots"));

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    private static final class Shared {
        static final Browser BROWSER = start();

        private static Browser start() {
            try {
                Browser browser = Browser.start(true);
                Runtime.getRuntime().addShutdownHook(new Thread(browser::quit));
                return browser;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One browser for all tests, which lives as long as they run. */
    static Browser shared() {
        assumeInstalled();
        return Shared.BROWSER;
    }

    /** Starts a browser; with scripts off, pages are as a reader sees them who allows none. */
    static Browser start(boolean scripts) throws IOException {
        assumeInstalled();
        Path profile = Files.createTempDirectory("profile");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("chromedriver").orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        // other windows may have the focus, and then nothing that gets it in this one would tell
        driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        return new Browser(driver, profile);
    }

    private static void assumeInstalled() {
        assumeTrue(isInstalled(), "chromium and chromedriver are not installed; the tests in a browser are skipped");
    }

    static boolean isInstalled() {
        return installed("chromium").isPresent() && installed("chromedriver").isPresent();
    }

    private static Optional<Path> installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page of the site. */
    Browser open(Path page, String anchor) {
        if (String.valueOf(driver.getCurrentUrl()).startsWith(page.toUri().toString())) {
            driver.get("about:blank"); // a mere change of the anchor would not load the page anew
        }
        driver.get(page.toUri() + (anchor.isEmpty() ? "" : "#" + anchor));
        return this;
    }

    /** The window as wide as given; in {@code scheme}, dark or light. */
    Browser look(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Waits until {@code condition}, in JavaScript, holds. */
    void until(String condition) throws InterruptedException {
        for (int wait = 0; wait < 200; wait++) {
            if (Boolean.TRUE.equals(run("return Boolean(" + condition + ")"))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never: " + condition);
    }

    /** Presses keys, wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Addresses that were asked for since the browser was started. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
                .toList();
    }

    /** What pages complained of since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** Keeps what the window shows, for people to look at. */
    void photograph(String name) throws IOException {
        Object image = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                .get("data");
        keep(name + ".png", Base64.getDecoder().decode(image.toString()));
    }

    /** Keeps a file beside the screenshots. */
    void keep(String name, byte[] octets) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name), octets);
    }

    void keep(String name, BufferedImage image) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        ImageIO.write(image, "png", SCREENSHOTS.resolve(name).toFile());
    }

    private void quit() {
        try {
            close();
        } catch (IOException e) {
            // a profile that stays behind does no harm
        }
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

package org.lamplight.reporting.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.lamplight.reporting.ReportingFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;

/** Debian's Chromium before the pages of a service. A machine without one skips the tests that need it. */
final class Browser implements AutoCloseable {
    static final int WIDE = 1440;
    static final int NARROW = 320;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** The page may say that it could not load what a test took away; it must not say anything else. */
    private static final String EXPECTED = "Failed to load resource";

    private static final String AXE = axe();

    private final ReportingFixture service;
    private final ChromeDriver driver;

    private Browser(ReportingFixture service, ChromeDriver driver) {
        this.service = service;
        this.driver = driver;
    }

    static Browser open(ReportingFixture service) {
        Optional<File> chromium = program("chromium");
        Optional<File> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "There is no Chromium here: apt-get install chromium chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars");
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get())
                .build();
        return new Browser(service, new ChromeDriver(driver, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page, signed in as analyst, opfcc or council: and a code, and waits until it has loaded what it shows. */
    void visit(String path, String audience) {
        // An empty page first: a fragment alone does not load a page that is already open
        driver.get("about:blank");
        driver.get(service.address() + path + "#token=" + service.token(audience));
        settle();
    }

    /** Waits until nothing is being loaded any more. */
    void settle() {
        await().atMost(PATIENCE).until(() -> !text("main").contains("Loading"));
    }

    /** The width of the window, in CSS pixels: Chromium has no window below 500 without this. */
    void resize(int width) {
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), 900));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    WebElement find(String css) {
        return await().atMost(PATIENCE)
                .until(() -> all(css).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement button(String text) {
        return await().atMost(PATIENCE)
                .until(
                        () -> all("button").stream()
                                .filter(one -> one.getText().equals(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The text that a person sees. */
    String text(String css) {
        return (String) script("return document.querySelector(arguments[0])?.innerText ?? ''", css);
    }

    void awaitText(String css, String part) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text(css)).contains(part));
    }

    void choose(String filter, String value) {
        new Select(find("#filter-" + filter)).selectByValue(value);
        settle();
    }

    Actions hands() {
        return new Actions(driver);
    }

    Object script(String javascript, Object... arguments) {
        return driver.executeScript(javascript, arguments);
    }

    /** Where files go that are saved. */
    void saveTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
    }

    /** Whether pages may run scripts. */
    void scripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** What the browser complained of since it was last asked: scripts that broke, rules of the page that were broken. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains(EXPECTED))
                .toList();
    }

    /** What axe finds wrong with the page: rules of WCAG 2.2 A and AA that a program can check, and good practice. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        driver.executeScript(AXE);
        List<String> found = (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                axe.run(document, { runOnly: tags }).then(
                    ({ violations }) => done(violations.map(({ impact, id, nodes }) => `${impact} ${id}: ${nodes[0].html}`)),
                    (problem) => done([String(problem)]));
                """);
        // What axe does to look into style sheets breaks the rules of the page, and is no fault of it
        driver.manage().logs().get(LogType.BROWSER);
        return found;
    }

    /** Keeps the whole page as a picture, for people. */
    void screenshot(String name) {
        Number height = (Number) script("return document.documentElement.scrollHeight");
        Number width = (Number) script("return document.documentElement.clientWidth");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width.intValue(),
                        "height",
                        height.intValue(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        resize(width.intValue());
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }
}

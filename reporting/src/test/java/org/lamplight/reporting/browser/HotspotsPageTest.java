package org.lamplight.reporting.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.reporting.ReportingFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The map and the table of places: linked, filtered, live, and all of it with the keyboard. */
class HotspotsPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEW =
            "select count(*) from lamplight.hotspot where category = 'streetsafe' and emerging_class = 'NEW'";
    private static final String ROWS = "tbody tr[data-key]";

    private static ReportingFixture service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start();
        browser = Browser.open(service);
    }

    @BeforeEach
    void visit() {
        browser.resize(Browser.WIDE);
        browser.visit("/hotspots?category=streetsafe", "analyst");
        browser.find(ROWS);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        service.close();
    }

    /** The page may weigh 1 MB; what it does weigh is held closer, so that a library is not added unseen. */
    @Test
    void shouldWeighLittle() {
        Number bytes = (Number) browser.script("return performance.getEntriesByType('resource')"
                + ".filter(({ name }) => !name.includes('/api/')).reduce((sum, one) => sum + one.encodedBodySize, 0)");

        assertThat(bytes.intValue()).isBetween(100_000, 300_000);
    }

    @Test
    void shouldFilterMapAndTableAlike() {
        assertThat(browser.all(ROWS)).hasSize(20);

        browser.choose("kind", "new");

        int places = count(NEW);
        browser.awaitText("#summary", places + " place");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.all("path.cell")).hasSize(places));
        assertThat(browser.driver().getCurrentUrl()).contains("kind=new");

        browser.driver().navigate().back();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.all(ROWS)).hasSize(20));
    }

    @Test
    void shouldNarrowToAWardOfTheCouncil() {
        browser.choose("council", ReportingFixture.WEST);
        List<WebElement> wards = browser.find("#filter-ward").findElements(By.tagName("option"));
        assertThat(wards).hasSize(36);

        String ward = wards.get(1).getDomAttribute("value");
        browser.choose("ward", ward);

        browser.awaitText(
                "#summary",
                count("select count(*) from lamplight.hotspot where category = 'streetsafe' and ward = '" + ward + "'")
                        + " place");
    }

    @Test
    void shouldSortByTheHeadOfAColumn() {
        browser.button("Chance of such a rise").click();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys().get(0)).isEqualTo(first("emergence_p28")));
        assertThat(browser.driver().getCurrentUrl()).contains("sort=emergence_p_28");
        assertThat(browser.find("th[aria-sort]").getText()).startsWith("Chance of such a rise");
    }

    @Test
    void shouldLinkTableAndMapAndOpenAPlace() {
        WebElement row = browser.all(ROWS).get(2);
        browser.hands().moveToElement(row).perform();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.all("path.cell--over")).hasSize(1));

        String cell = row.getDomAttribute("data-key");
        row.findElement(By.tagName("a")).click();

        browser.awaitText(".panel", "Reports in the hexagon, week by week");
        browser.awaitText(".panel", cell);
        assertThat(browser.driver().getCurrentUrl()).contains("cell=" + cell);
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot("place-1440");
    }

    @Test
    void shouldSaveTheRowsBehindTheTable(@TempDir Path folder) {
        browser.saveTo(folder);
        browser.choose("kind", "new");

        browser.find("a[download='hotspots-streetsafe.csv']").click();

        Path file = folder.resolve("hotspots-streetsafe.csv");
        int places = count(NEW);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).exists());
        assertThat(file).content().startsWith("force_code,category,cell").hasLineCount(places + 1);
    }

    @Test
    void shouldDoEverythingWithTheKeyboard() {
        press(Keys.TAB);
        assertThat(focused()).isEqualTo("Skip to main content");
        press(Keys.ENTER);

        tabTo("Last 28 days");
        press(Keys.ARROW_DOWN);
        browser.awaitText("table", "Reports, 56 days");

        String first = browser.find(ROWS + " a").getText();
        tabTo(first);
        assertThat(browser.all("path.cell--over")).hasSize(1);
        press(Keys.ENTER);

        browser.awaitText(".panel", "Rank");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.script("return document.activeElement.tagName"))
                        .isEqualTo("H2"));
        browser.hands().keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).perform();
        assertThat(focused()).isEqualTo("Back to the list");
        press(Keys.ENTER);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(focused()).isEqualTo(first));
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("cell=");
    }

    @Test
    void shouldTakeInWhatChangesWithoutMovingWhatIsRead() {
        browser.awaitText(".live", "Live");
        List<String> before = keys();
        String last = before.get(19);
        browser.hands().moveToElement(browser.all(ROWS).get(1)).perform();

        change("disk_count28 = 777, intensity = 10000", last);

        browser.awaitText("tr[data-key='" + last + "']", "777");
        assertThat(browser.text("tr[data-key='" + last + "'] .was")).contains("was");
        assertThat(keys()).isEqualTo(before);

        browser.button("Show new order").click();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys().get(0)).isEqualTo(last));
    }

    @Test
    void shouldPutPlacesInOrderWhileNobodyReads() {
        browser.awaitText(".live", "Live");
        String last = keys().get(19);

        change("disk_count28 = 778, intensity = 10000", last);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys().get(0)).isEqualTo(last));
        assertThat(browser.text("tr[data-key='" + last + "'] .changed")).contains("778", "was");
    }

    private void change(String set, String cell) {
        service.execute("update lamplight.hotspot set " + set + " where category = 'streetsafe' and cell = '" + cell
                + "'; notify lamplight, 'hotspot streetsafe'");
    }

    private int count(String sql) {
        return service.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private String first(String column) {
        return service.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select cell from lamplight.hotspot where category = 'streetsafe' order by " + column
                                        + ", cell limit 1")
                        .mapTo(String.class)
                        .one());
    }

    private List<String> keys() {
        return browser.all(ROWS).stream()
                .map(row -> row.getDomAttribute("data-key"))
                .toList();
    }

    private void press(CharSequence keys) {
        browser.hands().sendKeys(keys).perform();
    }

    /** Presses the tab key until what has the focus says this; a select says what is chosen. */
    private void tabTo(String text) {
        for (int presses = 0; presses < 80 && !focused().equals(text); presses++) {
            press(Keys.TAB);
        }
        assertThat(focused()).isEqualTo(text);
    }

    private String focused() {
        return (String) browser.script(
                "const it = document.activeElement; return (it.selectedOptions?.[0] ?? it).innerText.trim()");
    }
}

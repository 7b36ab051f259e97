package org.lamplight.reporting.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.reporting.ReportingFixture;

/** Every page in a real browser: it shows data, keeps to WCAG 2.2 AA as far as axe can tell, and fits any screen. */
class PagesTest {
    private static ReportingFixture service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start();
        browser = Browser.open(service);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    index            | /                                      | Which 20 places are significantly above expected now?
                    hotspots         | /hotspots?category=streetsafe          | open alerts
                    hotspots-reasons | /hotspots?view=reasons                 | Badly lit
                    hotspots-overlap | /hotspots?view=overlap&sources=1       | Reports of each source, last 56 days
                    trends           | /trends                                | Northamptonshire: StreetSafe
                    trends-councils  | /trends?view=councils&measure=observed | West Northamptonshire: 9
                    trends-retail    | /trends?view=retail                    | Reports per shop that reported
                    opfcc            | /opfcc                                 | the newest period that is mature
                    report           | /report                                | Positive outcomes rose 2.9 times
                    releases         | /releases                              | What each recipient got
                    feeds            | /feeds                                 | The latitude is not a number.
                    """)
    void shouldShowDataAndBeUsableByEverybody(String name, String path, String shown) {
        browser.resize(Browser.WIDE);
        browser.visit(path, "analyst");
        browser.awaitText("main", shown);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        browser.screenshot(name + "-1440");

        browser.resize(Browser.NARROW);
        browser.visit(path, "analyst");
        browser.awaitText("main", shown);

        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(320L);
        assertThat(browser.violations()).isEmpty();
        browser.screenshot(name + "-320");
    }

    @Test
    void shouldAskWhoComesWithoutToken() {
        browser.driver().get(service.address() + "/hotspots");
        browser.script("sessionStorage.clear()");
        browser.driver().navigate().refresh();
        browser.awaitText("main", "Your token");
        assertThat(browser.violations()).isEmpty();

        browser.find("#token").sendKeys("not-a-token");
        browser.button("Sign in").click();
        browser.find("#token-error");

        browser.find("#token").sendKeys(service.token("analyst"));
        browser.button("Sign in").click();
        browser.awaitText("main", "places");
    }

    @Test
    void shouldTakeTheTokenOutOfTheAddress() {
        browser.visit("/feeds", "analyst");

        assertThat(browser.driver().getCurrentUrl()).endsWith("/feeds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hotspots", "/trends", "/opfcc", "/report", "/feeds"})
    void shouldTellACouncilThatAPageIsForOthers(String path) {
        browser.resize(Browser.WIDE);
        browser.visit(path, "council:" + ReportingFixture.NORTH);

        browser.awaitText("main", "This page is for others");
        assertThat(browser.text("#menu")).contains("Releases").doesNotContain("Hotspots", "Trends", "Feeds");
    }

    @Test
    void shouldShowACouncilWhatWasReleasedToIt() {
        browser.visit("/releases", "council:" + ReportingFixture.NORTH);

        browser.awaitText("main", "withheld");
        assertThat(browser.text("main")).contains("North Northamptonshire").doesNotContain("West Northamptonshire");
    }

    @Test
    void shouldOfferTablesWithoutJavaScript() {
        browser.scripts(false);
        try {
            browser.driver().get(service.address() + "/hotspots");
            String table = browser.find("#content a").getDomProperty("href");

            assertThat(table).startsWith(service.address() + "/api/collections/hotspots/items.html");
            String signedIn = table.replace("http://", "http://me:" + service.token("analyst") + "@");
            browser.driver().get(signedIn);
            assertThat(browser.all("tbody tr")).hasSize(100);
        } finally {
            browser.scripts(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hotspots", "/trends", "/opfcc", "/report", "/releases", "/feeds"})
    void shouldOfferTablesThatAreThere(String path) {
        List<String> tables = Pattern.compile("href=\"(/api/[^\"]+)\"")
                .matcher(service.get(path).body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();

        assertThat(tables).isNotEmpty();
        assertThat(tables)
                .allSatisfy(table ->
                        assertThat(service.get(table, "analyst").statusCode()).isEqualTo(200));
    }

    @Test
    void shouldSayThatTheDatabaseIsAwayAndRecoverByItself() {
        browser.resize(Browser.WIDE);
        browser.visit("/opfcc", "analyst");
        browser.awaitText("main", "Positive outcomes rose 2.9 times");

        service.execute("alter role lamplight_reporting nologin");
        try {
            service.loseConnections();
            browser.choose("period", "QUARTER");
            browser.awaitText("main", "Could not load detection rates.");
            assertThat(browser.text("main")).contains("Trying again by itself.", "What you see is from before.");
        } finally {
            service.execute("alter role lamplight_reporting login");
        }

        browser.awaitText("main", "No period with these choices.");
    }
}

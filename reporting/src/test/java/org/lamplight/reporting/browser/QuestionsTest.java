package org.lamplight.reporting.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.reporting.ReportingFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The ten questions that Lamplight is there to answer: each is one click from the first page. */
class QuestionsTest {
    private static ReportingFixture service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start();
        browser = Browser.open(service);
        browser.resize(Browser.WIDE);
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
                    Which 20 places are significantly above expected now?         | StreetSafe                      | the first 20 are listed
                    Which are new, persistent or fading?                          | Retail crime                    | Not a hot spot
                    Which reason drives it, at what hour and day?                 | StreetSafe                      | Reasons given, by hour and day
                    Do sources agree at a place?                                  | Places with two sources or more | Two sources or more
                    Is the feed complete and current?                             | Feeds                           | 19 in 20 within
                    Which wards need lighting, CCTV, clearing?                    | Reasons by ward                 | The 20 wards with most
                    Is hate reporting rising here, by strand?                     | Week by week                    | Rising
                    Violent or repeat retail crime: more crime or more reporting? | Reports per shop                | Reports per shop that reported
                    Did the detection rate rise in the pilot?                     | The pilot                       | Positive outcomes rose 2.9 times
                    Did Hemmingwell improve against a control?                    | The evaluations                 | Did it make a difference?
                    """)
    void shouldAnswerInOneClick(String question, String link, String answer) {
        browser.visit("/", "analyst");

        link(question, link).click();

        browser.awaitText("main", answer);
        assertThat(browser.text("main")).doesNotContain("Could not load");
        assertThat(browser.complaints()).isEmpty();
    }

    private static WebElement link(String question, String text) {
        String path = "//li[contains(., '" + question + "')]//a[. = '" + text + "']";
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.driver().findElements(By.xpath(path)), found -> found.size() == 1)
                .get(0);
    }
}

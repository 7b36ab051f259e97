package org.lamplight.bench.reporting;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lamplight.bench.servers.Distribution;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** What pages weigh on their way to a browser that has nothing of them yet, and when people see something. */
final class PageCost {
    private static final int VISITS = 5;
    private static final int PATIENCE_SECONDS = 60;
    private static final double KIBIBYTE = 1024;
    private static final List<String> PAGES = List.of("/", "/hotspots?category=retail&show=all", "/trends");

    /** Marks when the cells of the map have been painted. */
    private static final String WATCH = """
            new MutationObserver(() => {
              const cells = document.querySelectorAll('path.cell').length;
              if (cells && !window.painted) {
                window.painted = true;
                requestAnimationFrame(() => setTimeout(() => performance.mark('map')));
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String READ = """
            const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
            const isData = ({ name }) => new URL(name).pathname.startsWith('/api/');
            const sum = (some) => some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
            const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
            return document.querySelector('main')?.innerText.includes('Loading') ?? true ? null : {
              page: sum(entries.filter((entry) => !isData(entry))), data: sum(entries.filter(isData)),
              files: entries.filter((entry) => !isData(entry)).length,
              contentful: at('first-contentful-paint'), map: at('map'),
            };
            """;

    private final ServiceProcess service;
    private final ChromeDriver driver;

    private PageCost(ServiceProcess service, ChromeDriver driver) {
        this.service = service;
        this.driver = driver;
    }

    static void run(ServiceProcess service) throws InterruptedException {
        Optional<String> chromium = Tools.find("chromium", "chromium");
        Optional<String> chromedriver = Tools.find("chromedriver", "chromium-driver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            return;
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-dev-shm-usage");
        ChromeDriverService programme = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(chromedriver.get()))
                .build();
        ChromeDriver driver = new ChromeDriver(programme, options);
        try {
            new PageCost(service, driver).print();
        } finally {
            driver.quit();
        }
    }

    private void print() throws InterruptedException {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        System.out.printf("%n| page | files | KiB compressed | KiB of data | first paint ms: min | median | max"
                + " | map ms: min | median | max |%n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|%n");
        for (String page : PAGES) {
            List<Map<String, Number>> visits = new ArrayList<>();
            for (int visit = 0; visit <= VISITS; visit++) {
                visits.add(visit(page));
            }
            print(page, visits.subList(1, visits.size()));
        }
    }

    /** With an empty cache. */
    @SuppressWarnings("unchecked")
    private Map<String, Number> visit(String page) throws InterruptedException {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.get(service.address() + page + "#token=" + service.token());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            var read = (Map<String, Number>) driver.executeScript(READ);
            if (read != null
                    && read.get("contentful") != null
                    && (read.get("map") != null || !page.contains("hotspots"))) {
                return read;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("The page did not load: " + page);
    }

    private static void print(String page, List<Map<String, Number>> visits) {
        Map<String, Number> last = visits.get(visits.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %s | %s |%n",
                page,
                last.get("files").intValue(),
                last.get("page").doubleValue() / KIBIBYTE,
                last.get("data").doubleValue() / KIBIBYTE,
                spread(visits, "contentful"),
                last.get("map") == null ? " | | " : spread(visits, "map"));
    }

    private static String spread(List<Map<String, Number>> visits, String entry) {
        return Distribution.of(visits.stream()
                        .mapToDouble(visit -> visit.get(entry).doubleValue())
                        .toArray())
                .spread("%,.1f");
    }
}

package org.lamplight.local.commands;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.local.Platform;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.reporting.Filter;
import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.local.reporting.ReportingTables.HotspotOrder;
import org.lamplight.local.terminal.LiveView;

/** The live table of the hottest cells; without a terminal, a line for each new trouble. */
final class Watch implements AutoCloseable {
    private static final int CELLS = 3;

    private final Platform platform;
    private final Console console;
    private final LiveView view;
    private final ReportingTables tables;
    private List<String> troubles = List.of();

    Watch(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
        this.view = new LiveView(console.out());
        this.tables = platform.reportingTables();
    }

    void refresh() {
        List<String> now = platform.troubles();
        if (console.terminal()) {
            view.draw(lines(now));
        } else if (!now.equals(troubles)) {
            now.forEach(console.err()::println);
        }
        troubles = now;
    }

    @Override
    public void close() {
        tables.close();
    }

    private List<String> lines(List<String> now) {
        List<String> lines = new ArrayList<>();
        try {
            lines.addAll(tables.hotspots(Filter.top(CELLS), HotspotOrder.RANK)
                    .only("category", "rank", "ward", "7 days", "28 days", "56 days", "intensity")
                    .lines());
            lines.add("");
            lines.addAll(tables.sources()
                    .only("source", "reports", "corrected", "withdrawn", "rejected", "last received")
                    .lines());
        } catch (StartException e) {
            lines.add(e.getMessage());
        }
        lines.addAll(now);
        return lines;
    }
}

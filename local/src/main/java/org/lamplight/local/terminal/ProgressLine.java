package org.lamplight.local.terminal;

import java.io.PrintWriter;
import java.time.Clock;
import org.lamplight.local.Progress;

/** Shows progress as one line that is drawn over in a terminal, and as a line every few seconds elsewhere. */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final int BAR = 24;
    private static final long TERMINAL_MILLIS = 100;
    private static final long FILE_MILLIS = 5_000;

    private final PrintWriter out;
    private final boolean terminal;
    private final Clock clock;
    private long shownAt;
    private String shown = "";

    /**
     * Shows nothing yet.
     *
     * @param out where it is shown
     * @param terminal whether lines can be drawn over there
     * @param clock by which it decides when to show the next
     */
    public ProgressLine(PrintWriter out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public synchronized void update(String what, long done, long total) {
        long now = clock.millis();
        boolean finished = total > 0 && done >= total;
        if (!finished && now - shownAt < (terminal ? TERMINAL_MILLIS : FILE_MILLIS)) {
            return;
        }
        String line = line(what, done, total);
        if (!line.equals(shown)) {
            show(line);
            shownAt = now;
        }
    }

    /** Ends the line. */
    @Override
    public synchronized void close() {
        if (terminal && !shown.isEmpty()) {
            out.println();
            out.flush();
        }
        shown = "";
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
        } else {
            out.println(line);
        }
        out.flush();
        shown = line;
    }

    private static String line(String what, long done, long total) {
        if (total <= 0) {
            return "%s: %,d".formatted(what, done);
        }
        int filled = (int) (BAR * Math.min(done, total) / total);
        return "%s [%s%s] %,d of %,d".formatted(what, "#".repeat(filled), ".".repeat(BAR - filled), done, total);
    }
}

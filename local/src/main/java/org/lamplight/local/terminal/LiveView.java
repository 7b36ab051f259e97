package org.lamplight.local.terminal;

import java.io.PrintWriter;
import java.util.List;

/** Lines at the end of a terminal that are drawn over again and again. */
public final class LiveView {
    private static final String ESCAPE = "\u001b[";

    private final PrintWriter out;
    private int drawn;

    /** A view that has drawn nothing yet. */
    public LiveView(PrintWriter out) {
        this.out = out;
    }

    /** Draws these lines over those of the last time. */
    public void draw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(ESCAPE).append(drawn).append('A');
        }
        lines.forEach(line -> text.append(ESCAPE).append("2K").append(line).append('\n'));
        text.append(ESCAPE).append('J');
        out.print(text);
        out.flush();
        drawn = lines.size();
    }
}

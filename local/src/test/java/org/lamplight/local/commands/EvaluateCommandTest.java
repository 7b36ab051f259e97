package org.lamplight.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.ExitCode;
import org.lamplight.local.Lamplight;

class EvaluateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @Test
    void shouldRankTheCellsOfADataSet() throws IOException {
        int code = ranking("88195da499fffff,1", "0,88195da499fffff,2", "1,88195da499fffff,1");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(1 + 2 * 6).anyMatch(line -> line.startsWith("5 %,intensity,"));
        assertThat(err.toString()).contains("Predicting weeks");
    }

    @Test
    void shouldSayWhatIsWrongWithADataSet() throws IOException {
        assertThat(ranking("88195da499fffff,1", "0,88195da499fffff,2")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("There are 1 weeks");

        assertThat(ranking("88195da499fffff,1", "0,88195da499fffff,two")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("Row 2 has no whole number in column count");

        assertThat(run("evaluate", "ranking", "--cells", "none.csv", "--events", "none.csv"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("none.csv cannot be read");
    }

    @Test
    void shouldListTheExperiments() {
        assertThat(run("evaluate")).isZero();
        assertThat(out.toString()).contains("ranking", "false-alarms", "detection", "late-reports");
    }

    private int ranking(String cell, String... events) throws IOException {
        Path cells = Files.write(home.resolve("cells.csv"), List.of("cell,area_km2", cell));
        Path rows =
                Files.writeString(home.resolve("events.csv"), "week,cell,count\n" + String.join("\n", events) + "\n");
        return run(
                "evaluate",
                "ranking",
                "--cells",
                cells.toString(),
                "--events",
                rows.toString(),
                "--weeks",
                "1",
                "--csv");
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, Clock.systemUTC());
        return Lamplight.commandLine(home, Map.of(), console).execute(arguments);
    }
}

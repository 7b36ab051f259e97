package org.lamplight.local.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lamplight.local.ExitCode;
import org.lamplight.local.terminal.ProgressLine;
import org.lamplight.release.Outcome;
import org.lamplight.release.ReleaseJob;
import org.lamplight.release.Step;
import org.lamplight.release.plan.Draft;

/** Runs the release job for a person: shows how far it has come, and says what came of it. */
final class Releasing {
    private static final List<Step> STEPS = List.of(Step.values());

    private final ReleaseJob job;
    private final Console console;
    private final TableFormat format;

    Releasing(ReleaseJob job, Console console, TableFormat format) {
        this.job = job;
        this.console = console;
        this.format = format;
    }

    /** Publishes what is due. */
    ExitCode publish(LocalDate asOf) {
        Outcome outcome = watched(progress -> job.run(asOf, progress));
        outcome.completed().ifPresent(release -> say("Release " + release + ", which was interrupted, is complete."));
        tell(outcome);
        outcome.published()
                .ifPresent(release -> say("Released %s: %,d rows."
                        .formatted(release, outcome.draft().rows().size())));
        return ExitCode.OK;
    }

    /** Shows what would be published. */
    ExitCode dryRun(LocalDate asOf) {
        Outcome outcome = watched(progress -> job.dryRun(asOf, progress));
        tell(outcome);
        Draft draft = outcome.draft();
        if (!draft.rows().isEmpty()) {
            say("%,d rows would be released. Nothing was."
                    .formatted(draft.rows().size()));
        }
        return ExitCode.OK;
    }

    private Outcome watched(Function<Consumer<Step>, Outcome> work) {
        try (ProgressLine line = new ProgressLine(console.err(), console.terminal(), console.clock())) {
            return work.apply(step -> line.update(step.sentence(), STEPS.indexOf(step) + 1L, STEPS.size()));
        }
    }

    private void tell(Outcome outcome) {
        Draft draft = outcome.draft();
        if (!draft.decisions().isEmpty()) {
            format.print(ReleaseTable.of(draft.decisions()), console);
            String figures = draft.audit().figures().entrySet().stream()
                    .map(figure -> "%s %,d".formatted(figure.getKey(), figure.getValue()))
                    .collect(Collectors.joining(", "));
            say(String.format(
                    Locale.ROOT,
                    "Planned and audited in %.1f s: %s.",
                    outcome.planning().toMillis() / 1000.0,
                    figures));
        }
        draft.heldBack().forEach(this::say);
        if (draft.rows().isEmpty()) {
            say("No period is due.");
        }
    }

    /** Beside the table, so that a CSV stays one. */
    private void say(String sentence) {
        console.err().println(sentence);
        console.err().flush();
    }
}

package org.lamplight.local.commands;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.lamplight.local.ExitCode;
import org.lamplight.local.doctor.Doctor;
import org.lamplight.local.doctor.Examination;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight doctor}. */
@Command(
        name = "doctor",
        description =
                "Look at everything that Lamplight stands on, and say what to do about what is wrong. Changes nothing."
                        + " Ends with 1 if something is.")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--free",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "How much of the disk with the data directory must be free (10 by default).")
    private double free;

    @Override
    public Integer call() {
        AtomicInteger findings = new AtomicInteger();
        new Doctor(root.config(), root.console().clock(), free).examine(examination -> {
            print(examination);
            findings.addAndGet(examination.findings().size());
        });
        root.console().out().println(findings.get() == 0 ? "All is well." : findings + " findings.");
        root.console().out().flush();
        return (findings.get() == 0 ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private void print(Examination examination) {
        var out = root.console().out();
        out.printf("%-4s %-20s %s%n", examination.isWell() ? "ok" : "!", examination.subject(), examination.seen());
        examination.findings().forEach(finding -> {
            out.println("     - " + finding.what());
            out.println("       " + finding.action());
        });
        out.flush();
    }
}

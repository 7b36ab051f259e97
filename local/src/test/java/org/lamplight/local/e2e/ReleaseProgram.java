package org.lamplight.local.e2e;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.ReleaseJobs;
import org.lamplight.local.parts.Secrets;
import org.lamplight.release.Step;

/** The release job as a program of any date, which begins each step only when it is told to. */
final class ReleaseProgram {
    static final String STEP = "step ";

    private ReleaseProgram() {}

    /** Takes the home of a running Lamplight, settings and the date of the release. */
    public static void main(String[] arguments) {
        LamplightConfig config = ConfigReader.read(ConfigFactory.parseString(arguments[1]), Path.of(arguments[0]));
        ReleaseJobs.of(
                        config,
                        Addresses.of(config),
                        AreaBooks.read(config),
                        new Secrets(config.data().secrets(), new SecureRandom()))
                .run(LocalDate.parse(arguments[2]), ReleaseProgram::await);
    }

    private static void await(Step step) {
        System.out.println(STEP + step);
        try {
            // Anything, or the end: from then on it waits for nobody.
            int unused = System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

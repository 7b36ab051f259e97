package org.lamplight.local.commands;

import java.util.stream.Collectors;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.release.PartnerTopics;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Who the partners are that people name on the command line. */
final class Partners {
    private Partners() {}

    /**
     * The code of a council or the force.
     *
     * @param name its code or name, or {@code county}
     */
    static String recipient(LamplightConfig config, String name, CommandLine command) {
        PartnerTopics partners = PartnerTopics.of(AreaBooks.read(config));
        return partners.recipient(name)
                .orElseThrow(() -> new ParameterException(
                        command,
                        "There is no council " + name + " in the area book; there are "
                                + partners.byRecipient().keySet().stream()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ", and county."));
    }
}

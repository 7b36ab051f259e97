package org.lamplight.local.commands;

import java.util.stream.Collectors;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.release.PartnerTopics;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Who the partners are that people name on the command line. */
final class Partners {
    private final PartnerTopics partners;
    private final CommandLine command;

    /** Those of the configuration's area book, as named to this command. */
    Partners(LamplightConfig config, CommandLine command) {
        this.partners = PartnerTopics.of(AreaBooks.read(config));
        this.command = command;
    }

    /**
     * The code of a council or the force.
     *
     * @param name its code or name, or {@code county}
     * @throws ParameterException if the area book has none of that name
     */
    String recipient(String name) {
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

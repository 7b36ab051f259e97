package org.lamplight.local.commands;

import java.util.Optional;
import org.lamplight.local.reporting.Filter;
import picocli.CommandLine.Option;

/** Which rows of a table are printed. */
final class FilterOptions {
    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "At most N rows of each series (10 by default).")
    private int top;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "One category, e.g. retail.violence; the sources themselves by default.")
    private Optional<String> category = Optional.empty();

    @Option(names = "--council", paramLabel = "COUNCIL", description = "Name or code of a council.")
    private Optional<String> council = Optional.empty();

    @Option(names = "--ward", paramLabel = "WARD", description = "Name or code of a ward.")
    private Optional<String> ward = Optional.empty();

    Filter filter() {
        return new Filter(top, category, council, ward);
    }
}

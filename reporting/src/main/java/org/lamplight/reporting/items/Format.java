package org.lamplight.reporting.items;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.reporting.http.Problem;

/** How rows are written. */
public enum Format {
    /** Plain objects. */
    JSON("application/json"),
    /** Features with a geometry. */
    GEOJSON("application/geo+json"),
    /** A table for spreadsheets. */
    CSV("text/csv"),
    /** A page that needs no JavaScript. */
    HTML("text/html");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The media type, without parameters. */
    public String type() {
        return type;
    }

    /** What an address ends with that asks for it. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this suffix. */
    public static Optional<Format> ofSuffix(String suffix) {
        return Stream.of(values())
                .filter(format -> format.suffix().equals(suffix))
                .findFirst();
    }

    /**
     * The format that a client likes best.
     *
     * @param accept the header of that name; empty for anything
     * @param usual what those get who take anything
     */
    public static Format negotiate(String accept, Format usual) {
        List<String> types = Stream.of(accept.split(",", -1))
                .map(String::strip)
                .sorted((one, other) -> Double.compare(quality(other), quality(one)))
                .map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String type : types) {
            if (type.isEmpty() || type.equals("*/*") || (type.equals("application/*") && usual != HTML)) {
                return usual;
            }
            Optional<Format> format =
                    Stream.of(values()).filter(each -> each.type.equals(type)).findFirst();
            if (format.isPresent()) {
                return format.get();
            }
        }
        throw Problem.of(
                406,
                "No such format",
                "There is "
                        + String.join(
                                ", ", Stream.of(values()).map(Format::type).toList())
                        + ". Name one of them in the header Accept, or end the address with .json, .geojson, .csv or"
                        + " .html.");
    }

    private static double quality(String type) {
        int at = type.indexOf(";q=");
        try {
            return at < 0 ? 1 : Double.parseDouble(type.substring(at + 3).split(";", -1)[0]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package org.lamplight.reporting.items;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.http.Problem;

/**
 * Which rows of a collection are asked for.
 *
 * @param entry the collection
 * @param shown the columns that are shown
 * @param conditions what rows must satisfy
 * @param order the columns to sort by, descending ones with a minus before them
 * @param limit at most so many rows
 * @param offset so many are left out first
 */
public record ItemsQuery(
        Entry entry, List<Column> shown, List<Condition> conditions, List<String> order, int limit, int offset) {
    /** The parameters that every collection takes beside its columns. */
    public static final String LIMIT = "limit";

    /** How many rows are left out first. */
    public static final String OFFSET = "offset";

    /** What is sorted by. */
    public static final String SORT = "sort";

    /** Which columns are shown. */
    public static final String FIELDS = "fields";

    /** The most rows of one answer; who asks for more gets as many. */
    public static final int MOST = 10_000;
    /** The rows of an answer unless others are asked for. */
    public static final int USUAL = 100;

    /** Names of areas that may be asked for by code or name, beside the columns themselves. */
    private static final List<String> AREAS = List.of("council", "ward", "area");

    private static final int LONGEST = 4_096;

    /**
     * Reads parameters.
     *
     * @param outlines where areas are, for those that lie in a box
     * @throws Problem that names the parameter which is not as it may be
     */
    public static ItemsQuery parse(Entry entry, Map<String, List<String>> parameters, Outlines outlines) {
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Problem.parameter(
                        name, "It is there twice. Several values go into one, with commas between them.");
            }
            if (values.get(0).length() > LONGEST || values.get(0).indexOf('\0') >= 0) {
                throw Problem.parameter(name, "It is too long, or has characters that no value has.");
            }
        });
        List<Condition> conditions = new ArrayList<>();
        List<Column> shown = List.copyOf(entry.columns().values());
        List<String> order = entry.collection().order();
        int limit = USUAL;
        int offset = 0;
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String text = parameter.getValue().get(0);
            switch (name) {
                case LIMIT -> limit = Math.min(whole(name, text, 1), MOST);
                case OFFSET -> offset = whole(name, text, 0);
                case SORT -> order = sort(entry, text);
                case FIELDS ->
                    shown = columns(entry, text).map(entry.columns()::get).toList();
                default -> conditions.add(condition(entry, name, text, outlines));
            }
        }
        return new ItemsQuery(entry, shown, conditions, order, limit, offset);
    }

    /** The one row of this key. */
    public static ItemsQuery ofKey(Entry entry, List<String> values) {
        List<Condition> conditions = new ArrayList<>();
        List<String> key = entry.collection().key();
        for (int i = 0; i < key.size(); i++) {
            Column column = entry.columns().get(key.get(i));
            conditions.add(new Condition(column.name() + "::text = ?", List.of(values.get(i))));
        }
        return new ItemsQuery(
                entry,
                List.copyOf(entry.columns().values()),
                conditions,
                entry.collection().order(),
                2,
                0);
    }

    /** The parameters that the collection takes. */
    public static List<String> parameters(Entry entry) {
        Set<String> names = new LinkedHashSet<>(List.of(LIMIT, OFFSET, SORT, FIELDS, Box.PARAMETER, Moments.PARAMETER));
        AREAS.stream().filter(area -> isByName(entry, area)).forEach(names::add);
        names.addAll(entry.columns().keySet());
        return List.copyOf(names);
    }

    /** Whether areas may be asked for by code or name in a parameter of this name. */
    public static boolean isByName(Entry entry, String parameter) {
        return AREAS.contains(parameter) && entry.has(parameter + "_code") && entry.has(parameter + "_name");
    }

    private static Condition condition(Entry entry, String name, String text, Outlines outlines) {
        Optional<Column> column = Optional.ofNullable(entry.columns().get(name));
        if (column.isPresent()) {
            return Filters.of(column.get(), text);
        } else if (isByName(entry, name)) {
            return Filters.codeOrName(name, name + "_code", name + "_name", text);
        } else if (name.equals(Box.PARAMETER)) {
            return outlines.within(entry.collection().geometry(), Box.parse(text));
        } else if (name.equals(Moments.PARAMETER)) {
            return Moments.of(entry.collection().time(), text);
        }
        throw Problem.parameter(
                name, "There is no such parameter of " + entry.collection().id() + ".", parameters(entry));
    }

    private static List<String> sort(Entry entry, String text) {
        Function<String, String> name = each -> each.startsWith("-") ? each.substring(1) : each;
        return known(entry, SORT, text, name).toList();
    }

    private static Stream<String> columns(Entry entry, String text) {
        return known(entry, FIELDS, text, Function.identity());
    }

    private static Stream<String> known(Entry entry, String parameter, String text, Function<String, String> name) {
        List<String> parts =
                Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
        parts.stream().map(name).filter(part -> !entry.has(part)).findFirst().ifPresent(part -> {
            throw Problem.parameter(
                    parameter,
                    "It must be columns with commas between them.",
                    List.copyOf(entry.columns().keySet()));
        });
        return parts.stream();
    }

    private static int whole(String parameter, String text, int least) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notWhole(parameter, least);
        }
        throw notWhole(parameter, least);
    }

    private static Problem notWhole(String parameter, int least) {
        return Problem.parameter(parameter, "It must be a whole number, " + least + " or more.");
    }
}

package org.lamplight.reporting.items;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Link;

/** Writes rows in the format asked for. */
public final class ItemsFormats {
    private final JsonItems json;

    /** With the outlines of areas. */
    public ItemsFormats(Outlines outlines) {
        this.json = new JsonItems(outlines);
    }

    /** All that was found. */
    public Answer answer(Ask ask, Items items, Format format) {
        List<Link> links = new ItemLinks(ask, items).of(format);
        return switch (format) {
            case JSON -> Answer.of(format.type(), json.plain(items, links));
            case GEOJSON -> Answer.of(format.type(), json.features(items, links));
            case CSV -> csv(items, links);
            case HTML -> Answer.of(format.type() + ";charset=utf-8", HtmlItems.of(items, links));
        };
    }

    /** The only row that was found, as a feature. */
    public Answer feature(Items items, List<Link> links) {
        return Answer.of(Format.GEOJSON.type(), json.feature(items, links));
    }

    private static Answer csv(Items items, List<Link> links) {
        Collection collection = items.query().entry().collection();
        // What other formats say beside the rows.
        String related = links.stream()
                .filter(link -> link.rel().equals("next") || link.rel().equals("prev"))
                .map(link -> "<" + link.href() + ">; rel=\"" + link.rel() + "\"")
                .collect(Collectors.joining(", "));
        Map<String, String> name =
                Map.of("Content-Disposition", "attachment; filename=\"" + collection.id() + ".csv\"");
        Map<String, String> headers = related.isEmpty()
                ? name
                : Map.of("Content-Disposition", name.get("Content-Disposition"), "Link", related);
        return Answer.of(Format.CSV.type() + ";charset=utf-8;header=present", CsvItems.of(items), headers);
    }
}

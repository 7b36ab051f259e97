package org.lamplight.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamplight.reporting.access.Audience;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.catalogue.Geometry;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Link;
import org.lamplight.reporting.http.Problem;
import org.lamplight.reporting.items.Format;
import org.lamplight.reporting.items.Items;
import org.lamplight.reporting.items.ItemsFormats;
import org.lamplight.reporting.items.ItemsQuery;
import org.lamplight.reporting.items.Outlines;
import org.lamplight.reporting.live.Changes;

/**
 * Answers questions for rows. What many ask in the same words between two changes is asked of the database once.
 */
final class ItemsService {
    private static final long CACHE_BYTES = 64L << 20;
    /** For what changes by the clock alone, such as whether a period is mature. */
    private static final Duration CACHED = Duration.ofSeconds(60);

    private static final int MOST_LISTED = 250;

    private final Views views;
    private final Changes changes;
    private final Outlines outlines;
    private final ItemsFormats formats;
    private final Cache<List<Object>, Answer> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((List<Object> key, Answer answer) -> answer.gzipped().remaining() + 1_024)
            .expireAfterWrite(CACHED)
            .build();

    ItemsService(Views views, Changes changes, Outlines outlines) {
        this.views = views;
        this.changes = changes;
        this.outlines = outlines;
        this.formats = new ItemsFormats(outlines);
    }

    /** The rows that are asked for. */
    Answer items(Ask ask, Entry entry, Format format) {
        ItemsQuery query = ItemsQuery.parse(entry, ask.parameters(), outlines);
        Audience audience = ask.caller().audience();
        if (!changes.isListening()) {
            return find(ask, query, format);
        }
        long version = changes.version(entry.collection().id());
        Object parameters = new TreeMap<>(ask.parameters());
        List<Object> key = List.of(entry.collection().id(), version, audience.role(), format, ask.base(), parameters);
        return cache.get(key, missing -> find(ask, query, format));
    }

    /** One row by its id. */
    Answer item(Ask ask, Entry entry, String id) {
        List<String> values = List.of(id.split(":", -1));
        int length = entry.collection().key().size();
        Items items = length == 0 || values.size() != length
                ? new Items(null, 0, List.of())
                : find(ask.caller().audience(), ItemsQuery.ofKey(entry, values));
        if (items.rows().size() != 1) {
            throw Problem.notFound("There is no row of this id. Ids are those of items.geojson: the values of "
                    + String.join(", ", entry.collection().key()) + " with colons between them.");
        }
        String collection =
                ask.base() + "/api/collections/" + entry.collection().id();
        return formats.feature(
                items,
                List.of(
                        new Link("self", Format.GEOJSON.type(), "This row", ask.base() + ask.path()),
                        new Link("collection", Format.JSON.type(), "The collection", collection)));
    }

    /** The values of each listed column, as far as the caller sees them. */
    Map<String, List<Object>> listed(Ask ask, Entry entry) {
        return views.as(ask.caller().audience(), handle -> {
            Map<String, List<Object>> listed = new TreeMap<>();
            for (String name : entry.collection().listed()) {
                Column column = entry.columns().get(name);
                listed.put(name, new ArrayList<>(Items.values(handle, entry, column, MOST_LISTED)));
            }
            return listed;
        });
    }

    /** What those get who take any format. */
    static Format usual(Entry entry) {
        return entry.collection().geometry() == Geometry.NONE ? Format.JSON : Format.GEOJSON;
    }

    private Answer find(Ask ask, ItemsQuery query, Format format) {
        return formats.answer(ask, find(ask.caller().audience(), query), format);
    }

    private Items find(Audience audience, ItemsQuery query) {
        return views.as(audience, handle -> Items.find(handle, query));
    }
}

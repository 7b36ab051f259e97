package org.lamplight.reporting.items;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Link;

/** What an answer with rows leads to: the next and previous rows, the same rows in other formats, the collection. */
final class ItemLinks {
    private final Ask ask;
    private final Items items;

    ItemLinks(Ask ask, Items items) {
        this.ask = ask;
        this.items = items;
    }

    List<Link> of(Format format) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(
                "self",
                format.type(),
                "These rows",
                address(format, items.query().offset())));
        Stream.of(Format.values())
                .filter(other -> other != format)
                .forEach(other -> links.add(new Link(
                        "alternate",
                        other.type(),
                        "These rows as " + other,
                        address(other, items.query().offset()))));
        int limit = items.query().limit();
        int next = items.query().offset() + items.rows().size();
        if (next < items.matched() && !items.rows().isEmpty()) {
            links.add(new Link("next", format.type(), "The next rows", address(format, next)));
        }
        if (items.query().offset() > 0) {
            int before = Math.max(0, items.query().offset() - limit);
            links.add(new Link("prev", format.type(), "The rows before", address(format, before)));
        }
        links.add(new Link("collection", Format.JSON.type(), "The collection", collection()));
        return links;
    }

    private String collection() {
        return ask.base() + "/api/collections/"
                + items.query().entry().collection().id();
    }

    private String address(Format format, int offset) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ask.parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        parameters.remove(ItemsQuery.OFFSET);
        if (offset > 0) {
            parameters.put(ItemsQuery.OFFSET, Integer.toString(offset));
        }
        String query = parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return collection() + "/items." + format.suffix() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}

package org.lamplight.reporting.items;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.http.Html;
import org.lamplight.reporting.http.Link;

/** Rows as a page that needs no JavaScript. */
final class HtmlItems {
    private HtmlItems() {}

    static String of(Items items, List<Link> links) {
        Entry entry = items.query().entry();
        Html page = Html.page(entry.collection().title());
        page.add("<p class=\"govuk-body\">").text(entry.description()).add("</p>\n");
        page.add("<p class=\"govuk-body\">").text(range(items)).add("</p>\n");
        table(page, items);
        page.add("<nav aria-label=\"Rows and formats\"><ul class=\"govuk-list\">");
        for (Link link : links) {
            if (!link.rel().equals("self")) {
                page.add("<li><a class=\"govuk-link\" rel=\"" + link.rel() + "\" href=\"")
                        .text(link.href())
                        .add("\">")
                        .text(link.title())
                        .add("</a></li>");
            }
        }
        page.add("</ul></nav>\n<h2 class=\"govuk-heading-m\">What the columns mean</h2>\n<dl class=\"govuk-body\">");
        for (Column column : items.query().shown()) {
            page.add("<dt><strong>").text(name(column)).add("</strong></dt><dd>");
            page.text(column.description()).add("</dd>\n");
        }
        return page.add("</dl>\n").end();
    }

    private static void table(Html page, Items items) {
        page.add("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">");
        page.add("<table class=\"govuk-table\"><caption class=\"govuk-table__caption\">");
        page.text(items.query().entry().collection().title()).add("</caption>\n<thead><tr>");
        for (Column column : items.query().shown()) {
            page.add("<th scope=\"col\" class=\"govuk-table__header\">")
                    .text(name(column))
                    .add("</th>");
        }
        page.add("</tr></thead>\n<tbody>\n");
        for (Map<String, Object> row : items.rows()) {
            page.add("<tr>");
            for (Column column : items.query().shown()) {
                page.add("<td class=\"govuk-table__cell\">")
                        .text(shown(row.get(column.name())))
                        .add("</td>");
            }
            page.add("</tr>\n");
        }
        page.add("</tbody></table></div>\n");
    }

    private static String range(Items items) {
        if (items.rows().isEmpty()) {
            return "There is no such row.";
        }
        int first = items.query().offset() + 1;
        return String.format(
                Locale.UK,
                "Rows %,d to %,d of %,d.",
                first,
                first + items.rows().size() - 1,
                items.matched());
    }

    private static String name(Column column) {
        return column.name().replace('_', ' ');
    }

    private static Object shown(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return String.format(Locale.UK, "%.4g", number);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value;
    }
}

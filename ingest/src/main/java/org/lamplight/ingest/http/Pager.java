package org.lamplight.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the way from page to page. A page is known by its cursor; that of the first is {@link #FIRST}. */
interface Pager {
    /** Cursor of the first page. */
    String FIRST = "";

    /** The address of a page. */
    URI address(String cursor);

    /**
     * The cursor of the page behind this one; empty where this is the last.
     *
     * @param page the page
     * @param cursor its cursor
     * @param items how many items it holds
     */
    Optional<String> next(JsonNode page, String cursor, int items);

    /**
     * There is one page.
     *
     * @param url its address
     */
    record Single(URI url) implements Pager {
        @Override
        public URI address(String cursor) {
            return url;
        }

        @Override
        public Optional<String> next(JsonNode page, String cursor, int items) {
            return Optional.empty();
        }
    }

    /**
     * Each page holds the address of the next.
     *
     * @param url address of the first page
     * @param path where in a page the address stands
     */
    record NextLink(URI url, String path) implements Pager {
        @Override
        public URI address(String cursor) {
            if (cursor.equals(FIRST)) {
                return url;
            }
            // Java resolves a bare query against the folder, not the page (RFC 2396 before RFC 3986).
            return url.resolve(cursor.startsWith("?") ? url.getRawPath() + cursor : cursor);
        }

        @Override
        public Optional<String> next(JsonNode page, String cursor, int items) {
            return Json.text(page, path);
        }
    }

    /**
     * Each page holds the value of a parameter that asks for the next.
     *
     * @param url address of the first page
     * @param path where in a page the value stands
     * @param parameter name of the parameter
     */
    record Parameter(URI url, String path, String parameter) implements Pager {
        @Override
        public URI address(String cursor) {
            return cursor.equals(FIRST) ? url : with(url, parameter, cursor);
        }

        @Override
        public Optional<String> next(JsonNode page, String cursor, int items) {
            return Json.text(page, path);
        }
    }

    /**
     * Pages are numbered; the first without items is behind the last.
     *
     * @param url address without the number
     * @param parameter name of the parameter that holds the number
     * @param first number of the first page
     */
    record Numbered(URI url, String parameter, int first) implements Pager {
        @Override
        public URI address(String cursor) {
            return with(url, parameter, Long.toString(number(cursor)));
        }

        @Override
        public Optional<String> next(JsonNode page, String cursor, int items) {
            return items == 0 ? Optional.empty() : Optional.of(Long.toString(number(cursor) + 1));
        }

        private long number(String cursor) {
            return cursor.equals(FIRST) ? first : Long.parseLong(cursor);
        }
    }

    private static URI with(URI url, String parameter, String value) {
        String separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + separator + encode(parameter) + '=' + encode(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

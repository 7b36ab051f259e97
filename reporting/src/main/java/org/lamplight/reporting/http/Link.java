package org.lamplight.reporting.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * A link to a related answer.
 *
 * @param rel how it is related
 * @param type its media type
 * @param title what it is
 * @param href its address
 */
public record Link(String rel, String type, String title, String href) {
    /** Writes links as a field of an object. */
    public static void write(JsonGenerator json, List<Link> links) throws IOException {
        json.writeArrayFieldStart("links");
        for (Link link : links) {
            json.writeStartObject();
            json.writeStringField("rel", link.rel);
            json.writeStringField("type", link.type);
            json.writeStringField("title", link.title);
            json.writeStringField("href", link.href);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

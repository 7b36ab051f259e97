package org.lamplight.reporting.http;

import java.util.List;
import java.util.Map;
import org.lamplight.reporting.access.Caller;

/**
 * A question.
 *
 * @param base address of the service, without a slash at the end
 * @param path path of the question, decoded
 * @param query the query as it was sent
 * @param parameters parameters of the query, decoded, each with its values
 * @param accept media types that the client takes
 * @param caller who asks
 */
public record Ask(
        String base, String path, String query, Map<String, List<String>> parameters, String accept, Caller caller) {
    /** Path and query, as sent. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}

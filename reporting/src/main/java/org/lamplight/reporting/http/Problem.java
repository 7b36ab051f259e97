package org.lamplight.reporting.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a question cannot be answered, as RFC 9457 puts it: a status, and a sentence that says what to do. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String parameter;
    private final transient List<String> allowed;
    private final transient Map<String, String> headers;

    private Problem(
            int status,
            String title,
            String detail,
            String parameter,
            List<String> allowed,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.parameter = parameter;
        this.allowed = allowed;
        this.headers = headers;
    }

    /** With a status, its name and a sentence. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, null, List.of(), Map.of());
    }

    /** With headers that tell a client what to do. */
    public static Problem of(int status, String title, String detail, Map<String, String> headers) {
        return new Problem(status, title, detail, null, List.of(), headers);
    }

    /** A parameter that is not what it may be. */
    public static Problem parameter(String parameter, String detail, List<String> allowed) {
        return new Problem(400, "Wrong parameter", detail, parameter, allowed, Map.of());
    }

    /** A parameter that is not what it may be. */
    public static Problem parameter(String parameter, String detail) {
        return parameter(parameter, detail, List.of());
    }

    /** There is no such thing. */
    public static Problem notFound(String detail) {
        return of(404, "Not found", detail);
    }

    /** The database does not answer. */
    public static Problem away() {
        return of(
                503,
                "Not available",
                "The reporting database does not answer at the moment. This works again as soon as it does.",
                Map.of("Retry-After", "5"));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** The parameter at fault, if one is. */
    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }

    /** What is allowed instead, where that can be listed. */
    public List<String> allowed() {
        return allowed;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}

package org.lamplight.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Problem;
import org.lamplight.reporting.http.Respond;
import org.webjars.WebJarVersionLocator;

/** The pages and what they are made of: files of this module, and those of WebJars. They hold no data. */
final class Pages extends Handler.Abstract {
    private static final String WEB = "org/lamplight/reporting/web/";
    private static final String WEBJARS = "/webjars/";
    private static final String ASSETS = "/assets/";
    /** Longer would keep a page of one version beside the scripts of another. */
    private static final String CACHE = "public, max-age=300";

    private final WebJarVersionLocator webjars = new WebJarVersionLocator();
    private final Map<String, Optional<Answer>> files = new ConcurrentHashMap<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        // A page's name has one part and no dot; anything else lies in one of two places. No name leads out of them.
        if (!path.matches("/[a-z-]*|/(assets|webjars)(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)+")) {
            Respond.with(nothing(), response, callback);
            return true;
        }
        Optional<Answer> file = find(path);
        if (file.isPresent()) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, CACHE);
            Respond.with(file.get(), request, response, callback);
        } else {
            Respond.with(nothing(), response, callback);
        }
        return true;
    }

    private Optional<Answer> find(String path) {
        Optional<Answer> known = files.get(path);
        if (known != null) {
            return known;
        }
        Optional<Answer> found = resource(path).flatMap(Pages::read);
        // Names that lead nowhere are not kept: there is no end to them.
        found.ifPresent(answer -> files.put(path, found));
        return found;
    }

    private Optional<String> resource(String path) {
        if (path.startsWith(WEBJARS)) {
            String[] parts = path.substring(WEBJARS.length()).split("/", 2);
            return parts.length < 2 ? Optional.empty() : Optional.ofNullable(webjars.fullPath(parts[0], parts[1]));
        }
        if (path.startsWith(ASSETS)) {
            return Optional.of(WEB + path.substring(1));
        }
        return Optional.of(WEB + (path.equals("/") ? "index" : path.substring(1)) + ".html");
    }

    private static Optional<Answer> read(String resource) {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            String type = MimeTypes.DEFAULTS.getMimeByExtension(resource);
            String text =
                    type != null && (type.startsWith("text/") || type.endsWith("javascript")) ? ";charset=utf-8" : "";
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            Answer.of((type == null ? "application/octet-stream" : type) + text, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the program cannot be read.", e);
        }
    }

    private static Problem nothing() {
        return Problem.notFound("There is no such page. Begin at /");
    }
}

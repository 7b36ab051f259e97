package org.lamplight.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private static final String UTF_8 = ";charset=utf-8";
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
        boolean isFile = path.startsWith(WEBJARS) || path.startsWith(ASSETS);
        Optional<Answer> found = isFile ? file(path) : page(path);
        // Names that lead nowhere are not kept: there is no end to them.
        found.ifPresent(answer -> files.put(path, found));
        return found;
    }

    /** A page, in the frame that all of them share. */
    private static Optional<Answer> page(String path) {
        String name = path.equals("/") ? "index" : path.substring(1);
        return name.contains("/")
                ? Optional.empty()
                : text(name)
                        .map(page -> page.replace("  <!-- header -->\n", header(path))
                                .replace(
                                        "  <!-- footer -->\n",
                                        text("frame/footer").orElseThrow()))
                        .map(page -> Answer.of("text/html" + UTF_8, page));
    }

    /** The menu, in which the page itself is marked. */
    private static String header(String path) {
        return text("frame/header")
                .orElseThrow()
                .replaceFirst(
                        "(<li class=\"govuk-service-navigation__item)(\"[^>]*><a [^>]*href=\"" + path + "\")>",
                        "$1 govuk-service-navigation__item--active$2 aria-current=\"true\">");
    }

    private Optional<Answer> file(String path) {
        Optional<String> resource = path.startsWith(WEBJARS)
                ? ofWebJar(path.substring(WEBJARS.length()).split("/", 2))
                : Optional.of(WEB + path.substring(1));
        return resource.flatMap(name -> bytes(name).map(bytes -> Answer.of(type(name), bytes)));
    }

    private Optional<String> ofWebJar(String[] parts) {
        return parts.length < 2 ? Optional.empty() : Optional.ofNullable(webjars.fullPath(parts[0], parts[1]));
    }

    private static String type(String resource) {
        String type = MimeTypes.DEFAULTS.getMimeByExtension(resource);
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") || type.endsWith("javascript") ? type + UTF_8 : type;
    }

    private static Optional<String> text(String name) {
        return bytes(WEB + name + ".html").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(String resource) {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the program cannot be read.", e);
        }
    }

    private static Problem nothing() {
        return Problem.notFound("There is no such page. Begin at /");
    }
}

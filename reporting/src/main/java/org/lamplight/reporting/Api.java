package org.lamplight.reporting;

import java.util.List;
import java.util.Optional;
import org.lamplight.areas.AreaBook;
import org.lamplight.reporting.access.Audience;
import org.lamplight.reporting.access.Caller;
import org.lamplight.reporting.catalogue.Catalogue;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Problem;
import org.lamplight.reporting.items.Format;

/**
 * What is answered under {@code /api}: OGC API Features over the collections, the description of it, and who is asking.
 */
final class Api {
    /** Where it all is. */
    static final String ROOT = "/api";

    private static final String COLLECTIONS = "collections";
    private static final String ITEMS = "items";

    private final Views views;
    private final ItemsService items;
    private final Descriptions descriptions;

    Api(Views views, ItemsService items, AreaBook book) {
        this.views = views;
        this.items = items;
        this.descriptions = new Descriptions(book);
    }

    /** Whether answers to it hold rows, so that questions for it are written down. */
    static boolean isData(String path) {
        return path.startsWith(ROOT + "/" + COLLECTIONS + "/") || path.equals(ROOT + "/live");
    }

    /**
     * The answer.
     *
     * @throws Problem if there is none
     */
    Answer answer(Ask ask) {
        List<String> path = List.of(
                ask.path().substring(ROOT.length()).replaceFirst("^/", "").split("/", -1));
        String last = path.get(path.size() - 1);
        if (path.size() != 3 || !last.startsWith(ITEMS)) {
            refuseParameters(ask);
        }
        return switch (path.size()) {
            case 1 -> page(ask, last);
            case 2 -> description(ask, path);
            case 3 -> ofCollection(ask, path);
            case 4 -> item(ask, path);
            default -> throw nothing(ask);
        };
    }

    private Answer page(Ask ask, String name) {
        return switch (name) {
            case "" -> descriptions.landing(ask);
            case "conformance" -> descriptions.conformance();
            case "openapi.json" -> OpenApi.describe(ask, views.catalogue());
            case "me" -> descriptions.me(ask, readable(ask));
            case COLLECTIONS -> descriptions.collections(ask, readable(ask));
            default -> throw nothing(ask);
        };
    }

    private Answer description(Ask ask, List<String> path) {
        return descriptions.collection(ask, entry(ask, path));
    }

    private Answer ofCollection(Ask ask, List<String> path) {
        Entry entry = entry(ask, path);
        String last = path.get(2);
        if (last.equals("queryables")) {
            return descriptions.queryables(ask, entry, items.listed(ask, entry));
        } else if (last.equals(ITEMS)) {
            return items.items(ask, entry, Format.negotiate(ask.accept(), ItemsService.usual(entry)));
        }
        Optional<Format> format =
                last.startsWith(ITEMS + ".") ? Format.ofSuffix(last.substring(ITEMS.length() + 1)) : Optional.empty();
        return items.items(ask, entry, format.orElseThrow(() -> nothing(ask)));
    }

    private Answer item(Ask ask, List<String> path) {
        Entry entry = entry(ask, path);
        if (!path.get(2).equals(ITEMS)) {
            throw nothing(ask);
        }
        return items.item(ask, entry, path.get(3));
    }

    private Entry entry(Ask ask, List<String> path) {
        if (!path.get(0).equals(COLLECTIONS)) {
            throw nothing(ask);
        }
        Catalogue catalogue = views.catalogue();
        Entry entry = catalogue
                .find(path.get(1))
                .orElseThrow(() -> Problem.notFound("There is no collection of this name. There is "
                        + String.join(
                                ", ",
                                catalogue.entries().stream()
                                        .map(each -> each.collection().id())
                                        .toList())
                        + "."));
        refuse(ask.caller(), entry);
        return entry;
    }

    private static void refuse(Caller caller, Entry entry) {
        Audience audience = caller.audience();
        if (audience.reads(entry.collection())) {
            return;
        }
        if (audience.isSignedIn()) {
            throw Problem.of(
                    403,
                    "Not for you",
                    "The collection " + entry.collection().id() + " is not open to " + audience.title() + ".");
        }
        throw Problem.of(401, "Sign in first", "Sign in to see this: send a token, or get one with: lamplight token");
    }

    private List<Entry> readable(Ask ask) {
        return views.catalogue().entries().stream()
                .filter(entry -> ask.caller().audience().reads(entry.collection()))
                .toList();
    }

    private static void refuseParameters(Ask ask) {
        ask.parameters().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.parameter(name, "There are no parameters here. Take it out of the address.");
        });
    }

    private static Problem nothing(Ask ask) {
        return Problem.notFound("There is nothing here. " + ask.base() + ROOT + " says what there is.");
    }
}

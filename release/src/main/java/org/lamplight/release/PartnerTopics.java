package org.lamplight.release;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/**
 * The topic of each partner: of every council of an area book, and of the force.
 *
 * @param byRecipient the topic by the code of the council or the force that it is for
 */
public record PartnerTopics(Map<String, Topic<ReleasedTrend>> byRecipient) {

    /**
     * Those of an area book, which ask that its councils' names differ.
     *
     * @throws IllegalArgumentException if two would share a topic
     */
    public static PartnerTopics of(AreaBook book) {
        Map<String, Topic<ReleasedTrend>> topics = new LinkedHashMap<>();
        topics.put(book.force(), Topics.PARTNER_COUNTY);
        for (Area council : councils(book)) {
            Topic<ReleasedTrend> topic = Topics.partner(slug(council.name()));
            if (topics.containsValue(topic)) {
                throw new IllegalArgumentException("The area book has two partners whose topic would be " + topic.name()
                        + ": give the council " + council.code() + " another name.");
            }
            topics.put(council.code(), topic);
        }
        return new PartnerTopics(topics);
    }

    /** Every topic that Lamplight with this area book has: the fixed ones and its partners'. */
    public static List<Topic<?>> catalogue(AreaBook book) {
        List<Topic<?>> all = new ArrayList<>(Topics.ALL);
        of(book).byRecipient.values().stream()
                .filter(topic -> !all.contains(topic))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /**
     * The topic that a row belongs on.
     *
     * @throws IllegalArgumentException if the row is for nobody in the area book
     */
    Topic<ReleasedTrend> of(ReleasedTrend row) {
        Topic<ReleasedTrend> topic = byRecipient.get(recipientOf(row));
        if (topic == null) {
            throw new IllegalArgumentException("The area book has no council or force " + recipientOf(row)
                    + ". Releases need the book that they began with.");
        }
        return topic;
    }

    /** How many of these rows belong on each topic, by its name. */
    Map<String, Long> count(Iterable<ReleasedTrend> rows) {
        Map<String, Long> counts = new TreeMap<>();
        byRecipient.values().forEach(topic -> counts.put(topic.name(), 0L));
        rows.forEach(row -> counts.merge(of(row).name(), 1L, Long::sum));
        return counts;
    }

    /** The code of the council or the force that a row is for. */
    public static String recipientOf(ReleasedTrend row) {
        return Optional.ofNullable(row.getCouncil()).orElse(row.getArea());
    }

    /**
     * The code of the council or the force that people mean.
     *
     * @param partner its code, its name, or {@code county} for the force
     */
    public Optional<String> recipient(String partner) {
        String topic = Topics.partner(slug(partner)).name();
        return byRecipient.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(partner)
                        || each.getValue().name().equals(topic))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<Area> councils(AreaBook book) {
        return book.areas().stream()
                .filter(area -> area.kind() == AreaKind.COUNCIL)
                .toList();
    }

    /** Letters and digits of a name in lower case without accents, words joined by hyphens. */
    static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}

package org.lamplight.ingest.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A block of keys in a mapping file. What is wrong is noted, and reading goes on, so that all of it is found at once.
 * Every scalar is its text: Y, 01 and null mean what they look like.
 */
final class Section {
    private final String path;
    private final Node node;
    private final List<String> problems;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Section(String path, Node node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /**
     * Looks at a block.
     *
     * @param path where it stands, e.g. fields.premises; empty for the whole file
     * @param problems where problems are noted
     */
    static Section of(String path, Node node, List<String> problems) {
        Section section = new Section(path, node, problems);
        if (node instanceof MappingNode block) {
            block.getValue().forEach(section::add);
        } else {
            section.note("must be a block of keys and values");
        }
        return section;
    }

    private void add(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (entries.putIfAbsent(key, entry.getValueNode()) != null) {
            problems.add(at(entry.getKeyNode(), pathOf(key)) + " is given twice; give it once.");
        }
    }

    /** The keys in use here, where any key may stand. */
    Set<String> keys() {
        known.addAll(entries.keySet());
        return Collections.unmodifiableSet(entries.keySet());
    }

    boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    boolean isText(String key) {
        return has(key) && entries.get(key) instanceof ScalarNode;
    }

    /** The text of a key; empty where it is absent or no text. */
    Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        List<String> texts = texts(key);
        if (texts.size() > 1) {
            note(key, "must be one text");
        }
        return texts.stream().findFirst();
    }

    /** The text of a key that must be there. */
    Optional<String> requiredText(String key, String meaning) {
        if (!has(key)) {
            note("needs the key " + key + ": " + meaning);
        }
        return text(key);
    }

    /** The texts of a key: a list, or a single text. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node value = entries.get(key);
        List<Node> items = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue());
            } else {
                note(key, "must be a text, or a list of texts, and not blank");
            }
        }
        return texts;
    }

    /** Texts by key, where any key may stand. */
    Map<String, List<String>> textsByKey() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        keys().forEach(key -> all.put(key, texts(key)));
        return all;
    }

    /** The block under a key. */
    Optional<Section> section(String key) {
        return has(key) ? Optional.of(of(pathOf(key), entries.get(key), problems)) : Optional.empty();
    }

    /**
     * The block under a key, or a text that stands for a block of one key.
     *
     * @param only that key
     */
    Optional<Section> section(String key, String only) {
        if (!isText(key)) {
            return section(key);
        }
        Section section = new Section(pathOf(key), entries.get(key), problems);
        section.entries.put(only, entries.get(key));
        return Optional.of(section);
    }

    /** One of some allowed words, which must be there. */
    Optional<String> requiredChoice(String key, Collection<String> allowed) {
        if (!has(key)) {
            note("needs the key " + key + ": one of " + String.join(", ", allowed));
        }
        return choice(key, allowed);
    }

    /** One of some allowed words. */
    Optional<String> choice(String key, Collection<String> allowed) {
        return text(key).filter(value -> {
            if (!allowed.contains(value)) {
                note(key, "is " + value + ", but must be one of " + String.join(", ", allowed));
            }
            return allowed.contains(value);
        });
    }

    /** Notes every key that nobody asked for. */
    void close() {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                note(key, "is not known here; the keys are " + String.join(", ", known));
            }
        }
    }

    /** Notes a problem with this block. */
    void note(String clause) {
        problems.add(at(node, path.isEmpty() ? "The mapping" : path) + " " + clause + ".");
    }

    /** Notes a problem with one key. */
    void note(String key, String clause) {
        problems.add(at(entries.getOrDefault(key, node), pathOf(key)) + " " + clause + ".");
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String at(Node node, String path) {
        return "line " + (node.getStartMark().getLine() + 1) + ": " + path;
    }
}

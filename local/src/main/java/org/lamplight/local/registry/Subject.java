package org.lamplight.local.registry;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The versions of a subject, some of which may be deleted but not yet for good. Not thread-safe. */
final class Subject {
    /** A schema as a version of a subject. */
    record Version(String subject, int version, int id, String schema) {}

    private record Entry(Version version, boolean deleted) {}

    private final NavigableMap<Integer, Entry> entries = new TreeMap<>();
    private int newest;

    void add(Version version) {
        entries.put(version.version(), new Entry(version, false));
        newest = version.version();
    }

    void hide(int version) {
        entries.computeIfPresent(version, (number, entry) -> new Entry(entry.version, true));
    }

    void remove(int version) {
        entries.remove(version);
    }

    /** The versions, oldest first. */
    List<Version> versions(boolean withDeleted) {
        return entries.values().stream()
                .filter(entry -> withDeleted || !entry.deleted)
                .map(Entry::version)
                .toList();
    }

    Optional<Version> version(int number, boolean withDeleted) {
        return versions(withDeleted).stream()
                .filter(version -> version.version() == number)
                .findFirst();
    }

    Optional<Version> latest() {
        List<Version> versions = versions(false);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    Optional<Version> withSchema(String schema, boolean withDeleted) {
        return versions(withDeleted).stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst();
    }

    /** The number of the next version; one that was used is not used again. */
    int next() {
        return newest + 1;
    }
}

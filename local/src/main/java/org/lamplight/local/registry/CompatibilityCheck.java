package org.lamplight.local.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.lamplight.schemas.registry.Compatibility;

/** A new version of a schema gets on with the older ones as its subject's level demands. */
final class CompatibilityCheck {
    private CompatibilityCheck() {}

    /**
     * What speaks against a new version; empty if nothing does.
     *
     * @param older the versions before it, oldest first
     */
    static List<String> problems(Compatibility level, Schema newer, List<Schema> older) {
        List<Schema> checked =
                level.transitive() || older.isEmpty() ? older : older.subList(older.size() - 1, older.size());
        return checked.stream()
                .flatMap(old -> Stream.concat(
                        level.readsOlder()
                                ? problems(newer, old, "The new version cannot read an older one")
                                : Stream.of(),
                        level.readByOlder()
                                ? problems(old, newer, "An older version cannot read the new one")
                                : Stream.of()))
                .distinct()
                .toList();
    }

    private static Stream<String> problems(Schema reader, Schema writer, String finding) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(problem -> "%s: %s at %s (%s)"
                        .formatted(finding, problem.getType(), problem.getLocation(), problem.getMessage()));
    }
}

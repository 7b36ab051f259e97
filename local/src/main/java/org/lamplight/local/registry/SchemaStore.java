package org.lamplight.local.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.registry.Subject.Version;
import org.lamplight.schemas.registry.Compatibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subjects, their versions and their compatibility levels. Two schemas are the same if Avro writes them alike, white
 * space aside; the same schema has one id under whatever subjects. Safe for use by many threads.
 */
final class SchemaStore implements AutoCloseable {
    /** In place of a subject: the compatibility level of all that have none of their own. */
    static final String ALL = "";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaStore.class);

    private final ChangeLog log;
    private final Map<String, Subject> subjects = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();
    private int highestId;

    private SchemaStore(ChangeLog log) {
        this.log = log;
    }

    /** The store that the log in a directory amounts to. */
    static SchemaStore open(Path directory) throws IOException {
        ChangeLog log = ChangeLog.open(directory);
        try {
            SchemaStore store = new SchemaStore(log);
            log.read().forEach(store::apply);
            return store;
        } catch (IOException | StartException e) {
            log.close();
            throw e;
        }
    }

    /** Registers a schema under a subject unless it is there already, and returns its version. */
    synchronized Version register(String subject, String text) {
        Schema schema = parse(text);
        Optional<Version> known = subject(subject).withSchema(schema.toString(), false);
        if (known.isPresent()) {
            return known.get();
        }
        List<String> problems = CompatibilityCheck.problems(level(subject), schema, schemas(subject));
        if (!problems.isEmpty()) {
            throw RegistryError.incompatible(subject, String.join("; ", problems));
        }
        int id = ids.getOrDefault(schema.toString(), highestId + 1);
        int version = subject(subject).next();
        commit(new Change.Registered(subject, version, id, schema.toString()));
        return find(subject, version, false);
    }

    /** The version of a subject that has this schema. */
    synchronized Version lookUp(String subject, String text, boolean withDeleted) {
        require(subject, withDeleted);
        return subject(subject)
                .withSchema(parse(text).toString(), withDeleted)
                .orElseThrow(RegistryError::noSuchSchema);
    }

    /** What speaks against a schema as the next version; only against that version if one is given. */
    synchronized List<String> problems(String subject, Optional<Integer> version, String text) {
        Schema schema = parse(text);
        List<Schema> older = version.map(
                        number -> List.of(parse(find(subject, number, false).schema())))
                .orElseGet(() -> schemas(subject));
        return CompatibilityCheck.problems(level(subject), schema, older);
    }

    synchronized List<String> subjects(String prefix, boolean withDeleted) {
        return subjects.keySet().stream()
                .filter(name -> name.startsWith(prefix)
                        && !subject(name).versions(withDeleted).isEmpty())
                .toList();
    }

    synchronized List<Version> versions(String subject, boolean withDeleted) {
        require(subject, withDeleted);
        return subject(subject).versions(withDeleted);
    }

    synchronized Version version(String subject, int version, boolean withDeleted) {
        require(subject, withDeleted);
        return find(subject, version, withDeleted);
    }

    synchronized Version latest(String subject) {
        require(subject, false);
        return subject(subject).latest().orElseThrow(RegistryError::noSuchSchema);
    }

    /** Every use of a schema, of which there is at least one. */
    synchronized List<Version> uses(int id, boolean withDeleted) {
        List<Version> uses = subjects.values().stream()
                .flatMap(subject -> subject.versions(withDeleted).stream())
                .filter(version -> version.id() == id)
                .toList();
        if (uses.isEmpty()) {
            throw RegistryError.noSuchSchema();
        }
        return uses;
    }

    /** Deletes a subject: first so that it can still be listed, then for good. Returns its versions. */
    synchronized List<Integer> delete(String subject, boolean permanent) {
        require(subject, true);
        boolean live = !subject(subject).versions(false).isEmpty();
        if (permanent && live) {
            throw RegistryError.notYetDeleted(subject);
        } else if (!permanent && !live) {
            throw RegistryError.alreadyDeleted(subject);
        }
        List<Integer> versions = subject(subject).versions(permanent).stream()
                .map(Version::version)
                .toList();
        commit(new Change.Deleted(subject, versions, permanent));
        return versions;
    }

    /** Deletes a version, in the same two steps. */
    synchronized int delete(String subject, int version, boolean permanent) {
        require(subject, true);
        find(subject, version, true);
        boolean live = subject(subject).version(version, false).isPresent();
        if (permanent && live) {
            throw RegistryError.versionNotYetDeleted(subject, version);
        } else if (!permanent && !live) {
            throw RegistryError.versionAlreadyDeleted(subject, version);
        }
        commit(new Change.Deleted(subject, List.of(version), permanent));
        return version;
    }

    /** The level set for a subject, or for {@link #ALL}. */
    synchronized Optional<Compatibility> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    synchronized void setLevel(String subject, Compatibility level) {
        commit(new Change.LevelSet(subject, level));
    }

    synchronized void removeLevel(String subject) {
        commit(new Change.LevelRemoved(subject));
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }

    private Compatibility level(String subject) {
        return ownLevel(subject).or(() -> ownLevel(ALL)).orElse(Compatibility.BACKWARD);
    }

    private void commit(Change change) {
        try {
            log.append(change);
        } catch (IOException e) {
            LOG.error("The schema registry cannot write to its log", e);
            throw RegistryError.store();
        }
        apply(change);
    }

    private void apply(Change change) {
        if (change instanceof Change.Registered registered) {
            Version version =
                    new Version(registered.subject(), registered.version(), registered.id(), registered.schema());
            subjects.computeIfAbsent(registered.subject(), name -> new Subject())
                    .add(version);
            ids.put(registered.schema(), registered.id());
            highestId = Math.max(highestId, registered.id());
        } else if (change instanceof Change.Deleted deleted) {
            Subject subject = subject(deleted.subject());
            deleted.versions().forEach(deleted.permanent() ? subject::remove : subject::hide);
        } else if (change instanceof Change.LevelSet set) {
            levels.put(set.subject(), set.level());
        } else if (change instanceof Change.LevelRemoved removed) {
            levels.remove(removed.subject());
        }
    }

    private Subject subject(String name) {
        return subjects.getOrDefault(name, new Subject());
    }

    private void require(String subject, boolean withDeleted) {
        if (subject(subject).versions(withDeleted).isEmpty()) {
            throw RegistryError.noSuchSubject(subject);
        }
    }

    private Version find(String subject, int version, boolean withDeleted) {
        return subject(subject)
                .version(version, withDeleted)
                .orElseThrow(() -> RegistryError.noSuchVersion(Integer.toString(version)));
    }

    private List<Schema> schemas(String subject) {
        return subject(subject).versions(false).stream()
                .map(version -> parse(version.schema()))
                .toList();
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema(e.getMessage());
        }
    }
}

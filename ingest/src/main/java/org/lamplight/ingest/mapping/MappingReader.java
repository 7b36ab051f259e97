package org.lamplight.ingest.mapping;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lamplight.ingest.rows.Format;
import org.lamplight.ingest.rules.TimeFormat.Precision;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a mapping file, key by key in the order of docs/MAPPINGS.md, and finds everything that is wrong with it. */
final class MappingReader {
    private static final String VERSION = "1";
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Set<Precision> MOMENT_OR_DAY = EnumSet.of(Precision.MOMENT, Precision.DAY);

    private final Section root;
    private final List<String> problems;
    private ZoneId zone = ZoneOffset.UTC;

    private MappingReader(Section root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    static Mapping read(String name, String yaml) {
        List<String> problems = new ArrayList<>();
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (node == null) {
                throw new MappingException(name, List.of("it is empty; docs/MAPPINGS.md shows how one looks."));
            }
            Mapping mapping = new MappingReader(Section.of("", node, problems), problems).read();
            if (problems.isEmpty()) {
                return mapping;
            }
        } catch (MarkedYAMLException e) {
            problems.add("line " + (e.getProblemMark().getLine() + 1) + ": this is not YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            problems.add("this is not YAML: " + e.getMessage() + ".");
        }
        throw new MappingException(name, problems);
    }

    /** The mapping, in which what is wrong is null. */
    private Mapping read() {
        root.requiredText("mapping", "the version of this language, " + VERSION)
                .filter(version -> !version.equals(VERSION))
                .ifPresent(version -> root.note("mapping", "is " + version + ", but this program reads version 1"));
        root.text("description");
        String source = source();
        Kind kind = root.requiredChoice("kind", Kind.BY_ID.keySet())
                .map(Kind.BY_ID::get)
                .orElse(null);
        Format format = FormatSection.read(root);
        zone = zone();
        Optional<Condition> take = condition("take-when");
        Optional<Condition> withdraw = condition("withdraw-when");
        Optional<Revision> revision = revision();
        Optional<TimeColumn> received = TimeSection.read(root, "received", zone, MOMENT_OR_DAY);
        Optional<TimeColumn> reported = TimeSection.read(root, "reported", zone, MOMENT_OR_DAY);
        Occurrence occurrence = OccurrenceSection.read(root, zone);
        Place place = LocationSection.read(root);
        List<FieldMapping> fields = new FieldsSection(root, kind, zone).read();
        Identity identity = identity(occurrence, place, reported, fields);
        Set<String> neverRead = new LinkedHashSet<>(root.texts("never-read"));
        Set<String> optional = new LinkedHashSet<>(root.texts("optional-columns"));
        root.close();
        if (!problems.isEmpty()) {
            return null;
        }
        Mapping mapping = new Mapping(
                source,
                kind,
                format,
                take,
                withdraw,
                identity,
                revision,
                received,
                reported,
                occurrence,
                place,
                fields,
                neverRead,
                optional);
        checkTogether(mapping);
        return mapping;
    }

    private String source() {
        Optional<String> source = root.requiredText("source", "the id of the source, e.g. streetsafe");
        source.filter(id -> !SOURCE.matcher(id).matches())
                .ifPresent(id -> root.note(
                        "source", "is " + id + ", but must be lower-case letters, digits and single hyphens"));
        return source.orElse(null);
    }

    private ZoneId zone() {
        Optional<String> name = root.requiredText("time-zone", "where local times are local, e.g. Europe/London");
        try {
            return ZoneId.of(name.orElse("UTC"));
        } catch (DateTimeException e) {
            root.note("time-zone", "is " + name.orElse("") + ", but must be a time zone such as Europe/London or UTC");
            return ZoneOffset.UTC;
        }
    }

    private Optional<Condition> condition(String key) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        root.section(key)
                .ifPresent(section -> section.textsByKey()
                        .forEach((column, values) -> words.put(column, new LinkedHashSet<>(values))));
        return words.isEmpty() ? Optional.empty() : Optional.of(new Condition(words));
    }

    private Optional<Revision> revision() {
        return root.section("revision", "column").flatMap(section -> {
            Optional<Revision> revision = section.has("format")
                    ? TimeSection.read(section, zone, MOMENT_OR_DAY)
                            .map(time -> new Revision(time.column(), Optional.of(time.text())))
                    : section.requiredText("column", "the name of a column")
                            .map(column -> new Revision(column, Optional.empty()));
            section.close();
            return revision;
        });
    }

    private Identity identity(
            Occurrence occurrence, Place place, Optional<TimeColumn> reported, List<FieldMapping> fields) {
        Set<String> mapped = new TreeSet<>();
        if (occurrence != null && place != null) {
            mapped.addAll(occurrence.columns());
            mapped.addAll(place.columns());
        }
        reported.ifPresent(time -> mapped.add(time.column()));
        mapped.addAll(fields.stream().map(field -> field.reader().column()).collect(Collectors.toSet()));
        return IdentitySection.read(root, mapped);
    }

    /** What only the whole can tell. */
    private void checkTogether(Mapping mapping) {
        Set<String> columns = mapping.columns();
        columns.stream()
                .filter(mapping::isNeverRead)
                .forEach(column -> root.note("never-read", "names " + column + ", which the mapping reads elsewhere"));
        mapping.optional().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column ->
                        root.note("optional-columns", "names " + column + ", which the mapping does not read"));
        if (mapping.withdraw().isPresent() && mapping.identity().columns().isEmpty()) {
            root.note("withdraw-when", "needs a source with ids: without them nobody can say which report is meant");
        }
    }
}

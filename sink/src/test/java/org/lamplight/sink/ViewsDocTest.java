package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The views are the interface to people: every one and every column is explained, in types that any tool reads.
 * {@code docs/VIEWS.md} is written from the comments: run this test with {@code -Dlamplight.write=true} to write it anew.
 */
@ExtendWith(Postgres.class)
class ViewsDocTest {
    private static final Path VIEWS_MD = Path.of("..", "docs", "VIEWS.md");
    private static final Set<String> PLAIN =
            Set.of("text", "date", "timestamp with time zone", "integer", "bigint", "double precision", "boolean");
    private static final Set<String> SECRET = Set.of("police_consent", "council_consent", "premises");

    private static final String COLUMNS = """
            select n.nspname as schema, c.relname as view, obj_description(c.oid) as view_comment,
                a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
                col_description(c.oid, a.attnum) as column_comment
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where n.nspname in ('analyst', 'opfcc', 'partner') and c.relkind = 'v'
            order by n.nspname, c.relname, a.attnum
            """;

    @Test
    void shouldExplainEveryViewAndColumn(TestDatabase database) {
        List<Map<String, Object>> columns = database.query(COLUMNS);

        assertThat(columns)
                .hasSizeGreaterThan(100)
                .allSatisfy(column -> assertThat(column).containsKeys("view_comment", "column_comment"));
    }

    @Test
    void shouldUseTypesThatEveryToolReads(TestDatabase database) {
        Set<String> odd = database.query(COLUMNS).stream()
                .filter(column -> !PLAIN.contains((String) column.get("type")))
                .map(column -> column.get("view") + "." + column.get("column") + " " + column.get("type"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(odd)
                .containsExactly(
                        "alert.cells text[]",
                        "incident.area_codes text[]",
                        "incident.categories text[]",
                        "incident.reasons text[]");
    }

    @Test
    void shouldShowNeitherConsentNorPremises(TestDatabase database) {
        assertThat(database.query(COLUMNS)).noneMatch(column -> SECRET.contains((String) column.get("column")));
    }

    @Test
    void shouldBeListedInTheDocumentation(TestDatabase database) throws IOException {
        String views = ViewsPage.of(database.query(COLUMNS));
        if (Boolean.getBoolean("lamplight.write")) {
            Files.writeString(VIEWS_MD, views);
        }

        assertThat(VIEWS_MD).hasContent(views);
    }
}

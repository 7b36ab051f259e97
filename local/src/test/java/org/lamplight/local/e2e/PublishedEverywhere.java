package org.lamplight.local.e2e;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;

/** What topics, log and views have of the releases. */
final class PublishedEverywhere {
    private final RunningPlatform lamplight;
    private final PartnerTopicsContents topics;

    PublishedEverywhere(RunningPlatform lamplight) {
        this.lamplight = lamplight;
        this.topics = new PartnerTopicsContents(
                lamplight.kafkaClient(), lamplight.platform().addresses().registry());
    }

    /** What a partner who reads committed records finds. */
    PartnerTopicsContents topics() {
        return topics;
    }

    /** The rows of the views. */
    List<List<String>> views() {
        return lamplight.rows("""
                select release, revision, area_code, category, period, first_day, count, withheld, note from partner.trend
                """);
    }

    /** Topics have the releases that the log has, each whole; views have none that these lack. */
    void assertWholeOnTopics() {
        List<ReleasedTrend> rows = topics.rows();
        List<Release> log = topics.log();
        log.forEach(release -> assertThat(
                        rows.stream().filter(row -> row.getRelease().equals(release.getRelease())))
                .hasSize((int) release.getRows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        assertThat(rows.stream().map(ReleasedTrend::getRelease).collect(toSet()))
                .isEqualTo(log.stream().map(Release::getRelease).collect(toSet()));
        assertThat(shown(rows)).containsAll(views());
    }

    /** Every release is once on the topics, in the log and in the views, with the same rows; none is on its way. */
    void assertAlike() {
        assertWholeOnTopics();
        List<List<String>> inTopics = shown(topics.rows());
        assertThat(views()).containsExactlyInAnyOrderElementsOf(inTopics);
        assertThat(new HashSet<>(inTopics)).hasSameSizeAs(inTopics);
        assertThat(topics.log())
                .extracting(release -> List.of(release.getRelease(), release.getSha256()))
                .containsExactlyElementsOf(
                        lamplight.rows("select release, sha256 from partner.release order by release"));
        assertThat(lamplight.value("select count(*) from lamplight.released"))
                .isEqualTo(Integer.toString(inTopics.size()));
        assertThat(lamplight.value("select count(*) from lamplight.release where status <> 'PUBLISHED'"))
                .isEqualTo("0");
    }

    private static List<List<String>> shown(List<ReleasedTrend> rows) {
        return rows.stream().map(PublishedEverywhere::shown).toList();
    }

    private static List<String> shown(ReleasedTrend row) {
        List<String> shown = new ArrayList<>(List.of(
                row.getRelease(),
                Integer.toString(row.getRevision()),
                row.getArea(),
                row.getCategory(),
                row.getPeriod().name(),
                row.getFirstDay().toString()));
        shown.add(row.getCount() == null ? null : row.getCount().toString());
        shown.add(row.getWithheld() ? "t" : "f");
        shown.add(row.getNote());
        return shown;
    }
}

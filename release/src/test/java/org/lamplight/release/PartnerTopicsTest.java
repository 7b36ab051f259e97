package org.lamplight.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

class PartnerTopicsTest {
    private static final long CELL = Cells.parse("8a1958a6b0effff");

    @Test
    void shouldGiveTheForceAndEachCouncilATopic() {
        assertThat(PartnerTopics.of(AreaBook.northamptonshire()).byRecipient())
                .hasSize(3)
                .containsEntry("E23000022", Topics.PARTNER_COUNTY)
                .containsEntry("E06000061", Topics.partner("north-northamptonshire"))
                .containsEntry("E06000062", Topics.partner("west-northamptonshire"));
    }

    @Test
    void shouldAddThemToTheCatalogueOnce() {
        assertThat(PartnerTopics.catalogue(AreaBook.northamptonshire()))
                .containsAll(Topics.ALL)
                .extracting(Topic::name)
                .contains("partner.county.trend", "partner.north-northamptonshire.trend")
                .doesNotHaveDuplicates()
                .hasSize(Topics.ALL.size() + 2);
    }

    @Test
    void shouldMakeNamesThatKafkaTakes() {
        assertThat(PartnerTopics.slug("Bristol, City of")).isEqualTo("bristol-city-of");
        assertThat(PartnerTopics.slug("Ynys Môn (Isle of Anglesey)")).isEqualTo("ynys-mon-isle-of-anglesey");
    }

    @Test
    void shouldKnowAPartnerByCodeAndByName() {
        PartnerTopics topics = PartnerTopics.of(AreaBook.northamptonshire());

        assertThat(topics.recipient("e06000061")).contains("E06000061");
        assertThat(topics.recipient("north northamptonshire")).contains("E06000061");
        assertThat(topics.recipient("west-northamptonshire")).contains("E06000062");
        assertThat(topics.recipient("county")).contains("E23000022");
        assertThat(topics.recipient("Leicester")).isEmpty();
    }

    @Test
    void shouldRefuseACouncilThatWouldShareATopic() {
        Area force = area("F", "Force", AreaKind.FORCE);
        AreaBook book = AreaBook.of(
                "Made up", Map.of(force, Set.of(CELL), area("C", "County", AreaKind.COUNCIL), Set.of(CELL)));

        assertThatThrownBy(() -> PartnerTopics.of(book))
                .hasMessageContaining("partner.county.trend")
                .hasMessageContaining("council C");
    }

    private static Area area(String code, String name, AreaKind kind) {
        return new Area(code, name, kind, 0, Optional.empty(), OptionalLong.empty());
    }
}

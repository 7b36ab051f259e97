package org.lamplight.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Behaviour;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.PlaceReason;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.RetailIncidentType;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Strand;

class CategoriesTest {
    private static final Report REPORT = Report.newBuilder()
            .setSource("feed")
            .setReportId("r")
            .setReceivedAt(Instant.EPOCH)
            .build();

    @Test
    void shouldGiveASafetyConcernAFacetForEachSortOfAnswer() {
        SafetyConcern both = SafetyConcern.newBuilder()
                .setReport(REPORT)
                .setPlaceReasons(List.of(PlaceReason.NO_CCTV, PlaceReason.BADLY_LIT))
                .setBehaviours(List.of(Behaviour.OTHER))
                .build();
        SafetyConcern neither = SafetyConcern.newBuilder().setReport(REPORT).build();

        assertThat(Categories.of(both)).containsExactly("feed", "feed.place", "feed.behaviour");
        assertThat(Categories.of(neither)).containsExactly("feed");
    }

    @Test
    void shouldGiveAHateReferralAFacetForEachStrandOnce() {
        HateReferral referral = HateReferral.newBuilder()
                .setReport(REPORT)
                .setStrands(List.of(Strand.RELIGION_OR_BELIEF, Strand.RACE, Strand.RELIGION_OR_BELIEF))
                .build();

        assertThat(Categories.of(referral)).containsExactly("feed", "feed.religion-or-belief", "feed.race");
    }

    @Test
    void shouldSayWhenARetailSubmissionWasViolentWhateverItsType() {
        RetailSubmission.Builder theft =
                RetailSubmission.newBuilder().setReport(REPORT).setIncidentType(RetailIncidentType.SHOPLIFTING);

        assertThat(Categories.of(theft.build())).containsExactly("feed", "feed.shoplifting");
        assertThat(Categories.of(theft.setVerbalAbuse(true).build())).containsExactly("feed", "feed.shoplifting");
        assertThat(Categories.of(theft.setThreat(true).build()))
                .containsExactly("feed", "feed.shoplifting", "feed.with-violence");
    }

    @Test
    void shouldCountRobberyAndViolenceAsViolentByThemselves() {
        for (RetailIncidentType type : List.of(RetailIncidentType.ROBBERY, RetailIncidentType.VIOLENCE)) {
            RetailSubmission submission = RetailSubmission.newBuilder()
                    .setReport(REPORT)
                    .setIncidentType(type)
                    .build();

            assertThat(Categories.of(submission)).contains("feed.with-violence");
        }
    }

    @Test
    void shouldNotTakeTheViolentFacetForAnIncidentType() {
        assertThat(Arrays.stream(RetailIncidentType.values()).map(Enum::name))
                .doesNotContain(Facets.WITH_VIOLENCE.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

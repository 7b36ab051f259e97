package org.lamplight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FacetsTest {
    @Test
    void shouldNameEveryFacetOfAKindInOrder() {
        assertThat(Facets.of(ReportKind.SAFETY_CONCERN)).containsExactly("behaviour", "place");
        assertThat(Facets.of(ReportKind.HATE_REFERRAL))
                .hasSize(Strand.values().length)
                .contains("religion-or-belief")
                .isSorted();
        assertThat(Facets.of(ReportKind.RETAIL_SUBMISSION))
                .hasSize(RetailIncidentType.values().length + 1)
                .contains("shoplifting", "with-violence")
                .isSorted();
    }
}

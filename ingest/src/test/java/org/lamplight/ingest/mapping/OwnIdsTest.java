package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OwnIdsTest {
    private static final String KEY = "a key of sixteen bytes or more";

    @Test
    void shouldGiveTheSamePseudonymAsAConnector() {
        Pseudonyms pseudonyms = new Pseudonyms(KEY.getBytes(StandardCharsets.UTF_8));
        OwnIds ids = new OwnIds(Mapping.read("retail"), KEY);

        assertThat(ids.pseudonymOf(" R-1 ")).isEqualTo(pseudonyms.of("retail\nR-1"));
    }

    @Test
    void shouldRefuseWhatIsNoIdOfTheSource() {
        Mapping anonymous = Mapping.read("streetsafe");
        OwnIds ids = new OwnIds(Mapping.read("retail"), KEY);

        assertThatThrownBy(() -> new OwnIds(anonymous, KEY))
                .hasMessage(
                        "Reports of streetsafe have no ids of the source's own: give the pseudonyms of analyst.incident.");
        assertThatThrownBy(() -> ids.pseudonymOf(" ")).hasMessageContaining("has 1 part");
        assertThatThrownBy(() -> OwnIds.pseudonym("12")).hasMessageContaining("32 hex digits");
        assertThat(OwnIds.pseudonym("0123456789ABCDEF0123456789abcdef")).isEqualTo("0123456789abcdef0123456789abcdef");
    }
}

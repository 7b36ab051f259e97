package org.lamplight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void shouldReadCountiesAndTheirReports() {
        assertThat(Load.of("43")).isEqualTo(new Load(43, 50)).hasToString("43");
        assertThat(Load.of("2@1250")).isEqualTo(new Load(2, 1250)).hasToString("2@1250");
    }

    @Test
    void shouldHaveFinerCellsWhereConfigurationAdvisesThem() {
        assertThat(Load.of("1").resolutions().of("retail")).isEqualTo(8);
        assertThat(Load.of("1@1250").resolutions().of("retail")).isEqualTo(9);
    }
}

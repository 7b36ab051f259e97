package org.lamplight.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistrySetupTest {

    @Test
    void shouldLetPartnersReadOlderAndNewerAndOthersReadOlderVersions() {
        assertThat(RegistrySetup.levelOf("partner.county.trend")).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(RegistrySetup.levelOf("core.incident")).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
    }
}

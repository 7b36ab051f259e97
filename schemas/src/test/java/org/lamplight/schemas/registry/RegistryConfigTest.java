package org.lamplight.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {

    @Test
    void shouldTakeSeveralAddresses() {
        RegistryConfig config = new RegistryConfig(Map.of(RegistryConfig.URL, "http://a:8081/, https://b/base"));

        assertThat(config.addresses()).map(Object::toString).containsExactly("http://a:8081", "https://b/base");
        assertThat(config.mockScope()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:8081", "ftp://a", "http://", "http://a b", "mock://a,mock://b", "http://a,mock://b"})
    void shouldRefuseWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> new RegistryConfig(Map.of(RegistryConfig.URL, url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(RegistryConfig.URL);
    }

    @Test
    void shouldTakeThePasswordFromEitherPlaceAndNeverShowIt() {
        RegistryConfig inUrl = new RegistryConfig(Map.of(RegistryConfig.URL, "http://me:secret@a:8081"));
        RegistryConfig apart = new RegistryConfig(Map.of(
                RegistryConfig.URL, "http://a:8081",
                RegistryConfig.CREDENTIALS_SOURCE, "USER_INFO",
                RegistryConfig.USER_INFO, "me:secret"));

        assertThat(inUrl.authorization()).contains(new Password("Basic bWU6c2VjcmV0"));
        assertThat(apart.authorization()).isEqualTo(inUrl.authorization());
        assertThat(inUrl.addresses()).map(Object::toString).containsExactly("http://a:8081");
        assertThat(apart.values().toString()).doesNotContain("secret");
    }

    @Test
    void shouldRefuseAMissingPasswordAndAnotherNamingOfSubjects() {
        assertThatThrownBy(() -> new RegistryConfig(
                        Map.of(RegistryConfig.URL, "http://a", RegistryConfig.CREDENTIALS_SOURCE, "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(RegistryConfig.USER_INFO);
        assertThatThrownBy(() -> new RegistryConfig(Map.of(
                        RegistryConfig.URL, "http://a", RegistryConfig.VALUE_NAMING, "com.example.RecordNameStrategy")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TopicNameStrategy");
    }

    @Test
    void shouldDoubleItsWaitsUpToTheLongest() {
        RegistryConfig config = new RegistryConfig(Map.of(
                RegistryConfig.URL, "http://a", RegistryConfig.RETRY_WAIT, 100, RegistryConfig.RETRY_MAX_WAIT, 300));

        assertThat(config.waitBefore(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(config.waitBefore(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(config.waitBefore(50)).isEqualTo(Duration.ofMillis(300));
    }
}

package org.lamplight.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.config.Place.Embedded;
import org.lamplight.local.config.Place.External;
import org.lamplight.release.Product;
import org.lamplight.release.ReleaseSettings;
import org.lamplight.release.WithoutConsent;
import org.lamplight.release.webhook.Webhook;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.evaluation.Measure;
import org.lamplight.streams.evaluation.Months;
import org.lamplight.streams.rules.OutcomeSet;

class ConfigReaderTest {
    private static final Path HOME = Path.of("/home/lamplight");
    private static final String PILOT =
            "category = retail, treated = a, comparison = b, before = \"2023-04..2024-03\", after = \"2024-04..2025-03\"";

    private static final String HOOK = "council = North, url = \"https://a.example/\"";
    private static final String KEY = "\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"";

    @Test
    void shouldRunEverythingEmbeddedByDefault() {
        LamplightConfig config = read("");

        assertThat(config.kafka().place()).isEqualTo(new Embedded(new Port(9092)));
        assertThat(config.registry().place().embedded()).isTrue();
        assertThat(config.connect().place().embedded()).isTrue();
        assertThat(config.database().place().embedded()).isTrue();
        assertThat(config.streams().embedded()).isTrue();
        assertThat(config.data().root()).isEqualTo(HOME.resolve("data"));
        assertThat(config.sources())
                .extracting(SourceConfig::name)
                .containsExactly("retail", "stop-hate-uk", "streetsafe");
    }

    @Test
    void shouldTakeAFurtherSourceFromThreeLines() {
        LamplightConfig config = read("""
                sources.flare {
                  mapping = flare.yaml
                }
                """);

        SourceConfig flare = source(config, "flare");
        assertThat(flare.mapping()).isEqualTo(HOME.resolve("flare.yaml").toString());
        assertThat(flare.inbox()).isEqualTo(HOME.resolve("data/inbox/flare"));
    }

    @Test
    void shouldUseAShippedMappingByItsName() {
        LamplightConfig config = read("sources.second-shop { mapping = retail, settings { rest.ms = 50 } }");

        assertThat(source(config, "second-shop").mapping()).isEqualTo("retail");
        assertThat(source(config, "second-shop").settings()).containsEntry("rest.ms", "50");
    }

    @Test
    void shouldLeaveOutASourceThatIsNotEnabled() {
        LamplightConfig config = read("sources.retail.enabled = false");

        assertThat(config.sources()).extracting(SourceConfig::name).doesNotContain("retail");
    }

    @Test
    void shouldReleaseEverythingEveryMorningByDefault() {
        ReleaseConfig release = read("").release();

        assertThat(release.at()).contains(LocalTime.of(6, 30));
        assertThat(release.settings())
                .isEqualTo(new ReleaseSettings(
                        14, 0.5, Optional.empty(), OptionalInt.empty(), WithoutConsent.COUNTY, Map.of()));
    }

    @Test
    void shouldReleaseAsItIsTold() {
        ReleaseConfig release = read("""
                release {
                  at = off, settle = 21 days, fill = 0.75, from = 2026-01-01, ward-vintage = 2021
                  without-consent = nowhere
                  products { retail { periods = weeks, method = cell-key }, flare.enabled = false }
                }
                """).release();

        assertThat(release.at()).isEmpty();
        assertThat(release.settings())
                .isEqualTo(new ReleaseSettings(
                        21,
                        0.75,
                        Optional.of(LocalDate.of(2026, 1, 1)),
                        OptionalInt.of(2021),
                        WithoutConsent.NOWHERE,
                        Map.of(
                                "retail", new Product(true, Product.Periods.WEEKS, ProtectionMethod.CELL_KEY),
                                "flare", new Product(false, Product.Periods.CALENDAR, ProtectionMethod.ROUNDED))));
    }

    @Test
    void shouldUsePartsThatRunElsewhere() {
        LamplightConfig config = read("""
                kafka { bootstrap-servers = "a:9092,b:9092", client { security.protocol = SSL } }
                registry.url = "https://registry.example"
                connect.url = "http://connect.example:8083"
                database { url = "jdbc:postgresql://db.example/reports", user = owner, password = secret }
                streams.run = external
                source-settings { pseudonym.key = "${secrets:/run/secrets:key}" }
                """);

        assertThat(config.kafka().place()).isEqualTo(new External("a:9092,b:9092"));
        assertThat(config.kafka().client()).containsEntry("security.protocol", "SSL");
        assertThat(config.registry().place()).isEqualTo(new External("https://registry.example"));
        assertThat(config.database().toString()).doesNotContain("secret");
        assertThat(config.streams().embedded()).isFalse();
    }

    @Test
    void shouldReadTheEvaluationsOfTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/CONFIG.md"));
        int start = page.indexOf("evaluations {");

        LamplightConfig config = read(page.substring(start, page.indexOf("```", start)));

        assertThat(config.evaluations()).extracting(Design::name).containsExactly("hemmingwell", "retail-pilot");
        Design hemmingwell = config.evaluations().get(0);
        assertThat(hemmingwell.measure()).isEqualTo(new Measure.Reports());
        assertThat(hemmingwell.buffer()).containsExactly("E05016213", "E05016233");
        Design pilot = config.evaluations().get(1);
        assertThat(pilot.measure())
                .isEqualTo(new Measure.Outcomes(OutcomeSet.NORTHANTS_POSITIVE, CohortBasis.ASSIGNED));
        assertThat(pilot.after()).isEqualTo(Months.parse("2024-04..2025-03"));
        config.evaluations().forEach(design -> design.checkAreas(AreaBook.northamptonshire()));
    }

    @Test
    void shouldLetTheEnvironmentChangeAnEvaluation(@TempDir Path home) throws IOException {
        Path file = Files.writeString(home.resolve("lamplight.conf"), "evaluations.my-pilot { " + PILOT + " }");

        var settings = ConfigFile.read(file, Map.of("LAMPLIGHT_EVALUATIONS_MY_PILOT_AFTER", "2025-04..2026-03"));

        assertThat(ConfigReader.read(settings, home).evaluations())
                .extracting(Design::after)
                .containsExactly(Months.parse("2025-04..2026-03"));
    }

    @Test
    void shouldLetTheEnvironmentGoFirst(@TempDir Path home) throws IOException {
        Path file = Files.writeString(home.resolve("lamplight.conf"), "kafka.port = 1, registry.port = 2");

        var settings = ConfigFile.read(file, Map.of("LAMPLIGHT_KAFKA_PORT", "3", "PATH", "/bin"));

        LamplightConfig config = ConfigReader.read(settings, home);
        assertThat(config.kafka().place()).isEqualTo(new Embedded(new Port(3)));
        assertThat(config.registry().place()).isEqualTo(new Embedded(new Port(2)));
        assertThat(settings.getValue("kafka.port").origin().description()).contains("LAMPLIGHT_KAFKA_PORT");
    }

    @Test
    void shouldRefuseAVariableThatNamesNoSetting(@TempDir Path home) {
        assertThatThrownBy(() -> ConfigFile.read(home.resolve("none"), Map.of("LAMPLIGHT_KAFKA_PROT", "3")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("LAMPLIGHT_KAFKA_PROT names no setting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.port = 70000 | kafka.port is '70000' *: it must be a number from 0 to 65535",
                "kafka.port = [1] | kafka.port is '[1]' *: it must be a single value",
                "kafka.prot = 1 | kafka.prot * is no setting",
                "kafka.bootstrap-servers = nowhere | it must be embedded or host:port",
                "registry.url = nowhere | it must be embedded or the http:// or https:// URL of a registry",
                "streams.threads = 0 | streams.threads is 0: it must be from 1 to 64",
                "streams.clock = moon | it must be wall or data",
                "streams.run = perhaps | it must be embedded or external",
                "kafka.replication-factor = 0 | it must be from 1 to 99, or -1",
                "demo.seed = x | it must be a whole number",
                "database.user = \"A B\" | database.user is A B: it must be lower-case letters",
                "sources.Bad_Name {} | sources.Bad_Name is no name for a source",
                "sources.retail.enabled = perhaps | it must be true or false",
                "sources.retail.colour = red | sources.retail.colour * is no setting",
                "sources.retail = on | sources.retail must be a group",
                "release.at = noon | release.at is 'noon' *: it must be a time of day such as \"06:30\", or off",
                "release.settle = 36 h | release.settle is '36 h' *: it must be whole days",
                "release.settle = -1 d | it must be whole days",
                "release.fill = 1.5 | release.fill is 1.5: it must be from 0 to 1",
                "release.from = 2026 | release.from is '2026' *: it must be a date such as 2026-01-01",
                "release.ward-vintage = old | it must be newest or a year",
                "release.without-consent = perhaps | it must be county, nowhere or everywhere",
                "release.products.retail.periods = days | it must be calendar or weeks",
                "release.products.retail.method = none | it must be rounded or cell-key",
                "release.products.retail.colour = red | release.products.retail.colour * is no setting",
                "evaluations.pilot = on | evaluations.pilot * is no setting",
                "evaluations.pilot.category = retail | evaluations.pilot has no treated, no comparison, no before, no after; docs/CONFIG.md has an example",
                "evaluations.pilot { ${pilot}, colour = red } | evaluations.pilot.colour * is no setting",
                "evaluations.pilot { ${pilot}, basis = recorded } | evaluations.pilot has only one of outcome-set and basis",
                "evaluations.pilot { ${pilot}, basis = recorded, outcome-set = GOOD } | evaluations.pilot.outcome-set is 'GOOD' *: it must be CHARGE_ONLY or NORTHANTS_POSITIVE",
                "evaluations.pilot { ${pilot}, basis = yes, outcome-set = CHARGE_ONLY } | it must be recorded or assigned",
                "evaluations.pilot { ${pilot}, before = 2023 } | evaluations.pilot.before is '2023' *: it must be whole months such as 2023-04..2024-03",
                "evaluations.pilot { ${pilot}, before = \"2023-04..2023-05\" } | evaluations.pilot.before has 2 months and after has 12",
                "evaluations.pilot { ${pilot}, treated = [a] } | evaluations.pilot.treated is '[a]' *: it must be a single value",
                "webhooks.north.url = \"https://a.example/\" | webhooks.north must have council, url, and either secret or secret-file",
                "webhooks.north { ${hook}, secret = hunter2 } | webhooks.north.secret is '…' *: it must be whsec_ and 24 to 64 random bytes",
                "webhooks.north { ${hook}, secret-file = nowhere } | webhooks.north.secret-file is '…' *: it must be a file that can be read",
                "webhooks.north { ${hook}, secret = ${key}, url = \"http://a.example/\" } | webhooks.north.url must be https://host/path",
                "webhooks.north { ${hook}, secret = ${key}, url = \"::\" } | webhooks.north.url is '…' *: it must be a URL",
                "webhooks.north { ${hook}, secret = ${key}, private-network = maybe } | it must be true or false",
                "webhooks.north { ${hook}, secret = ${key}, colour = red } | webhooks.north.colour * is no setting",
                "connect.url = \"http://a:1\" | reach nothing that is embedded here: set kafka.bootstrap-servers",
                "connect.url = \"http://a:1\", kafka.bootstrap-servers = \"a:1\", registry.url = \"http://a:1\" | set database.url",
            })
    void shouldRefuseInASentence(String text, String sentence) {
        assertThatThrownBy(() -> read(
                        text.replace("${pilot}", PILOT).replace("${hook}", HOOK).replace("${key}", KEY)))
                .isInstanceOf(InvalidConfigException.class)
                .message()
                .matches("(?s).*" + toPattern(sentence) + ".*");
    }

    @Test
    void shouldReadAWebhookWithItsSecretInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), KEY.replace("\"", "") + "\n");

        Webhook webhook = read("webhooks.north { %s, secret-file = \"%s\" }".formatted(HOOK, file))
                .webhooks()
                .get(0);

        assertThat(webhook.name()).isEqualTo("north");
        assertThat(webhook.council()).isEqualTo("North");
        assertThat(webhook.url()).hasHost("a.example");
        assertThat(webhook.privateNetwork()).isFalse();
    }

    @Test
    void shouldReportAllProblemsAtOnce() {
        assertThatThrownBy(() -> read("kafka.port = x, streams.clock = moon, demo.sede = 1"))
                .message()
                .contains("kafka.port")
                .contains("streams.clock")
                .contains("demo.sede");
    }

    @Test
    void shouldNotShowASecretThatIsWrong() {
        assertThatThrownBy(() -> read("database.password = [hunter2]"))
                .message()
                .contains("database.password")
                .doesNotContain("hunter2");
    }

    private static String toPattern(String sentence) {
        return "\\Q" + sentence.replace("*", "\\E.*\\Q") + "\\E";
    }

    private static LamplightConfig read(String text) {
        return ConfigReader.read(ConfigFactory.parseString(text), HOME);
    }

    private static SourceConfig source(LamplightConfig config, String name) {
        return config.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

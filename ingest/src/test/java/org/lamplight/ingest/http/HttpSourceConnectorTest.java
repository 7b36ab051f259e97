package org.lamplight.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.ingest.source.Concerns;
import org.lamplight.ingest.source.FakeWorker;

class HttpSourceConnectorTest {
    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    Path root;

    private final HttpSourceConnector connector = new HttpSourceConnector();

    @Test
    void shouldBeFoundAsAPlugin() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(HttpSourceConnector.class));
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void shouldNeverShareItsPagesBetweenTasks() {
        connector.start(scene().settings());

        assertThat(connector.taskConfigs(4)).hasSize(1);
    }

    @Test
    void shouldFindNothingWrongWithGoodSettings() {
        assertThat(errors(scene().settings())).isEmpty();
    }

    @Test
    void shouldReportAllErrorsAtOnce() {
        Map<String, List<String>> errors = errors(scene().with("url", "ftp://host/")
                .with("paging", "sideways")
                .with("bearer.token", "two words\n")
                .with("response.max.bytes", 1)
                .settings());

        assertThat(errors).containsOnlyKeys("url", "paging", "bearer.token", "response.max.bytes");
        assertThat(errors.get("bearer.token").toString()).doesNotContain("two words");
    }

    @Test
    void shouldReportSettingsThatContradictOneAnother() {
        HttpScene scene = scene().with("mapping", Concerns.mapping(root, "csv"))
                .with("url", "http://example.org/")
                .with("bearer.token", "t")
                .with("basic.user", "me")
                .with("tls.keystore", root.resolve("missing.p12"));

        assertThat(errors(scene.settings()))
                .containsOnlyKeys("mapping", "url", "bearer.token", "basic.password", "tls.keystore");
        assertThatThrownBy(scene::worker).isInstanceOf(ConfigException.class);
    }

    @Test
    void shouldRefusePositionsThatAreNone() {
        Map<String, String> ours = Map.of("source", "tests", "url", "http://127.0.0.1/");
        Map<String, Object> offset = Map.of("cursor", "", "item", 3, "prefix", "");

        assertThat(alter(ours, offset)).isTrue();
        assertThat(alter(ours, null)).isTrue();
        assertThatThrownBy(() -> alter(Map.of("source", "tests"), offset)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> alter(ours, Map.of("cursor", ""))).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> alter(ours, Map.of("cursor", "", "item", "3", "prefix", "")))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void shouldProveItselfWithACertificate() throws IOException, InterruptedException {
        Path store = makeStore();
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new Mutual(Tls.context(
                store.toString(), new Password(STORE_PASSWORD), store.toString(), new Password(STORE_PASSWORD))));
        try (FakeServer server = new FakeServer(https)) {
            server.page("/reports", HttpScene.page(1, 3, "null"));
            HttpScene scene = new HttpScene(root, "https://127.0.0.1:" + server.port() + "/reports")
                    .with("tls.truststore", store)
                    .with("tls.truststore.password", STORE_PASSWORD);
            FakeWorker stranger = scene.worker();
            stranger.poll();
            assertThat(server.requests()).isEmpty();

            scene.with("tls.keystore", store).with("tls.keystore.password", STORE_PASSWORD);

            assertThat(scene.worker().drain()).hasSize(2);
        }
    }

    private static final class Mutual extends HttpsConfigurator {
        Mutual(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters mutual = getSSLContext().getDefaultSSLParameters();
            mutual.setNeedClientAuth(true);
            parameters.setSSLParameters(mutual);
        }
    }

    private Path makeStore() throws IOException, InterruptedException {
        Path store = root.resolve("store.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor()).isZero();
        return store;
    }

    private boolean alter(Map<String, ?> partition, Map<String, ?> offset) {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(partition, offset);
        return connector.alterOffsets(scene().settings(), offsets);
    }

    private HttpScene scene() {
        return new HttpScene(root, "http://127.0.0.1/");
    }

    private Map<String, List<String>> errors(Map<String, String> settings) {
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : connector.validate(settings).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}

package org.lamplight.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.parts.StartException;

class EmbeddedRegistryTest {
    private static final int PROCESS_SCHEMAS = 25;

    @TempDir
    private Path directory;

    private EmbeddedRegistry registry;
    private Rest rest;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start(directory, 0);
        rest = new Rest(registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldGiveTheSameSchemaTheSameIdUnderEverySubject() {
        int id = rest.post("/subjects/a/versions", Schemas.FIRST)
                .body()
                .get("id")
                .asInt();

        String respaced = Schemas.FIRST
                .replace(" ", "  ")
                .replace("A  place.", "A place.")
                .replace("Its  name.", "Its name.");
        assertThat(rest.post("/subjects/a/versions", respaced).body().get("id").asInt())
                .isEqualTo(id);
        assertThat(rest.post("/subjects/b/versions", Schemas.FIRST)
                        .body()
                        .get("id")
                        .asInt())
                .isEqualTo(id);
        assertThat(rest.post("/subjects/a/versions", Schemas.numbered(2))
                        .body()
                        .get("id")
                        .asInt())
                .isNotEqualTo(id);
        assertThat(rest.get("/schemas/ids/" + id + "/subjects").body()).hasToString("[\"a\",\"b\"]");
        assertThat(rest.get("/subjects/a/versions").body()).hasToString("[1,2]");
    }

    @Test
    void shouldAnswerInTheContentTypeOfTheApi() {
        assertThat(rest.get("/").contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
        assertThat(rest.get("/nowhere").contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void shouldExplainRefusalsWithTheCodesOfTheApi() {
        rest.post("/subjects/a/versions", Schemas.FIRST);

        assertThat(rest.get("/subjects/none/versions").errorCode()).isEqualTo(40401);
        assertThat(rest.get("/subjects/a/versions/7").errorCode()).isEqualTo(40402);
        assertThat(rest.get("/schemas/ids/77").errorCode()).isEqualTo(40403);
        assertThat(rest.post("/subjects/a", Schemas.SECOND).errorCode()).isEqualTo(40403);
        assertThat(rest.post("/subjects/none", Schemas.SECOND).errorCode()).isEqualTo(40401);
        assertThat(rest.get("/config/a").errorCode()).isEqualTo(40408);
        assertThat(rest.get("/subjects/a/versions/0").errorCode()).isEqualTo(42202);
        assertThat(rest.put("/config/a", "SIDEWAYS").errorCode()).isEqualTo(42203);
        assertThat(rest.get("/nowhere").status()).isEqualTo(404);
        assertThat(rest.send("PUT", "/subjects", "{}").status()).isEqualTo(405);
        assertThat(rest.send("POST", "/subjects/a/versions", "{not json").status())
                .isEqualTo(400);
    }

    @Test
    void shouldRefuseWhatAWebPageCanSend() {
        assertThat(rest.send("POST", "/subjects/a/versions", "{}", "text/plain").status())
                .isEqualTo(415);
    }

    @Test
    void shouldRefuseWhatIsNotAvroOnItsOwn() {
        List<String> invalid =
                List.of("", "{", "{}", "nonsense", "{\"type\":\"record\"}", "{\"type\":\"com.example.Other\"}");

        assertThat(invalid)
                .allSatisfy(schema -> assertThat(
                                rest.post("/subjects/a/versions", schema).errorCode())
                        .isEqualTo(42201));
        assertThat(rest.send("POST", "/subjects/a/versions", "{\"schema\": \"{}\", \"schemaType\": \"JSON\"}")
                        .errorCode())
                .isEqualTo(42201);
        assertThat(rest.send("POST", "/subjects/a/versions", "{}").errorCode()).isEqualTo(42201);
    }

    @Test
    void shouldHoldASubjectToItsLevelAndOthersToTheGlobalOne() {
        rest.post("/subjects/strict/versions", Schemas.FIRST);
        rest.post("/subjects/loose/versions", Schemas.FIRST);
        rest.put("/config/loose", "NONE");

        assertThat(rest.post("/subjects/strict/versions", Schemas.BREAKING).status())
                .isEqualTo(409);
        assertThat(rest.post("/subjects/loose/versions", Schemas.BREAKING).status())
                .isEqualTo(200);

        assertThat(rest.get("/config").body().get("compatibilityLevel").asText())
                .isEqualTo("BACKWARD");
        assertThat(rest.get("/config/loose").body().get("compatibilityLevel").asText())
                .isEqualTo("NONE");
        rest.put("/config", "NONE");
        assertThat(rest.get("/config/strict?defaultToGlobal=true")
                        .body()
                        .get("compatibilityLevel")
                        .asText())
                .isEqualTo("NONE");
        assertThat(rest.post("/subjects/strict/versions", Schemas.BREAKING).status())
                .isEqualTo(200);

        assertThat(rest.delete("/config/loose").status()).isEqualTo(200);
        assertThat(rest.get("/config/loose").errorCode()).isEqualTo(40408);
    }

    @Test
    void shouldCompareWithEveryVersionOnlyWhereTheLevelIsTransitive() {
        // The second version drops the field that the third brings back as another type.
        String dropped = Schemas.SECOND.replace("\"name\": \"note\"", "\"name\": \"remark\"");
        String changed =
                Schemas.SECOND.replace("\"type\": \"string\", \"default\": \"\"", "\"type\": \"long\", \"default\": 0");
        for (String subject : List.of("last", "all")) {
            rest.post("/subjects/" + subject + "/versions", Schemas.SECOND);
            rest.post("/subjects/" + subject + "/versions", dropped);
        }
        rest.put("/config/all", "BACKWARD_TRANSITIVE");

        assertThat(rest.post("/subjects/last/versions", changed).status()).isEqualTo(200);
        assertThat(rest.post("/subjects/all/versions", changed).status()).isEqualTo(409);
    }

    @Test
    void shouldSayWhatSpeaksAgainstAVersion() {
        rest.post("/subjects/a/versions", Schemas.FIRST);

        var verdict = rest.post("/compatibility/subjects/a/versions/latest?verbose=true", Schemas.BREAKING);

        assertThat(verdict.body().get("is_compatible").asBoolean()).isFalse();
        assertThat(verdict.body().get("messages").get(0).asText()).contains("cannot read an older one", "count");
        assertThat(rest.post("/compatibility/subjects/a/versions", Schemas.SECOND)
                        .body())
                .hasToString("{\"is_compatible\":true}");
    }

    @Test
    void shouldDeleteInTwoSteps() {
        int id = rest.post("/subjects/a/versions", Schemas.FIRST)
                .body()
                .get("id")
                .asInt();
        rest.post("/subjects/a/versions", Schemas.SECOND);

        assertThat(rest.delete("/subjects/a/versions/1?permanent=true").errorCode())
                .isEqualTo(40407);
        assertThat(rest.delete("/subjects/a/versions/1").body()).hasToString("1");
        assertThat(rest.get("/subjects/a/versions").body()).hasToString("[2]");
        assertThat(rest.delete("/subjects/a/versions/1").errorCode()).isEqualTo(40406);
        assertThat(rest.delete("/subjects/a?permanent=true").errorCode()).isEqualTo(40405);
        assertThat(rest.delete("/subjects/a").body()).hasToString("[2]");
        assertThat(rest.delete("/subjects/a").errorCode()).isEqualTo(40404);
        assertThat(rest.get("/subjects").body()).isEmpty();
        assertThat(rest.get("/subjects?deleted=true").body()).hasSize(1);
        // Records with a deleted schema can still be read.
        assertThat(rest.get("/schemas/ids/" + id).status()).isEqualTo(200);

        assertThat(rest.delete("/subjects/a?permanent=true").body()).hasToString("[1,2]");
        assertThat(rest.get("/schemas/ids/" + id).errorCode()).isEqualTo(40403);
        assertThat(rest.delete("/subjects/a").errorCode()).isEqualTo(40401);
    }

    @Test
    void shouldTakeAnySubject() {
        rest.post("/subjects/a%2Fb%20c%2Bd+e/versions", Schemas.FIRST);

        assertThat(rest.get("/subjects").body()).hasToString("[\"a/b c+d+e\"]");
    }

    @Test
    void shouldGiveManyClientsAtOnceConsistentIds() {
        List<Integer> ids = IntStream.range(0, 200)
                .parallel()
                .map(i -> rest.post("/subjects/s" + i % 7 + "/versions", Schemas.numbered(i % 20))
                        .body()
                        .get("id")
                        .asInt())
                .boxed()
                .distinct()
                .toList();

        assertThat(ids).hasSize(20).allMatch(id -> id >= 1 && id <= 20);
    }

    @Test
    void shouldRememberEverythingAfterARestart() {
        int id = rest.post("/subjects/a/versions", Schemas.FIRST)
                .body()
                .get("id")
                .asInt();
        rest.post("/subjects/gone/versions", Schemas.SECOND);
        rest.delete("/subjects/gone");
        rest.put("/config/a", "FULL_TRANSITIVE");

        restart();

        assertThat(rest.post("/subjects/a", Schemas.FIRST).body().get("id").asInt())
                .isEqualTo(id);
        assertThat(rest.get("/subjects").body()).hasToString("[\"a\"]");
        assertThat(rest.get("/subjects?deleted=true").body()).hasSize(2);
        assertThat(rest.get("/config/a").body().get("compatibilityLevel").asText())
                .isEqualTo("FULL_TRANSITIVE");
        assertThat(rest.post("/subjects/new/versions", Schemas.numbered(9))
                        .body()
                        .get("id")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void shouldDropALastLineThatWasCutShort() throws IOException {
        rest.post("/subjects/a/versions", Schemas.FIRST);
        registry.close();
        Files.writeString(log(), "{\"change\":\"registered\",\"subj", StandardOpenOption.APPEND);

        restart();

        assertThat(rest.get("/subjects").body()).hasToString("[\"a\"]");
        rest.post("/subjects/b/versions", Schemas.FIRST);
        restart();
        assertThat(rest.get("/subjects").body()).hasToString("[\"a\",\"b\"]");
    }

    @Test
    void shouldNotStartOnADamagedLog() throws IOException {
        rest.post("/subjects/a/versions", Schemas.FIRST);
        registry.close();
        Files.writeString(log(), "garbage\n" + Files.readString(log()));

        assertThatThrownBy(() -> EmbeddedRegistry.start(directory, 0))
                .isInstanceOf(StartException.class)
                .hasMessageContainingAll("Line 1", "schemas.jsonl", "backup");

        Files.delete(log());
        restart();
        assertThat(rest.get("/subjects").body()).isEmpty();
    }

    @Test
    void shouldNotShareItsDirectoryOrPort(@TempDir Path other) {
        int port = Integer.parseInt(registry.url().replaceFirst(".*:", ""));

        assertThatThrownBy(() -> EmbeddedRegistry.start(directory, 0)).isInstanceOf(StartException.class);
        assertThatThrownBy(() -> EmbeddedRegistry.start(other, port))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Port " + port);
    }

    @Test
    void shouldKeepWhatItAcknowledgedWhenItsProcessIsKilled(@TempDir Path fresh)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryProcess.class.getName(),
                        fresh.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Rest victim = new Rest(output.readLine());
            for (int i = 0; i < PROCESS_SCHEMAS; i++) {
                assertThat(victim.post("/subjects/s" + i + "/versions", Schemas.numbered(i))
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (EmbeddedRegistry survivor = EmbeddedRegistry.start(fresh, 0)) {
            assertThat(new Rest(survivor.url()).get("/subjects").body()).hasSize(PROCESS_SCHEMAS);
        }
    }

    private void restart() {
        registry.close();
        start();
    }

    private Path log() {
        return directory.resolve("schemas.jsonl");
    }
}

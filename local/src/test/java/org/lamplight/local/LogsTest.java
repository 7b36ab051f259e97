package org.lamplight.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.config.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);

    @TempDir
    private Path directory;

    @AfterEach
    void reset() throws JoranException {
        MDC.clear();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void shouldWriteAnEventPerLineWithTheFieldsThatAreAllowed() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Logs.begin(LogFormat.JSON, directory);
            MDC.put("person", "CANARY-1");
            LOG.atInfo()
                    .addKeyValue("who", "CANARY-2")
                    .setMessage("Took {} rows.")
                    .addArgument(3)
                    .log();
            LOG.warn("It failed\nin two lines.", new IllegalStateException("why"));
        } finally {
            System.setOut(before);
        }

        String[] lines = written.toString(StandardCharsets.UTF_8).split("\n", -1);
        assertThat(lines).hasSize(3).endsWith("");
        JsonNode first = new ObjectMapper().readTree(lines[0]);
        assertThat((Iterable<String>) () -> names(first))
                .containsExactlyInAnyOrder(
                        "timestamp", "level", "threadName", "loggerName", "formattedMessage", "throwable");
        assertThat(first.path("formattedMessage").asText()).isEqualTo("Took 3 rows.");
        assertThat(new ObjectMapper()
                        .readTree(lines[1])
                        .path("throwable")
                        .path("message")
                        .asText())
                .isEqualTo("why");
        assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("CANARY");
    }

    @Test
    void shouldWriteAFilePerPart() {
        Logs.begin(LogFormat.FILES, directory);

        LOG.info("It works.");

        assertThat(directory.resolve("lamplight.log")).content().contains("It works.");
    }

    private static Iterator<String> names(JsonNode event) {
        return event.fieldNames();
    }
}

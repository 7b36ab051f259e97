package org.lamplight.bench.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions find what they say, at the service and in the database. */
class FullServiceTest {
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.start(List.of());
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    static List<Question> questions() {
        return Question.ALL;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldFindAsManyRowsInBoth(Question question) throws IOException, InterruptedException, SQLException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + question.same()))
                .header("Authorization", "Bearer " + service.token())
                .build();

        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();

        assertThat(answer).contains("\"numberReturned\":" + rows(question) + ",");
    }

    private static int rows(Question question) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/postgres?user=postgres";
        String sql = question.sql().replace(":n", "1000").replace(";", "");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from (" + sql + ") as found")) {
            found.next();
            return found.getInt(1);
        }
    }
}

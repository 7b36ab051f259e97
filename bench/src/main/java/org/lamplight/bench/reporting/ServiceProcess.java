package org.lamplight.bench.reporting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A {@link FullService} that runs. */
final class ServiceProcess implements AutoCloseable {
    private static final int OK = 200;
    /** It says after 5 s that it is too busy. */
    private static final int MOST_TRIES = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final URI address;
    private final int databasePort;
    private final String token;

    private ServiceProcess(Process process) throws IOException {
        this.process = process;
        out = process.inputReader();
        in = process.outputWriter();
        String[] parts = answer().split(" ", -1);
        address = URI.create(parts[0]);
        databasePort = Integer.parseInt(parts[1]);
        token = parts[2];
    }

    /** Starts one, with flags for its JVM beside the usual ones of Lamplight. */
    static ServiceProcess start(List<String> flags) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx768m", "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FullService.class.getName()));
        return new ServiceProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    URI address() {
        return address;
    }

    int databasePort() {
        return databasePort;
    }

    /** An analyst's. */
    String token() {
        return token;
    }

    /** Waits until it has done what it was asked before, and knows the answer to this question. */
    void settle(Question question) throws IOException, InterruptedException {
        for (String path : List.of(question.different(), question.same())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            int status = 0;
            for (int tries = 0; status != OK && tries < MOST_TRIES; tries++) {
                status = client.send(request, BodyHandlers.discarding()).statusCode();
            }
            if (status != OK) {
                throw new IOException("The service answered " + status + " to " + path);
            }
        }
    }

    /** What it uses after a collection. */
    long bytes() throws IOException {
        in.write("\n");
        in.flush();
        return Long.parseLong(answer());
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.onExit().join();
    }

    /** What else is printed is of the JVM. */
    private String answer() throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(FullService.ANSWER)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("The service has ended; what it printed above says why.");
        }
        return line.substring(FullService.ANSWER.length());
    }
}

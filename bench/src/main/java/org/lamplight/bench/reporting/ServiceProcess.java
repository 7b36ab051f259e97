package org.lamplight.bench.reporting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A {@link FullService} that runs. */
final class ServiceProcess implements AutoCloseable {
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

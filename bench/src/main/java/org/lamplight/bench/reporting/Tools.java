package org.lamplight.bench.reporting;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Debian's {@code wrk} and {@code pgbench}, which ask from 50 connections. */
final class Tools implements AutoCloseable {
    private static final int SECONDS = 5;
    private static final String CLIENTS = "50";
    private static final String CORES = "2";
    /** So that no two rounds ask in the same words. */
    private static final long APART = 10_000_000;

    private final Path folder;
    private final ServiceProcess service;
    private long rounds;

    Tools(ServiceProcess service) throws IOException {
        this.service = service;
        folder = Files.createTempDirectory("lamplight-bench");
        try (InputStream script = Tools.class.getResourceAsStream("ask.lua")) {
            Files.copy(script, folder.resolve("ask.lua"));
        }
    }

    /** Where a program is; empty, and said so, if it is not installed. */
    static Optional<String> find(String program, String bundle) {
        Optional<String> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> new File(place, program))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: there is no " + program + " here; apt-get install " + bundle);
        }
        return found;
    }

    /** Asks the service. */
    Figures wrk(String path) throws IOException, InterruptedException {
        String[] figures = run(
                        "wrk",
                        "-t" + CORES,
                        "-c" + CLIENTS,
                        "-d" + SECONDS + "s",
                        "--timeout",
                        "60s",
                        "-s",
                        folder.resolve("ask.lua").toString(),
                        service.address().toString(),
                        "--",
                        service.token(),
                        path,
                        Long.toString(++rounds * APART))
                .lines()
                .filter(line -> line.startsWith("figures "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
        double[] read =
                Arrays.stream(figures).skip(1).mapToDouble(Double::parseDouble).toArray();
        if (read[4] > 0) {
            throw new IOException("Not every question was answered: " + path);
        }
        return new Figures(read[0], read[1], read[2], read[3]);
    }

    /** Asks the database. */
    Figures pgbench(Question question) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("ask.sql"), question.script());
        run(
                "pgbench",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(service.databasePort()),
                "-U",
                "postgres",
                "-n",
                "-M",
                "prepared",
                "-c",
                CLIENTS,
                "-j",
                CORES,
                "-T",
                Integer.toString(SECONDS),
                "-l",
                "--log-prefix=" + folder.resolve("times"),
                "-f",
                script.toString(),
                "postgres");
        LongStream.Builder nanos = LongStream.builder();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "times*")) {
            for (Path log : logs) {
                // client, number, microseconds, ...
                Files.readAllLines(log).forEach(line -> nanos.add(Long.parseLong(line.split(" ", -1)[2]) * 1_000));
                Files.delete(log);
            }
        }
        return Figures.of(nanos.build().toArray(), SECONDS);
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed: " + output);
        }
        return output;
    }
}

package org.lamplight.local.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.local.Programs;

/**
 * What a process and its children take up, as Linux and the JVM say.
 *
 * @param minutes since the first
 * @param heap MB in use right after a full collection
 * @param jvm MB of resident memory of the process
 * @param outside MB of it that are not heap: native memory, code, stacks, and files that are mapped
 * @param postgres MB of memory of its PostgreSQL, what its processes share counted once
 * @param descriptors open files and sockets of both
 */
record Footprint(double minutes, double heap, double jvm, double outside, double postgres, double descriptors) {
    /** How much of a generation is used, and between which addresses it may lie. */
    private static final Pattern GENERATION = Pattern.compile(
            "(?:new generation|tenured generation).* used (\\d+)K \\[0x(\\p{XDigit}+), \\S+ 0x(\\p{XDigit}+)\\)");

    private static final Pattern MAPPING = Pattern.compile("(\\p{XDigit}+)-\\p{XDigit}+ .*");
    private static final double KB_PER_MB = 1024;

    static Footprint of(ProcessHandle process, ProcessHandle server, double minutes) throws IOException {
        String pid = Long.toString(process.pid());
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.run(Path.of("."), Map.of(), jcmd, pid, "GC.run");
        double heap = 0;
        double touched = 0;
        Matcher generation = GENERATION.matcher(Programs.run(Path.of("."), Map.of(), jcmd, pid, "GC.heap_info"));
        while (generation.find()) {
            heap += Long.parseLong(generation.group(1)) / KB_PER_MB;
            touched +=
                    resident(process, Long.parseLong(generation.group(2), 16), Long.parseLong(generation.group(3), 16))
                            / KB_PER_MB;
        }
        double jvm = kilobytes(process, "status", "VmRSS:") / KB_PER_MB;
        List<ProcessHandle> servers =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        return new Footprint(
                minutes,
                heap,
                jvm,
                jvm - touched,
                servers.stream()
                                .mapToLong(each -> kilobytes(each, "smaps_rollup", "Pss:"))
                                .sum()
                        / KB_PER_MB,
                descriptors(process)
                        + servers.stream().mapToLong(Footprint::descriptors).sum());
    }

    /** By how much a measure grows in an hour: the slope of the line of least squares. */
    static double growthInAnHour(List<Footprint> samples, ToDoubleFunction<Footprint> measure) {
        double time = samples.stream().mapToDouble(Footprint::minutes).average().orElseThrow();
        double mean = samples.stream().mapToDouble(measure).average().orElseThrow();
        double covariance = samples.stream()
                .mapToDouble(one -> (one.minutes - time) * (measure.applyAsDouble(one) - mean))
                .sum();
        double variance = samples.stream()
                .mapToDouble(one -> (one.minutes - time) * (one.minutes - time))
                .sum();
        return 60 * covariance / variance;
    }

    /** A process of PostgreSQL may end while it is looked at: then it takes up nothing. */
    private static long kilobytes(ProcessHandle process, String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** KB in memory of what is mapped from one address up to another. */
    private static long resident(ProcessHandle process, long from, long to) throws IOException {
        long kilobytes = 0;
        boolean within = false;
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long start = Long.parseUnsignedLong(mapping.group(1), 16);
                within = Long.compareUnsigned(start, from) >= 0 && Long.compareUnsigned(start, to) < 0;
            } else if (within && line.startsWith("Rss:")) {
                kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kilobytes;
    }

    private static long descriptors(ProcessHandle process) {
        String[] open =
                Path.of("/proc", Long.toString(process.pid()), "fd").toFile().list();
        return open == null ? 0 : open.length;
    }
}

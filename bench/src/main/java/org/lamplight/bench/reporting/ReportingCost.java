package org.lamplight.bench.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamplight.bench.servers.Distribution;

/**
 * How fast the reporting service answers 50 clients, beside what PostgreSQL could do for them; how soon and for how much
 * memory 500 open pages hear of changes; what a page weighs and when its map is there.
 */
public final class ReportingCost {
    private static final int ROUNDS = 3;

    private ReportingCost() {}

    /** Takes flags for the JVM of the service. */
    public static void main(String[] flags) throws Exception {
        try (ServiceProcess service = ServiceProcess.start(List.of(flags))) {
            if (Tools.find("wrk", "wrk").isPresent()) {
                answers(service);
            }
            new LiveCost(service).run();
            PageCost.run(service);
        }
    }

    private static void answers(ServiceProcess service) throws IOException, InterruptedException {
        boolean hasLimit = Tools.find("pgbench", "postgresql-contrib").isPresent();
        System.out.printf("%n| question | how | p50 | p95 | p99 | a second: min | median | max | of the limit |%n"
                + "|---|---|---:|---:|---:|---:|---:|---:|---:|%n");
        try (Tools tools = new Tools(service)) {
            for (Question question : Question.ALL) {
                print(question, rounds(service, tools, question, hasLimit));
            }
        }
    }

    /** Round after round, so that what else the machine does meets all alike; the first is to warm up. */
    private static Map<String, List<Figures>> rounds(
            ServiceProcess service, Tools tools, Question question, boolean hasLimit)
            throws IOException, InterruptedException {
        Map<String, List<Figures>> found = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            if (round == 1) {
                found.clear();
            }
            service.settle(question);
            add(found, "kept", tools.wrk(question.same()));
            add(found, "computed", tools.wrk(question.path()));
            service.settle(question);
            if (hasLimit) {
                add(found, "`pgbench`", tools.pgbench(question));
            }
        }
        return found;
    }

    private static void add(Map<String, List<Figures>> found, String how, Figures figures) {
        found.computeIfAbsent(how, first -> new ArrayList<>()).add(figures);
    }

    private static void print(Question question, Map<String, List<Figures>> found) {
        List<Figures> limit = found.getOrDefault("`pgbench`", List.of());
        found.forEach((how, rounds) -> {
            Figures median = Figures.median(rounds);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.1f | %,.1f | %,.1f | %s | %s |%n",
                    question.name(),
                    how,
                    median.p50(),
                    median.p95(),
                    median.p99(),
                    Distribution.of(rounds.stream()
                                    .mapToDouble(Figures::perSecond)
                                    .toArray())
                            .spread("%,.1f"),
                    limit.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", ratio(rounds, limit)));
        });
    }

    /** The middle of the ratios of each round. */
    private static double ratio(List<Figures> rounds, List<Figures> limit) {
        double[] ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = rounds.get(i).perSecond() / limit.get(i).perSecond();
        }
        return Distribution.of(ratios).median();
    }
}

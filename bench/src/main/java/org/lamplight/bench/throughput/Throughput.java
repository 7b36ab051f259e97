package org.lamplight.bench.throughput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Rounds;
import org.lamplight.bench.servers.Took;

/**
 * What a report costs in our topology on a real broker, with and without its statistics, beside other programs that make the
 * same counts of the same topics.
 */
public final class Throughput {
    private static final int REPORTS = 2_000_000;
    private static final int ROUNDS = 5;

    private final List<String> arguments = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    /** With corrections, and without. */
    private final Map<Boolean, Course> courses = new HashMap<>();

    private final String flink;

    private record Turn(Entry entry, Course course, List<String> flags, String flink) implements Contender {
        @Override
        public String name() {
            return entry.name();
        }

        @Override
        public Took run(int round) throws Exception {
            return course.run(entry, round, flags, flink);
        }
    }

    private Throughput(String[] args) {
        flink = args[0];
        for (String arg : List.of(args).subList(1, args.length)) {
            (arg.startsWith("-") ? flags : arguments).add(arg);
        }
    }

    /**
     * Takes the class path of Flink, how many reports, how many rounds, and who takes part (by default all); and flags for
     * their JVMs, in which {@code %} stands for the contender and the round.
     */
    public static void main(String[] args) throws Exception {
        Throughput throughput = new Throughput(args);
        try {
            throughput.run();
        } finally {
            throughput.courses.values().forEach(Course::close);
        }
    }

    private void run() throws Exception {
        int reports = arguments.isEmpty() ? REPORTS : Integer.parseInt(arguments.get(0));
        int rounds = arguments.size() < 2 ? ROUNDS : Integer.parseInt(arguments.get(1));
        List<String> names = arguments.size() < 3 ? Entry.ALL : arguments.subList(2, arguments.size());
        List<Turn> turns = new ArrayList<>();
        for (Entry entry : names.stream().map(Entry::of).toList()) {
            if (!courses.containsKey(entry.corrected())) {
                courses.put(entry.corrected(), Course.prepare(reports, entry.corrected()));
            }
            turns.add(new Turn(entry, courses.get(entry.corrected()), flags, flink));
        }
        new Rounds(turns).run(rounds).print(System.out);
    }
}

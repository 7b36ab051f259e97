package org.lamplight.local.demo;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;

/**
 * A load of any size with a known answer, for tests and benchmarks: reports with corrections that move them in place
 * and time, withdrawals, rows sent twice, versions out of order and bad rows; and, from the plan alone and without any
 * rule of the pipeline, which reports must stand in the end and how.
 *
 * <p>Everything is a function of rows, seed and date, made when it is asked for, so a plan takes no memory to speak of.
 */
public final class LoadPlan {
    private static final int BLOCK = 5_000;

    private final long rows;
    private final long seed;
    private final LoadKind kind;
    private final long wholeCases;
    private final long cases;

    private LoadPlan(long rows, long seed, LoadKind kind) {
        this.rows = rows;
        this.seed = seed;
        this.kind = kind;
        long whole = 0;
        long left = rows;
        for (int next = LoadCase.of(seed, 0).rows();
                next <= left;
                next = LoadCase.of(seed, whole).rows()) {
            left -= next;
            whole++;
        }
        this.wholeCases = whole;
        this.cases = whole + left;
    }

    /**
     * Retail submissions.
     *
     * @param rows rows in all files together, headers apart
     * @param today everything happened and was sent before this date
     */
    public static LoadPlan retail(long rows, long seed, AreaBook book, LocalDate today) {
        return new LoadPlan(rows, seed, new RetailLoad(book, seed, today));
    }

    /** Hate referrals, some of which come or become without consent that the police see them; see {@link #retail}. */
    public static LoadPlan helpline(long rows, long seed, AreaBook book, LocalDate today) {
        return new LoadPlan(rows, seed, new HelplineLoad(book, seed, today));
    }

    /** Id of the source. */
    public String source() {
        return kind.export().source();
    }

    /** Rows in all files together, headers apart. */
    public long rows() {
        return rows;
    }

    /** Rows that must be rejected. */
    public long bad() {
        return cases().filter(LoadCase::bad).count();
    }

    /** Reports with more than one version. */
    public long changed() {
        return cases().filter(one -> one.versions() > 1).count();
    }

    /** Reports that must have been taken back. */
    public long withdrawn() {
        return cases().filter(LoadCase::withdrawn).count();
    }

    /** The reports that must stand once everything is in, in no order that matters. */
    public Stream<Standing> standing() {
        return cases().filter(LoadCase::stands).map(kind::standing);
    }

    /**
     * Writes every row there is, versions of a report out of order and in different files, into the source's inbox.
     *
     * @throws UncheckedIOException if a file cannot be written
     */
    public void write(Path inboxRoot, int rowsPerFile) {
        LoadFiles files = new LoadFiles(new Inbox(inboxRoot), kind.export(), "load", rowsPerFile);
        for (long start = 0; start < cases + BLOCK; start += BLOCK) {
            List<String> lines = new ArrayList<>();
            block(start).map(first -> kind.row(first, 1)).forEach(lines::add);
            block(start - BLOCK).flatMap(this::laterRows).forEach(lines::add);
            Collections.shuffle(lines, new Random(seed + start));
            files.add(lines);
        }
        files.finish();
    }

    /** Writes only the version of each report that stands in the end: as if no other had ever come. */
    public void writeStanding(Path inboxRoot, int rowsPerFile) {
        LoadFiles files = new LoadFiles(new Inbox(inboxRoot), kind.export(), "standing", rowsPerFile);
        cases().filter(LoadCase::stands).forEach(one -> files.add(List.of(kind.row(one, one.versions()))));
        files.finish();
    }

    private Stream<String> laterRows(LoadCase one) {
        Stream<String> later =
                LongStream.rangeClosed(2, one.versions()).mapToObj(version -> kind.row(one, (int) version));
        return one.resent() ? Stream.concat(later, Stream.of(kind.row(one, one.versions()))) : later;
    }

    private Stream<LoadCase> cases() {
        return LongStream.range(0, cases).mapToObj(this::one);
    }

    private Stream<LoadCase> block(long start) {
        return LongStream.range(Math.max(0, start), Math.min(cases, start + BLOCK))
                .mapToObj(this::one);
    }

    /** The last few are plain, so that the rows come out even. */
    private LoadCase one(long number) {
        return number < wholeCases ? LoadCase.of(seed, number) : LoadCase.plain(number);
    }
}

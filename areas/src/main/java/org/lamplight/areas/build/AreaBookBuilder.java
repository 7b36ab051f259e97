package org.lamplight.areas.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaBookException;

/**
 * Builds an area book from a definition and the boundary files that it names: reads the wards of every vintage, takes
 * the newest for the force, fits the older ones to it, and adds councils, force and zones.
 */
public final class AreaBookBuilder {
    private final Path folder;
    private final Progress progress;

    /**
     * A builder.
     *
     * @param folder what the file names in a definition are relative to
     * @param progress is told how far it has come
     */
    public AreaBookBuilder(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Builds the book that the definition describes; the same input always gives the same book.
     *
     * @throws AreaBookException if the definition or the boundaries cannot make a book, listing every problem found
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public AreaBook build(Path definition) {
        return new Run(Definition.read(definition)).book();
    }

    /** One building; a problem that hides others ends it at once. */
    private final class Run {
        private final Definition definition;
        private final List<String> problems = new ArrayList<>();
        private final long steps;
        private long done;

        Run(Definition definition) {
            this.definition = definition;
            this.steps = 2L * definition.wards().size() + definition.zones().size() + 1;
        }

        AreaBook book() {
            List<Vintage> vintages = vintages();
            Vintage newest = vintages.get(0);
            check(newest);
            vintages.stream()
                    .skip(1)
                    .forEach(older -> fit(older, newest.wardOfCell().keySet()));
            stopOnProblems();

            AreaCells areas = new AreaCells(definition, newest);
            vintages.forEach(areas::addWards);
            areas.addCouncils();
            areas.addForce();
            addZones(areas, vintages);
            stopOnProblems();

            step("compacting the cells");
            AreaBook book = AreaBook.of(definition.attribution(), areas.cells());
            step("done");
            return book;
        }

        /** The newest first. */
        private List<Vintage> vintages() {
            Checks.vintages(definition.wards()).forEach(problems::add);
            stopOnProblems();
            VintageReader reader = new VintageReader(folder::resolve, problems::add);
            List<Vintage> vintages = new ArrayList<>();
            for (Definition.Wards wards : definition.wards()) {
                step("reading the wards of " + wards.vintage());
                vintages.add(reader.read(wards));
            }
            vintages.sort(Comparator.comparing(Vintage::year).reversed());
            return vintages;
        }

        private void check(Vintage newest) {
            step("checking the wards of " + newest.year());
            Checks.councils(newest, councils()).forEach(problems::add);
            Checks.councilsWithoutWards(newest, definition.councils()).forEach(problems::add);
            if (!definition.enclaves()) {
                Checks.gaps(newest).forEach(problems::add);
            }
        }

        private void fit(Vintage older, Set<Long> force) {
            step("fitting the wards of " + older.year());
            Checks.councils(older, councils()).forEach(problems::add);
            Checks.bare(older, force).forEach(problems::add);
            Fit.fit(older, force);
        }

        private void addZones(AreaCells areas, List<Vintage> vintages) {
            ZoneCells shapes = new ZoneCells(folder::resolve, vintages);
            for (Definition.Zone zone : definition.zones()) {
                step("drawing " + zone.name());
                areas.addZone(zone, shapes.of(zone), problems::add);
            }
        }

        private Set<String> councils() {
            return definition.councils().stream().map(Definition.Named::code).collect(Collectors.toSet());
        }

        private void step(String what) {
            progress.update(what, done++, steps);
        }

        private void stopOnProblems() {
            if (!problems.isEmpty()) {
                throw new AreaBookException(problems);
            }
        }
    }
}

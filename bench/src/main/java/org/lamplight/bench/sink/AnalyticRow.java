package org.lamplight.bench.sink;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.EmergingClass;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;

/**
 * A made-up row of the analysts' tables, with all statistics: hotspots and trends take turns.
 *
 * @param topic its topic
 * @param key its key there
 * @param value the row
 * @param count the count in it by which versions are told apart
 */
record AnalyticRow(Topic<?> topic, String key, SpecificRecord value, long count) {
    private static final int KINDS = 2;
    private static final int MOST = 50;
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2000, 1, 3);
    private static final List<String> CATEGORIES = List.of(
            "streetsafe",
            "retail",
            "stop-hate-uk",
            "retail.violence",
            "retail.robbery",
            "retail.theft",
            "retail.damage",
            "retail.threats",
            "streetsafe.lighting",
            "streetsafe.following");

    /** Makes rows over the areas of a book. */
    static final class Maker {
        private final String force;
        private final long[] cells;
        private final List<Area> areas;

        Maker(AreaBook book) {
            this.force = book.force();
            this.cells = book.cells(Cells.RESOLUTION);
            this.areas = book.areas();
        }

        /**
         * A version of a row.
         *
         * @param number which row
         * @param version from 1
         */
        AnalyticRow of(int number, int version) {
            SplittableRandom random = new SplittableRandom(31L * number + version);
            long count = (long) random.nextInt(MOST) * KINDS + version % KINDS;
            String category = CATEGORIES.get(number / KINDS % CATEGORIES.size());
            int place = number / KINDS / CATEGORIES.size();
            return number % KINDS == 0
                    ? hotspot(category, cells[place], count, random)
                    : trend(
                            category,
                            areas.get(place % areas.size()),
                            FIRST_MONDAY.plusWeeks(place / areas.size()),
                            count,
                            random);
        }

        private AnalyticRow hotspot(String category, long cell, long count, SplittableRandom random) {
            Hotspot row = Hotspot.newBuilder()
                    .setForce(force)
                    .setCategory(category)
                    .setCell(Cells.name(cell))
                    .setResolution(Cells.RESOLUTION)
                    .setLatitude(Cells.centre(cell).lat)
                    .setLongitude(Cells.centre(cell).lng)
                    .setWard("E05013227")
                    .setCouncil("E06000062")
                    .setAsOf(AS_OF)
                    .setCellCount7(count / 4)
                    .setCellCount28(count)
                    .setCellCount56(count * 2)
                    .setDiskCount7(count / 3)
                    .setDiskCount28(count + 2)
                    .setDiskCount56(count * 2 + 4)
                    .setIntensity(random.nextDouble())
                    .setRank(random.nextInt(cells.length))
                    .setGiZ(random.nextDouble())
                    .setGiP(random.nextDouble())
                    .setGiQ(random.nextDouble())
                    .setExpected28(random.nextDouble())
                    .setEmergenceP7(random.nextDouble())
                    .setEmergenceP28(random.nextDouble())
                    .setEmergenceP56(random.nextDouble())
                    .setEmergenceP(random.nextDouble())
                    .setEmergenceQ(random.nextDouble())
                    .setStatus(AlertStatus.NONE)
                    .setPAbove(random.nextDouble())
                    .setEmergingClass(EmergingClass.NONE)
                    .setProvisional(false)
                    .setExplanation(count + " reports in 28 days in and around the cell, where 1.7 were expected.")
                    .setCaution("Few reports: one more or less changes much.")
                    .build();
            return new AnalyticRow(Topics.HOTSPOT, String.join("/", force, category, Cells.name(cell)), row, count);
        }

        private static AnalyticRow trend(
                String category, Area area, LocalDate monday, long count, SplittableRandom random) {
            Trend row = Trend.newBuilder()
                    .setArea(area.code())
                    .setAreaKind(AreaKind.valueOf(area.kind().name()))
                    .setCategory(category)
                    .setPeriod(PeriodKind.WEEK)
                    .setFirstDay(monday)
                    .setLastDay(monday.plusDays(6))
                    .setObserved(count)
                    .setResidents(6000L)
                    .setRatePer1000(count / 6.0)
                    .setRateLow(count / 7.0)
                    .setRateHigh(count / 5.0)
                    .setAsOf(AS_OF)
                    .setCompleteness(1.0)
                    .setSeason(random.nextDouble())
                    .setExpected(random.nextDouble())
                    .setDispersion(random.nextDouble())
                    .setRatio(random.nextDouble())
                    .setPRise(random.nextDouble())
                    .setPFall(random.nextDouble())
                    .setQRise(random.nextDouble())
                    .setStatus(AlertStatus.NONE)
                    .setExplanation("More than expected, within what chance brings.")
                    .build();
            return new AnalyticRow(
                    Topics.TREND,
                    String.join("/", area.code(), category, PeriodKind.WEEK.name(), monday.toString()),
                    row,
                    count);
        }
    }
}

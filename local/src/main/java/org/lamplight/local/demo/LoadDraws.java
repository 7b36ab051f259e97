package org.lamplight.local.demo;

import com.uber.h3core.util.LatLng;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

/** What each version of a report of a load says, drawn anew from the seed, the report's number and the version. */
final class LoadDraws {
    private static final int DAYS = 300;
    private static final int NEWEST_DAYS_AGO = 8;
    private static final int FIRST_SENT_DAYS_AGO = 7;

    private final long[] cells;
    private final long seed;
    private final LocalDate today;

    LoadDraws(AreaBook book, long seed, LocalDate today) {
        this.cells = book.cells(Cells.RESOLUTION);
        this.seed = seed;
        this.today = today;
    }

    /**
     * What a version says.
     *
     * @param cell a cell of the county; rows give its centre, so that rounding cannot move it out
     * @param occurred local time at which it happened
     * @param sent noon of the day on which the version was sent, later for each version
     * @param pence an amount of money
     * @param more source of whatever else the row needs
     */
    record Draw(long cell, LocalDateTime occurred, LocalDateTime sent, int pence, SplittableRandom more) {
        Point point() {
            LatLng centre = Cells.centre(cell);
            return new Point(centre.lat, centre.lng);
        }

        String cellName() {
            return Cells.name(cell);
        }

        Instant occurredAt() {
            return occurred.atZone(London.ZONE).toInstant();
        }

        Instant sentAt() {
            return sent.atZone(London.ZONE).toInstant();
        }
    }

    Draw of(LoadCase one, int version) {
        SplittableRandom random = new SplittableRandom(31 * (31 * seed + one.number()) + version);
        LocalDate day = today.minusDays(NEWEST_DAYS_AGO + random.nextInt(DAYS));
        return new Draw(
                cells[random.nextInt(cells.length)],
                day.atTime(9 + random.nextInt(12), random.nextInt(60)),
                today.minusDays(FIRST_SENT_DAYS_AGO).plusDays(version).atTime(12, 0),
                100 + random.nextInt(99_900),
                random);
    }
}

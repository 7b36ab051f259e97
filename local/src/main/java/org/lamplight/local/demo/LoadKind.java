package org.lamplight.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.uber.h3core.util.LatLng;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

/** What the rows of a load say: each version draws its place, time and the rest anew. */
sealed interface LoadKind {
    Export export();

    String row(LoadCase one, int version);

    Standing standing(LoadCase one);

    /** What a version says, drawn from the seed, the report's number and the version. */
    final class Draws {
        private static final int DAYS = 300;
        private static final int NEWEST_DAYS_AGO = 8;
        private static final int FIRST_SENT_DAYS_AGO = 7;

        private final long[] cells;
        private final long seed;
        private final LocalDate today;

        Draws(AreaBook book, long seed, LocalDate today) {
            this.cells = book.cells(Cells.RESOLUTION);
            this.seed = seed;
            this.today = today;
        }

        /**
         * @param cell a cell of the county; rows give its centre, so that rounding cannot move it out
         * @param sent noon of the day on which the version was sent, later for each version
         */
        record Draw(long cell, LocalDateTime occurred, LocalDateTime sent, int pence, SplittableRandom more) {
            Point point() {
                LatLng centre = Cells.centre(cell);
                return new Point(centre.lat, centre.lng);
            }
        }

        Draw of(LoadCase one, int version) {
            SplittableRandom random = new SplittableRandom(31 * (31 * seed + one.number()) + version);
            return new Draw(
                    cells[random.nextInt(cells.length)],
                    today.minusDays(NEWEST_DAYS_AGO + random.nextInt(DAYS))
                            .atTime(9 + random.nextInt(12), random.nextInt(60)),
                    today.minusDays(FIRST_SENT_DAYS_AGO).plusDays(version).atTime(12, 0),
                    100 + random.nextInt(99_900),
                    random);
        }
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(London.ZONE).toInstant();
    }

    private static String ownId(LoadCase one) {
        return String.format(Locale.ROOT, "LOAD-%08d", one.number());
    }

    /** Retail submissions, corrected in place, time and value, the last correction closing the case. */
    record RetailLoad(Draws draws, Grid grid) implements LoadKind {
        private static final int CLOSING_VERSION = 3;
        private static final String CLOSED_AS = "1";

        RetailLoad(AreaBook book, long seed, LocalDate today) {
            this(new Draws(book, seed, today), new Grid());
        }

        @Override
        public Export export() {
            return Retail.EXPORT;
        }

        @Override
        public String row(LoadCase one, int version) {
            Draws.Draw draw = draws.of(one, version);
            Grid.Reference at = grid.of(draw.point());
            Fields row = new CsvFields(Retail.COLUMNS, ";")
                    .set("Incident No", ownId(one))
                    .set("Last updated", Retail.SECOND.format(draw.sent()))
                    .set("Reported", Retail.MINUTE.format(draw.sent()))
                    .set("From", Retail.MINUTE.format(draw.occurred()))
                    .set("To", Retail.MINUTE.format(draw.occurred()))
                    .set("Store ID", "L" + draw.more().nextInt(1000))
                    .set("Store", Canary.of("STORE", one.number()))
                    .set("Offender", Canary.of("OFFENDER", one.number()))
                    .set("Easting", Long.toString(one.bad() ? at.northing() : at.easting()))
                    .set("Northing", Long.toString(one.bad() ? at.easting() : at.northing()))
                    .set("Type", "Shoplifting")
                    .set("Value stolen", String.format(Locale.ROOT, "£%d.%02d", draw.pence() / 100, draw.pence() % 100))
                    .set("Stage", "Incident")
                    .set("Status", one.withdrawnBy(version) ? "Withdrawn" : closes(version) ? "Closed" : "Open");
            List.of(
                            "Violence",
                            "Threat",
                            "Verbal abuse",
                            "Weapon",
                            "Injury",
                            "CCTV",
                            "Statement",
                            "Images",
                            "Known offender")
                    .forEach(flag -> row.set(flag, draw.more().nextInt(4) == 0 ? "Y" : "N"));
            if (closes(version)) {
                row.set("Outcome", CLOSED_AS).set("Outcome date", Retail.DAY.format(draw.sent()));
            }
            return row.line();
        }

        private static boolean closes(int version) {
            return version >= CLOSING_VERSION;
        }

        @Override
        public Standing standing(LoadCase one) {
            Draws.Draw draw = draws.of(one, one.versions());
            return new Standing(
                    export().source(),
                    ownId(one),
                    instant(draw.sent()).toEpochMilli(),
                    Cells.name(draw.cell()),
                    instant(draw.occurred()),
                    instant(draw.occurred()),
                    (long) draw.pence(),
                    closes(one.versions()) ? CLOSED_AS : null);
        }
    }

    /** Hate referrals; consent is drawn anew for each version, so it comes and goes. */
    record HelplineLoad(Draws draws) implements LoadKind {
        private static final List<String> STRANDS = List.of("Race", "Disability", "Religion", "Age");

        HelplineLoad(AreaBook book, long seed, LocalDate today) {
            this(new Draws(book, seed, today));
        }

        @Override
        public Export export() {
            return Helpline.EXPORT;
        }

        @Override
        public String row(LoadCase one, int version) {
            Draws.Draw draw = draws.of(one, version);
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("caseRef", ownId(one)).put("version", version);
            if (one.withdrawnBy(version)) {
                return root.put("status", "withdrawn").toString();
            }
            BigDecimal latitude = new BigDecimal(Point.text(draw.point().latitude()));
            BigDecimal longitude = new BigDecimal(Point.text(draw.point().longitude()));
            root.put("status", version == 1 ? "open" : "updated")
                    .put("receivedAt", instant(draw.sent()).toString());
            root.putObject("incident")
                    .put("from", draw.occurred().toString())
                    .putNull("to")
                    .put("lat", one.bad() ? longitude : latitude)
                    .put("lng", one.bad() ? latitude : longitude);
            root.putObject("consent").put("police", consent(draw)).put("council", false);
            root.putArray("strands").add(STRANDS.get(draw.pence() % STRANDS.size()));
            root.put("recordedAs", "Hate incident").putObject("caller").put("name", Canary.of("NAME", one.number()));
            return root.toString();
        }

        private static boolean consent(Draws.Draw draw) {
            return draw.pence() % 5 != 0;
        }

        @Override
        public Standing standing(LoadCase one) {
            Draws.Draw draw = draws.of(one, one.versions());
            return new Standing(
                    export().source(),
                    ownId(one),
                    one.versions(),
                    consent(draw) ? Cells.name(draw.cell()) : null,
                    instant(draw.occurred()),
                    instant(draw.occurred()),
                    null,
                    null);
        }
    }
}

package org.lamplight.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lamplight.areas.AreaBook;

/** A load of retail submissions: each correction changes place, time and value, the later ones close the case. */
record RetailLoad(LoadDraws draws, Grid grid) implements LoadKind {
    private static final int CLOSING_VERSION = 3;
    private static final String CLOSED_AS = "1";
    private static final List<String> FLAGS = List.of(
            "Violence", "Threat", "Verbal abuse", "Weapon", "Injury", "CCTV", "Statement", "Images", "Known offender");

    RetailLoad(AreaBook book, long seed, LocalDate today) {
        this(new LoadDraws(book, seed, today), new Grid());
    }

    @Override
    public Export export() {
        return Retail.EXPORT;
    }

    @Override
    public String row(LoadCase one, int version) {
        LoadDraws.Draw draw = draws.of(one, version);
        Fields row = new CsvFields(Retail.COLUMNS, ";")
                .set("Incident No", LoadKind.ownId(one))
                .set("Last updated", Retail.SECOND.format(draw.sent()))
                .set("Reported", Retail.MINUTE.format(draw.sent()))
                .set("From", Retail.MINUTE.format(draw.occurred()))
                .set("To", Retail.MINUTE.format(draw.occurred()))
                .set("Store ID", "L" + draw.more().nextInt(1000))
                .set("Store", Canary.of("STORE", one.number()))
                .set("Offender", Canary.of("OFFENDER", one.number()))
                .set("Type", "Shoplifting")
                .set("Value stolen", String.format(Locale.ROOT, "£%d.%02d", draw.pence() / 100, draw.pence() % 100))
                .set("Stage", "Incident")
                .set("Status", one.withdrawnBy(version) ? "Withdrawn" : "Open");
        locate(row, draw, one.bad());
        FLAGS.forEach(flag -> row.set(flag, draw.more().nextInt(4) == 0 ? "Y" : "N"));
        if (closes(version)) {
            row.set("Outcome", CLOSED_AS).set("Outcome date", Retail.DAY.format(draw.sent()));
        }
        return row.line();
    }

    private void locate(Fields row, LoadDraws.Draw draw, boolean swapped) {
        Grid.Reference at = grid.of(draw.point());
        row.set(swapped ? "Northing" : "Easting", Long.toString(at.easting()));
        row.set(swapped ? "Easting" : "Northing", Long.toString(at.northing()));
    }

    private static boolean closes(int version) {
        return version >= CLOSING_VERSION;
    }

    @Override
    public Standing standing(LoadCase one) {
        LoadDraws.Draw draw = draws.of(one, one.versions());
        return new Standing(
                export().source(),
                LoadKind.ownId(one),
                draw.sentAt().toEpochMilli(),
                draw.cellName(),
                draw.occurredAt(),
                draw.occurredAt(),
                (long) draw.pence(),
                closes(one.versions()) ? CLOSED_AS : null);
    }
}

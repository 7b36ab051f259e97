package org.lamplight.streams.surface;

import com.uber.h3core.util.LatLng;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.lamplight.schemas.Hotspot;

/** What a snapshot says of one cell, as the row that analysts read. */
final class HotspotRows {
    private HotspotRows() {}

    /** The row; {@code alert} is the id of the alert the cell belongs to, or null. */
    static Hotspot row(Surface surface, Snapshot snapshot, int cell, String alert) {
        Grid grid = surface.grid();
        LatLng centre = grid.centre(cell);
        OptionalInt rank = snapshot.rank(cell);
        return Hotspot.newBuilder()
                .setForce(surface.series().force())
                .setCategory(surface.series().category())
                .setCell(grid.name(cell))
                .setResolution(grid.resolution())
                .setLatitude(centre.lat)
                .setLongitude(centre.lng)
                .setWard(grid.ward(cell).orElse(null))
                .setCouncil(grid.council(cell).orElse(null))
                .setAsOf(LocalDate.ofEpochDay(snapshot.asOf()))
                .setCellCount7(snapshot.cellCount(0, cell))
                .setCellCount28(snapshot.cellCount(1, cell))
                .setCellCount56(snapshot.cellCount(2, cell))
                .setDiskCount7(snapshot.diskCount(0, cell))
                .setDiskCount28(snapshot.diskCount(1, cell))
                .setDiskCount56(snapshot.diskCount(2, cell))
                .setIntensity(snapshot.intensity(cell))
                .setRank(rank.isPresent() ? rank.getAsInt() : null)
                .setGiZ(known(snapshot.giZ(cell)))
                .setGiP(snapshot.giP(cell))
                .setGiQ(snapshot.giQ(cell))
                .setExpected28(known(snapshot.expected(1, cell)))
                .setEmergenceP7(known(snapshot.emergenceP(0, cell)))
                .setEmergenceP28(known(snapshot.emergenceP(1, cell)))
                .setEmergenceP56(known(snapshot.emergenceP(2, cell)))
                .setEmergenceP(snapshot.hasHistory() ? (Double) snapshot.emergenceP(cell) : null)
                .setEmergenceQ(snapshot.hasHistory() ? (Double) snapshot.emergenceQ(cell) : null)
                .setStatus(snapshot.status(cell))
                .setPAbove(known(snapshot.above(cell)))
                .setEmergingClass(snapshot.emergingClass(cell).orElse(null))
                .setProvisional(snapshot.isProvisional())
                .setAlert(alert)
                .setExplanation(HotspotSentences.explanation(snapshot, cell))
                .setCaution(HotspotSentences.caution(surface, cell).orElse(null))
                .build();
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}

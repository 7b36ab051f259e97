package org.lamplight.streams.surface;

import com.uber.h3core.util.LatLng;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Hotspot;

/** What a snapshot says of one cell, as the row that analysts read. */
final class HotspotRows {
    private HotspotRows() {}

    static Hotspot row(Surface surface, Snapshot snapshot, int cell) {
        Grid grid = surface.grid();
        LatLng centre = grid.centre(cell);
        OptionalInt rank = snapshot.rank(cell);
        return Hotspot.newBuilder()
                .setForce(surface.series().force())
                .setCategory(surface.series().category())
                .setCell(Cells.name(grid.cell(cell)))
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
                .build();
    }
}

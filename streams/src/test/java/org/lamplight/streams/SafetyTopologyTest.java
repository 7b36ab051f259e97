package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.concern;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.report;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.Live.AsOf;

class SafetyTopologyTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();

    private Pipeline pipeline;

    @BeforeEach
    void open() {
        pipeline = new Pipeline(BOOK, local("2026-03-10T12:00"), AsOf.WALL);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldCountAReportInEveryTableItBelongsTo() {
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL).build()));

        pipeline.settle();

        String cell = Cells.name(Cells.parent(HEMMINGWELL, 8));
        Hotspot hotspot = pipeline.table(Topics.HOTSPOT).get("E23000022/streetsafe.place/" + cell);
        assertThat(hotspot.getCellCount7()).isEqualTo(1);
        assertThat(hotspot.getRank()).isEqualTo(1);
        assertThat(pipeline.table(Topics.INCIDENT)).containsOnlyKeys("a1");
        Trend week = pipeline.table(Topics.TREND).get("E06000061/streetsafe/WEEK/2026-03-09");
        assertThat(week.getObserved()).isEqualTo(1);
        assertThat(pipeline.table(Topics.FEED_HEALTH).get("streetsafe").getAccepted())
                .isEqualTo(1);
    }
}

package org.lamplight.ingest.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Reads a text as the moment, local day or local month it names; knows the zone's clock changes. */
public final class TimeText {
    private final List<TimeFormat> formats;
    private final ZoneId zone;

    /**
     * Texts in one of some formats.
     *
     * @param formats tried in this order
     * @param zone of texts that name no offset
     */
    public TimeText(List<TimeFormat> formats, ZoneId zone) {
        this.formats = List.copyOf(formats);
        this.zone = zone;
    }

    /** The stretch of time that a text names. */
    public Span span(String text, String field) {
        TemporalAccessor time = parse(text, field);
        if (time instanceof OffsetDateTime moment) {
            return Span.at(moment.toInstant().toEpochMilli());
        } else if (time instanceof LocalDateTime moment) {
            return Span.at(moment(moment, field));
        } else if (time instanceof YearMonth month) {
            return between(month.atDay(1), month.plusMonths(1).atDay(1));
        }
        return day(LocalDate.from(time));
    }

    /** The date that a text names, whose formats name a day. */
    public LocalDate date(String text, String field) {
        return LocalDate.from(parse(text, field));
    }

    /** The time of day that a text names, whose formats name one. */
    public LocalTime timeOfDay(String text, String field) {
        return LocalTime.from(parse(text, field));
    }

    /** The whole of a local day, which has 23 or 25 hours when the clocks change. */
    public Span day(LocalDate date) {
        return between(date, date.plusDays(1));
    }

    /**
     * The moment of a local time. One that comes twice, as the clocks go back, is taken as the earlier; one that never
     * came, as they went forward, breaks a rule.
     */
    public long moment(LocalDateTime local, String field) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new BrokenRule(Rule.TIME_MISSING_LOCAL, field);
        }
        return local.toInstant(offsets.get(0)).toEpochMilli();
    }

    private Span between(LocalDate first, LocalDate next) {
        return new Span(startOf(first), startOf(next));
    }

    private long startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private TemporalAccessor parse(String text, String field) {
        for (TimeFormat format : formats) {
            TemporalAccessor parsed = parse(format, text);
            if (parsed != null) {
                return parsed;
            }
        }
        throw new BrokenRule(Rule.TIME_INVALID, field);
    }

    private static TemporalAccessor parse(TimeFormat format, String text) {
        try {
            return format.parse(text);
        } catch (DateTimeException e) {
            return null; // the text is in another format, or in none
        }
    }
}

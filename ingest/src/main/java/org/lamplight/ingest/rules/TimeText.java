package org.lamplight.ingest.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
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

    /** Whether every format says just this much. */
    public boolean isAlways(TimeFormat.Precision precision) {
        return formats.stream().allMatch(format -> format.precision() == precision);
    }

    /** The stretch of time that a text names. */
    public Span span(String text, String field) {
        for (TimeFormat format : formats) {
            TemporalAccessor parsed = parsed(format, text);
            if (parsed != null) {
                return switch (format.precision()) {
                    case MOMENT -> Span.at(moment(parsed, field));
                    case DAY -> day(LocalDate.from(parsed));
                    case MONTH -> month(YearMonth.from(parsed));
                    case TIME_OF_DAY -> throw new IllegalStateException("A time of day alone is no stretch of time");
                };
            }
        }
        throw new BrokenRule(Rule.TIME_INVALID, field);
    }

    /** The date that a text names, whose formats name a day. */
    public LocalDate date(String text, String field) {
        return LocalDate.from(anyOf(text, field));
    }

    /** The time of day that a text names, whose formats name one. */
    public LocalTime timeOfDay(String text, String field) {
        return LocalTime.from(anyOf(text, field));
    }

    /** The whole of a local day, which has 23 or 25 hours when the clocks change. */
    public Span day(LocalDate date) {
        return new Span(startOf(date), startOf(date.plusDays(1)));
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
        return millis(local, offsets.get(0));
    }

    private long moment(TemporalAccessor parsed, String field) {
        LocalDateTime local = LocalDateTime.from(parsed);
        return parsed.isSupported(ChronoField.OFFSET_SECONDS)
                ? millis(local, ZoneOffset.from(parsed))
                : moment(local, field);
    }

    private Span month(YearMonth month) {
        return new Span(startOf(month.atDay(1)), startOf(month.plusMonths(1).atDay(1)));
    }

    private long startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private TemporalAccessor anyOf(String text, String field) {
        for (TimeFormat format : formats) {
            TemporalAccessor parsed = parsed(format, text);
            if (parsed != null) {
                return parsed;
            }
        }
        throw new BrokenRule(Rule.TIME_INVALID, field);
    }

    private static TemporalAccessor parsed(TimeFormat format, String text) {
        try {
            return format.parse(text);
        } catch (DateTimeException e) {
            return null; // the text is in another format, or in none
        }
    }

    private static long millis(LocalDateTime local, ZoneOffset offset) {
        return local.toInstant(offset).toEpochMilli();
    }
}

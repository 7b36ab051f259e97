package org.lamplight.bench.flink;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.lamplight.bench.throughput.Counting;

/** Names the day of a count. */
final class DayCount implements WindowFunction<Long, Tuple2<String, Long>, String, TimeWindow> {
    private static final long serialVersionUID = 1;

    @Override
    public void apply(String place, TimeWindow day, Iterable<Long> counts, Collector<Tuple2<String, Long>> out) {
        String key = Counting.key(place, TimeUnit.MILLISECONDS.toDays(day.getStart()));
        counts.forEach(count -> out.collect(Tuple2.of(key, count)));
    }
}

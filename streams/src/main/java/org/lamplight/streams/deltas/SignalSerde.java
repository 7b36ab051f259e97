package org.lamplight.streams.deltas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.streams.deltas.Delta.Submission;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.state.Binary;

/** A signal as bytes. What many deltas of a batch share, their series and the areas that they lie in, is written once. */
public final class SignalSerde {
    private static final int VERSION = 2;
    /** Where the number of deltas stands otherwise. */
    private static final int TICK = 0;

    private SignalSerde() {}

    /** The serde. */
    public static Serde<Signal> create() {
        return Binary.serde(VERSION, SignalSerde::write, SignalSerde::read);
    }

    private static void write(Signal signal, BinaryEncoder out) throws IOException {
        if (signal instanceof Tick tick) {
            out.writeInt(TICK);
            Binary.writeDay(tick.day(), out);
        } else if (signal instanceof Batch batch) {
            out.writeInt(batch.deltas().size());
            out.writeString(batch.series().force());
            out.writeString(batch.series().category());
            Map<List<String>, Integer> known = new HashMap<>();
            for (Delta delta : batch.deltas()) {
                writeDelta(delta, known, out);
            }
        }
    }

    private static Signal read(BinaryDecoder in) throws IOException {
        int size = in.readInt();
        if (size == TICK) {
            return new Tick(Binary.readDay(in));
        }
        Series series = new Series(in.readString(), in.readString());
        List<List<String>> known = new ArrayList<>();
        List<Delta> deltas = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            deltas.add(readDelta(series, known, in));
        }
        return new Batch(deltas);
    }

    private static void writeDelta(Delta delta, Map<List<String>, Integer> known, BinaryEncoder out)
            throws IOException {
        out.writeInt(delta.sign());
        Binary.writeOptional(
                delta.cell().isPresent() ? delta.cell().getAsLong() : null, (cell, to) -> to.writeLong(cell), out);
        writeAreas(delta.areas(), known, out);
        Binary.writeDay(delta.firstDay(), out);
        Binary.writeDay(delta.lastDay(), out);
        Binary.writeMoment(delta.firstReceivedAt(), out);
        Binary.writeOptional(delta.submission().orElse(null), SignalSerde::writeSubmission, out);
    }

    private static Delta readDelta(Series series, List<List<String>> known, BinaryDecoder in) throws IOException {
        int sign = in.readInt();
        Long cell = Binary.readOptional(BinaryDecoder::readLong, in);
        return new Delta(
                sign,
                series,
                cell == null ? OptionalLong.empty() : OptionalLong.of(cell),
                readAreas(known, in),
                Binary.readDay(in),
                Binary.readDay(in),
                Binary.readMoment(in),
                Optional.ofNullable(Binary.readOptional(SignalSerde::readSubmission, in)));
    }

    /** By their number among the lists of the batch; the list follows where it is a new one. */
    private static void writeAreas(List<String> areas, Map<List<String>, Integer> known, BinaryEncoder out)
            throws IOException {
        Integer number = known.putIfAbsent(areas, known.size());
        out.writeInt(number == null ? known.size() - 1 : number);
        if (number == null) {
            out.writeInt(areas.size());
            for (String area : areas) {
                out.writeString(area);
            }
        }
    }

    private static List<String> readAreas(List<List<String>> known, BinaryDecoder in) throws IOException {
        int number = in.readInt();
        if (number == known.size()) {
            List<String> areas = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                areas.add(in.readString());
            }
            known.add(areas);
        }
        return known.get(number);
    }

    private static void writeSubmission(Submission submission, BinaryEncoder out) throws IOException {
        Binary.writeDay(submission.recordedFrom(), out);
        Binary.writeDay(submission.recordedTo(), out);
        Binary.writeOptional(submission.outcomeType().orElse(null), (type, to) -> to.writeString(type), out);
        Binary.writeOptional(submission.outcomeOn().orElse(null), Binary::writeDay, out);
    }

    private static Submission readSubmission(BinaryDecoder in) throws IOException {
        return new Submission(
                Binary.readDay(in),
                Binary.readDay(in),
                Optional.ofNullable(Binary.readOptional(BinaryDecoder::readString, in)),
                Optional.ofNullable(Binary.readOptional(Binary::readDay, in)));
    }
}

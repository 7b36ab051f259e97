package org.lamplight.streams.deltas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.streams.deltas.Delta.Submission;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.state.Binary;

/** A signal as bytes. */
public final class SignalSerde {
    private static final int VERSION = 1;
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
        } else if (signal instanceof Delta delta) {
            out.writeInt(delta.sign());
            writeDelta(delta, out);
        }
    }

    private static Signal read(BinaryDecoder in) throws IOException {
        int sign = in.readInt();
        return sign == TICK ? new Tick(Binary.readDay(in)) : readDelta(sign, in);
    }

    private static void writeDelta(Delta delta, BinaryEncoder out) throws IOException {
        out.writeString(delta.series().force());
        out.writeString(delta.series().category());
        Binary.writeOptional(
                delta.cell().isPresent() ? delta.cell().getAsLong() : null, (cell, to) -> to.writeLong(cell), out);
        out.writeInt(delta.areas().size());
        for (String area : delta.areas()) {
            out.writeString(area);
        }
        Binary.writeDay(delta.firstDay(), out);
        Binary.writeDay(delta.lastDay(), out);
        Binary.writeMoment(delta.firstReceivedAt(), out);
        Binary.writeOptional(delta.submission().orElse(null), SignalSerde::writeSubmission, out);
    }

    private static Delta readDelta(int sign, BinaryDecoder in) throws IOException {
        Series series = new Series(in.readString(), in.readString());
        Long cell = Binary.readOptional(BinaryDecoder::readLong, in);
        return new Delta(
                sign,
                series,
                cell == null ? OptionalLong.empty() : OptionalLong.of(cell),
                readAreas(in),
                Binary.readDay(in),
                Binary.readDay(in),
                Binary.readMoment(in),
                Optional.ofNullable(Binary.readOptional(SignalSerde::readSubmission, in)));
    }

    private static List<String> readAreas(BinaryDecoder in) throws IOException {
        int size = in.readInt();
        List<String> areas = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            areas.add(in.readString());
        }
        return areas;
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

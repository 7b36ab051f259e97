package org.lamplight.streams.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.register.Entry.Removed;
import org.lamplight.streams.register.Entry.Standing;
import org.lamplight.streams.register.Entry.Withdrawn;
import org.lamplight.streams.state.Binary;

/**
 * An entry as bytes. The incident inside is written exactly as on its topic, so that state outlives a change of its
 * schema.
 */
final class EntrySerde {
    private static final int VERSION = 2;

    private final Serde<Incident> incidents;

    private EntrySerde(Serde<Incident> incidents) {
        this.incidents = incidents;
    }

    static Serde<Entry> of(Serde<Incident> incidents) {
        EntrySerde serde = new EntrySerde(incidents);
        return Binary.serde(VERSION, serde::write, serde::read);
    }

    private void write(Entry entry, BinaryEncoder out) throws IOException {
        out.writeBoolean(entry instanceof Removed);
        if (entry instanceof Removed) {
            return;
        }
        Binary.writeOptional(
                entry.revision().isPresent() ? entry.revision().getAsLong() : null,
                (revision, to) -> to.writeLong(revision),
                out);
        Binary.writeOptional(entry instanceof Standing standing ? standing : null, this::writeStanding, out);
    }

    private void writeStanding(Standing standing, BinaryEncoder out) throws IOException {
        Binary.writeMoment(standing.firstReceivedAt(), out);
        out.writeBytes(incidents.serializer().serialize(Topics.INCIDENT.name(), standing.incident()));
    }

    private Entry read(BinaryDecoder in) throws IOException {
        if (in.readBoolean()) {
            return new Removed();
        }
        Long known = Binary.readOptional(BinaryDecoder::readLong, in);
        OptionalLong revision = known == null ? OptionalLong.empty() : OptionalLong.of(known);
        Entry standing = Binary.readOptional(from -> readStanding(revision, from), in);
        return standing == null ? new Withdrawn(revision) : standing;
    }

    private Entry readStanding(OptionalLong revision, BinaryDecoder in) throws IOException {
        var firstReceivedAt = Binary.readMoment(in);
        ByteBuffer bytes = in.readBytes(null);
        byte[] incident = new byte[bytes.remaining()];
        bytes.get(incident);
        return new Standing(
                incidents.deserializer().deserialize(Topics.INCIDENT.name(), incident), revision, firstReceivedAt);
    }
}

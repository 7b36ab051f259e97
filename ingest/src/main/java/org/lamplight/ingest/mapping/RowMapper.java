package org.lamplight.ingest.mapping;

import java.time.Clock;
import org.apache.kafka.connect.data.Schema;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.connect.ConnectSchemas;

/** A mapping made ready to map rows: with the force's areas, the key of pseudonyms and a clock. */
public final class RowMapper {
    /** The fewest bytes that a key of pseudonyms may have. */
    public static final int SHORTEST_KEY = 16;

    private final Mapping mapping;
    private final AreaBook areas;
    private final byte[] key;
    private final Clock clock;
    private final Schema schema;

    /**
     * Makes a mapping ready.
     *
     * @param areas the area in which places must lie
     * @param key key of the pseudonyms, at least {@link #SHORTEST_KEY} bytes; every connector must have the same
     * @param clock says when a row is received, and what lies in the future
     */
    public RowMapper(Mapping mapping, AreaBook areas, byte[] key, Clock clock) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key of pseudonyms must have at least " + SHORTEST_KEY + " bytes.");
        }
        this.mapping = mapping;
        this.areas = areas;
        this.key = key.clone();
        this.clock = clock;
        this.schema = ConnectSchemas.of(mapping.kind().schema());
    }

    /** The mapping. */
    public Mapping mapping() {
        return mapping;
    }

    /** Connect's schema of the reports. */
    public Schema schema() {
        return schema;
    }

    /** A mapper for the rows of one export, from its first. */
    public ExportMapper export() {
        return new ExportMapper(mapping, areas, new Pseudonyms(key), clock, schema);
    }
}

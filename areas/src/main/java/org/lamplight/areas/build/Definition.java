package org.lamplight.areas.build;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.areas.AreaBookException;

/**
 * What an area book is to hold, as written in YAML (docs/AREAS.md explains every key).
 *
 * @param attribution what the owners of the boundaries want said wherever they are shown
 * @param enclaves whether the force surrounds ground that is not its own, as London surrounds the City
 * @param force the force
 * @param councils its councils
 * @param wards its wards, one entry a vintage; the newest together make up the councils and the force
 * @param zones named places inside it
 */
record Definition(
        @JsonProperty(required = true) String attribution,
        boolean enclaves,
        @JsonProperty(required = true) Named force,
        @JsonProperty(required = true) List<Named> councils,
        @JsonProperty(required = true) List<Wards> wards,
        List<Zone> zones) {

    private static final ObjectReader YAML = YAMLMapper.builder().build().readerFor(Definition.class);

    Definition {
        zones = orEmpty(zones);
    }

    /**
     * Reads a definition.
     *
     * @throws AreaBookException if it is not YAML, lacks something or holds something unknown
     */
    static Definition read(Path file) {
        try {
            return YAML.readValue(file.toFile());
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new AreaBookException("The definition " + file + where + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The definition " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A force or a council, whose cells follow from its wards. */
    record Named(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name) {}

    /**
     * The wards of one vintage.
     *
     * @param vintage year from which the boundaries hold
     * @param files GeoJSON files of the boundaries
     * @param code property of a feature that holds the ward's code
     * @param name property that holds its name
     * @param council property that holds its council's code; null where only the table knows
     * @param exclude codes of wards in the files that are not the force's
     * @param table a table of small areas from which residents (and councils) of wards follow; null without one
     */
    record Wards(
            @JsonProperty(required = true) int vintage,
            @JsonProperty(required = true) List<String> files,
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            String council,
            Set<String> exclude,
            Table table) {
        Wards {
            exclude = exclude == null ? Set.of() : exclude;
        }
    }

    /**
     * A CSV file with a header and a row for each small area (in England, each LSOA), named by its columns.
     *
     * @param file the file
     * @param area column of the small area's code
     * @param ward column of the ward that it belongs to most
     * @param council column of its council's code
     * @param residents column of its residents
     * @param corrections small areas to be counted to another ward than the file says
     */
    record Table(
            @JsonProperty(required = true) String file,
            @JsonProperty(required = true) String area,
            @JsonProperty(required = true) String ward,
            @JsonProperty(required = true) String council,
            @JsonProperty(required = true) String residents,
            Map<String, String> corrections) {
        Table {
            corrections = corrections == null ? Map.of() : corrections;
        }
    }

    /**
     * A named place: the union of its shapes.
     *
     * @param residents people who live there; null where nobody counted them
     * @param cells names of H3 cells of the book's resolution or coarser
     * @param rings cells with the rings around them
     * @param circles circles on the ground
     * @param wards codes of wards, of any vintage
     * @param boundaries features of GeoJSON files
     */
    record Zone(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            Long residents,
            List<String> cells,
            List<Rings> rings,
            List<Circle> circles,
            List<String> wards,
            List<Boundary> boundaries) {
        Zone {
            cells = orEmpty(cells);
            rings = orEmpty(rings);
            circles = orEmpty(circles);
            wards = orEmpty(wards);
            boundaries = orEmpty(boundaries);
        }
    }

    /** The cells at most so many steps from the named one. */
    record Rings(
            @JsonProperty(required = true) String around,
            @JsonProperty(required = true) int steps) {}

    /** The cells whose centre is at most so many metres from the point. */
    record Circle(
            @JsonProperty(required = true) double lat,
            @JsonProperty(required = true) double lng,
            @JsonProperty(required = true) double metres) {}

    /** The features of a GeoJSON file whose property {@code code} has one of the values {@code only}. */
    record Boundary(
            @JsonProperty(required = true) String file,
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) Set<String> only) {}

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}

package org.lamplight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.ingest.rows.Reading.bytes;
import static org.lamplight.ingest.rows.Reading.csv;
import static org.lamplight.ingest.rows.Reading.gzip;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GzipTest {
    @Test
    void shouldUnpackByItself() {
        assertThat(csv(gzip(bytes("a\n1\n")), "a")).containsExactly("2: 1");
    }

    @Test
    void shouldReadSeveralMembersAsOneFile() {
        assertThat(csv(Reading.join(gzip(bytes("a\n1\n")), gzip(bytes("2\n"))), "a"))
                .containsExactly("2: 1", "3: 2");
    }

    @Test
    void shouldKeepTheRowsBeforeTheDamage() {
        byte[] packed = gzip(bytes("a\n" + "1\n2\n3\n".repeat(100_000)));

        List<String> found = csv(Arrays.copyOf(packed, packed.length / 2), "a");

        assertThat(found).hasSizeGreaterThan(1).startsWith("2: 1", "3: 2").endsWith("0! file.truncated");
    }

    @Test
    void shouldRefuseAFileThatUnpacksToFarTooMuch() {
        byte[] bomb = gzip(bytes("a\n" + "1\n".repeat(4_000)));

        assertThat(Reading.read(bomb, Reading.CSV, Reading.SMALL, "a")).endsWith("0! file.too-many-bytes");
    }

    @Test
    void shouldRefuseAFileBeyondTheAbsoluteLimit() {
        byte[] big = bytes("a\n" + "1\n".repeat(5_000));

        assertThat(Reading.read(big, Reading.CSV, Reading.SMALL, "a")).endsWith("0! file.too-many-bytes");
    }

    @Test
    void shouldRefuseAnEmptyGzip() {
        assertThat(csv(gzip(new byte[0]), "a")).containsExactly("0! file.empty");
    }
}

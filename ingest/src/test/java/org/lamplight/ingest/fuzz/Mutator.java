package org.lamplight.ingest.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages bytes: what transfers, editors, spreadsheets and people do to a file, and what nobody would. */
final class Mutator {
    /** Stands for content: no message may repeat it. */
    static final String CANARY = "CANARY";

    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_PIECE = 40;

    /** What readers trip over: structure, ends of lines, marks, extreme numbers and times, text that is none. */
    private static final List<byte[]> TOKENS = List.of(
                    CANARY,
                    "\"",
                    "\"\"",
                    "\n",
                    "\r",
                    "\r\n",
                    ",",
                    ";",
                    "\t",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    "\\",
                    "\\u0000",
                    "\\ud83d",
                    "\0",
                    "\ufeff",
                    "\u2028",
                    "\ud83d\ude00",
                    "null",
                    "true",
                    "NaN",
                    "-0",
                    "1e999999999",
                    "9".repeat(400),
                    "-".repeat(30),
                    "[".repeat(2_000),
                    "{\"a\":".repeat(1_100),
                    " ".repeat(300),
                    "30/02/2026 25:61",
                    "29/03/2026 01:30",
                    "25/10/2026 01:30",
                    "0000-00-00T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "\u00a31,234.567",
                    "52.2405",
                    "-91",
                    "181")
            .stream()
            .map(token -> token.getBytes(UTF_8))
            .toList();

    private static final List<byte[]> BROKEN = List.of(
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xfe, (byte) 0xff},
            new byte[] {(byte) 0xc3},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {0x1f, (byte) 0x8b, 0x08});

    private final RandomGenerator random;
    private final List<byte[]> more;

    /**
     * A mutator.
     *
     * @param more what it puts in besides
     */
    Mutator(RandomGenerator random, String... more) {
        this.random = random;
        this.more = Arrays.stream(more).map(token -> token.getBytes(UTF_8)).toList();
    }

    /** The bytes with one to four changes. */
    byte[] mutate(byte[] bytes) {
        byte[] changed = bytes;
        for (int change = 1 + random.nextInt(MOST_CHANGES); change > 0; change--) {
            changed = change(changed);
        }
        return changed;
    }

    private byte[] change(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(LONGEST_PIECE));
        return switch (random.nextInt(6)) {
            case 0 -> replace(bytes, from, from, token());
            case 1 -> replace(bytes, from, to, token());
            case 2 -> replace(bytes, from, to, new byte[0]);
            case 3 -> replace(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
            case 4 -> flip(bytes);
            default -> replace(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
        };
    }

    private byte[] token() {
        List<byte[]> tokens = random.nextInt(5) == 0 ? BROKEN : more.isEmpty() || random.nextBoolean() ? TOKENS : more;
        return tokens.get(random.nextInt(tokens.size()));
    }

    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] replace(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.length + by.length);
        whole.write(bytes, 0, from);
        whole.writeBytes(by);
        whole.write(bytes, to, bytes.length - to);
        return whole.toByteArray();
    }
}

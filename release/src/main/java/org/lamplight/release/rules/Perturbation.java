package org.lamplight.release.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The cell-key method: a count's reports have keys, the sum of the keys modulo 256 says which line of a published table
 * gives the noise. The same reports so have the same noise in every table. Small counts are withheld, exact or with
 * noise.
 *
 * <p>Source: Fraser and Wooton, A proposed method for confidentialising tabular output to protect against differencing,
 * UNECE 2005; as used for the Census 2021 of England and Wales.
 *
 * @param threshold counts below this are withheld, zero included; above the greatest noise
 * @param noise noise of each key, the lowest first
 */
public record Perturbation(long threshold, List<Integer> noise) implements Disguise {
    /** Keys, and sums of them, are below this. */
    public static final int KEYS = 256;

    public Perturbation {
        noise = List.copyOf(noise);
        if (noise.size() != KEYS || threshold <= greatest(noise)) {
            throw new IllegalArgumentException("The perturbation table needs " + KEYS
                    + " keys and no noise as great as the threshold " + threshold + ".");
        }
    }

    /** The published table, {@code perturbation.csv}. */
    public static Perturbation published(long threshold) {
        return new Perturbation(threshold, read("perturbation.csv"));
    }

    @Override
    public boolean hides(long count, int keySum) {
        return count < threshold || released(count, keySum) < threshold;
    }

    @Override
    public long released(long count, int keySum) {
        return count + noise.get(Math.floorMod(keySum, KEYS));
    }

    @Override
    public long lowest(long released) {
        return Math.max(threshold, released - greatest(noise));
    }

    @Override
    public long highest(long released) {
        return released + greatest(noise);
    }

    private static int greatest(List<Integer> noise) {
        return noise.stream().mapToInt(Math::abs).max().orElse(0);
    }

    private static List<Integer> read(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Perturbation.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .flatMap(line -> java.util.stream.IntStream.rangeClosed(line[0], line[1])
                            .mapToObj(key -> line[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The perturbation table cannot be read.", e);
        }
    }
}

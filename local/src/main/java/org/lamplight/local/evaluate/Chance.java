package org.lamplight.local.evaluate;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** What happens by chance, all of it following from a seed. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A count whose mean this is. */
    int poisson(double mean) {
        return mean <= 0
                ? 0
                : PoissonDistribution.of(mean).createSampler(random::nextLong).sample();
    }

    double uniform() {
        return random.nextDouble();
    }

    double normal() {
        return random.nextGaussian();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}

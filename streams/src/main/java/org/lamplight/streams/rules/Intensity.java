package org.lamplight.streams.rules;

/** An incident's weight in the long-memory score halves every 46 weeks, and a neighbouring cell's counts a tenth. */
public final class Intensity {
    /** Weight that is left after a day. */
    public static final double DAILY_DECAY = Math.pow(0.985, 1.0 / 7);
    /** Weight of a cell's own incidents. */
    public static final double OWN = 1;
    /** Weight of the incidents of the first ring. */
    public static final double RING = 0.1;

    private static final int TABLED_DAYS = 4096;
    private static final double[] WEIGHTS = weights();

    private Intensity() {}

    /** The weight of an incident that happened so many days (0 or more) ago. */
    public static double weight(int age) {
        return age < TABLED_DAYS ? WEIGHTS[age] : Math.pow(DAILY_DECAY, age);
    }

    /** The day on which an interval weighs: its middle one, the earlier of two. */
    public static int middleDay(int firstDay, int days) {
        return firstDay + (days - 1) / 2;
    }

    /** The score of a cell. */
    public static double of(double own, double ring) {
        return OWN * own + RING * ring;
    }

    private static double[] weights() {
        double[] weights = new double[TABLED_DAYS];
        for (int age = 0; age < TABLED_DAYS; age++) {
            weights[age] = Math.pow(DAILY_DECAY, age);
        }
        return weights;
    }
}

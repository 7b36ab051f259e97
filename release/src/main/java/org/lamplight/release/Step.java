package org.lamplight.release;

/** How far a job has come. */
public enum Step {
    /** Waiting until the database has every report. */
    WAITING("Waiting for reports that are on their way"),
    /** Counting. */
    COUNTING("Counting reports"),
    /** Deciding what can be released, and auditing that. */
    PLANNING("Planning and auditing"),
    /** Keeping the release in the database, which does not show it yet. */
    PREPARING("Preparing the release"),
    /** Sending it to the topics. */
    SENDING("Sending it to partners"),
    /** All is sent, nothing committed. */
    COMMITTING("Committing it"),
    /** It is out; the views follow. */
    COMPLETING("Showing it in the views");

    private final String sentence;

    Step(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }
}

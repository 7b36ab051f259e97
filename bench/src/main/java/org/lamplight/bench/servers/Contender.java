package org.lamplight.bench.servers;

/** One of those who do the same work in turn. */
public interface Contender {
    /** As its row of the table says it. */
    String name();

    /**
     * Does the work once.
     *
     * @param round how often it has been done before
     * @return what it took
     * @throws IllegalStateException if what came out is not what must
     */
    Took run(int round) throws Exception;
}

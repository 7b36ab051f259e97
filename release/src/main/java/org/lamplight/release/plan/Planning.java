package org.lamplight.release.plan;

import java.util.List;
import org.lamplight.schemas.ReleasedTrend;

/** Makes a release that is safe to publish, or says why there can be none. The same inputs give the same release. */
@FunctionalInterface
public interface Planning {
    /**
     * Plans.
     *
     * @param request what is asked for
     * @param ladder the areas
     * @param families the sources
     * @param counts the exact counts
     * @param history every row that was ever released
     * @param completeness how much has arrived
     */
    Draft plan(
            Request request,
            Ladder ladder,
            List<Family> families,
            Counts counts,
            List<ReleasedTrend> history,
            Completeness completeness);
}

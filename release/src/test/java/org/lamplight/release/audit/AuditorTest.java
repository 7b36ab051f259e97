package org.lamplight.release.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditorTest {
    /** More counts go up and down with one than a search mends. */
    private static final int TIED = 100;
    /** More counts than are looked at around one. */
    private static final int FAR = 700;

    /**
     * A count of two that is known to be below five, and to be two at most. No search shows that it may be none, a program
     * does. So three is what is missing; five, which would be without the program, cannot be had.
     */
    @Test
    void shouldAskNoMoreOfARemedyThanProgramsLeaveMissing() {
        Knowledge knowledge = new Knowledge();
        int count = knowledge.unknown();
        int row = knowledge.sum(new int[] {count}, new Interval(0, 4));
        int released = knowledge.sum(new int[] {count}, new Interval(0, 2));
        long[] truth = new long[TIED + 1];
        truth[count] = 2;
        for (int i = 0; i < TIED; i++) {
            int tied = knowledge.unknown();
            truth[tied] = 2;
            knowledge.difference(new int[] {tied}, new int[] {count}, new Interval(0, 0));
        }
        Auditor auditor = new Auditor(knowledge, truth, 1);
        Need need = new Need(4, 0);

        assertThat(auditor.protects(row, need)).isFalse();
        List<Integer> remedy = auditor.remedy(row, need, List.of(new Concession(released, Interval.ANY, 1)), false);
        assertThat(remedy).containsExactly(released);

        auditor.loosen(released, Interval.ANY);
        assertThat(auditor.protects(row, need)).isTrue();
        assertThat(auditor.programs()).as("the search shows nothing").isGreaterThanOrEqualTo(2);
    }

    /** A chain of counts, each known together with the next: the first can change only where all do, and the last is told. */
    @Test
    void shouldFindARemedyHoweverFarAwayItIs() {
        Knowledge knowledge = new Knowledge();
        long[] truth = new long[FAR];
        Arrays.fill(truth, 9);
        IntStream.range(0, FAR).forEach(i -> knowledge.unknown());
        for (int i = 1; i < FAR; i++) {
            knowledge.sum(new int[] {i - 1, i}, new Interval(18, 18));
        }
        int first = knowledge.sum(new int[] {0}, Interval.ANY);
        int last = knowledge.sum(new int[] {FAR - 1}, new Interval(9, 9));
        Auditor auditor = new Auditor(knowledge, truth, 1);
        Need need = new Need(4, 0);
        List<Concession> concessions = List.of(new Concession(last, Interval.ANY, 1));

        assertThat(auditor.remedy(first, need, concessions, false)).isEmpty();
        assertThat(auditor.remedy(first, need, concessions, true)).containsExactly(last);
    }
}

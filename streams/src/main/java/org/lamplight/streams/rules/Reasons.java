package org.lamplight.streams.rules;

import java.util.List;
import java.util.stream.Stream;
import org.lamplight.schemas.Behaviour;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;

/** The codes of why a report was made, each once; "other behaviour" is told apart from another reason about the place. */
public final class Reasons {
    /** Code of an answer about behaviour that is none of the listed ones. */
    public static final String OTHER_BEHAVIOUR = "OTHER_BEHAVIOUR";

    private Reasons() {}

    /** Answers about the place, then about behaviour. */
    public static List<String> of(SafetyConcern concern) {
        return once(Stream.concat(
                concern.getPlaceReasons().stream().map(Enum::name),
                concern.getBehaviours().stream()
                        .map(answer -> answer == Behaviour.OTHER ? OTHER_BEHAVIOUR : answer.name())));
    }

    /** The strands. */
    public static List<String> of(HateReferral referral) {
        return once(referral.getStrands().stream().map(Enum::name));
    }

    /** The incident type, then the flags that are set. */
    public static List<String> of(RetailSubmission submission) {
        return once(Stream.of(
                        Stream.of(submission.getIncidentType().name()),
                        flag(submission.getViolence(), "VIOLENCE"),
                        flag(submission.getThreat(), "THREAT"),
                        flag(submission.getVerbalAbuse(), "VERBAL_ABUSE"),
                        flag(submission.getWeapon(), "WEAPON"),
                        flag(submission.getInjury(), "INJURY"))
                .flatMap(codes -> codes));
    }

    private static Stream<String> flag(boolean set, String code) {
        return set ? Stream.of(code) : Stream.empty();
    }

    private static List<String> once(Stream<String> codes) {
        return codes.distinct().toList();
    }
}

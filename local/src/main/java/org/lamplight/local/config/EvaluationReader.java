package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.evaluation.Measure;
import org.lamplight.streams.evaluation.Months;
import org.lamplight.streams.rules.OutcomeSet;

/** Reads what is compared before and after something was done. */
final class EvaluationReader {
    private static final String OUTCOME_SET = "outcome-set";
    private static final String BASIS = "basis";

    /** The settings of an evaluation. */
    static final Set<String> NAMES =
            Set.of("category", OUTCOME_SET, BASIS, "treated", "comparison", "buffer", "before", "after");

    private static final List<String> REQUIRED = List.of("category", "treated", "comparison", "before", "after");

    private final Config config;
    private final Settings settings;

    EvaluationReader(Config config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    /** Those that can be used; what is wrong with the others becomes a problem. */
    List<Design> read() {
        List<Design> designs = new ArrayList<>();
        config.getObject("evaluations").entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ConfigObject)
                .map(entry -> entry.getKey())
                .sorted()
                .filter(this::isComplete)
                .forEach(name -> settings.attempt(() -> design(name), Optional.<Design>empty())
                        .ifPresent(designs::add));
        return designs;
    }

    private boolean isComplete(String name) {
        List<String> missing =
                REQUIRED.stream().filter(setting -> !has(name, setting)).toList();
        if (!missing.isEmpty()) {
            settings.problem("evaluations." + name + " has no " + String.join(", no ", missing)
                    + "; docs/CONFIG.md has an example.");
        }
        if (has(name, OUTCOME_SET) != has(name, BASIS)) {
            settings.problem("evaluations." + name + " has only one of outcome-set and basis: give both to count"
                    + " outcomes, or none to count reports.");
        }
        return missing.isEmpty() && has(name, OUTCOME_SET) == has(name, BASIS);
    }

    private Optional<Design> design(String name) {
        String category = settings.text(key(name, "category"));
        Measure measure = has(name, BASIS) ? outcomes(name) : new Measure.Reports();
        String treated = settings.text(key(name, "treated"));
        String comparison = settings.text(key(name, "comparison"));
        String buffer = has(name, "buffer") ? settings.text(key(name, "buffer")) : "";
        Months before = settings.get(key(name, "before"), Months::parse);
        Months after = settings.get(key(name, "after"), Months::parse);
        // What is null was refused, and is a problem already.
        return Stream.of(category, measure, treated, comparison, buffer, before, after)
                        .anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(new Design(
                        name, category, measure, codes(treated), codes(comparison), codes(buffer), before, after));
    }

    private Measure outcomes(String name) {
        OutcomeSet set = settings.get(key(name, OUTCOME_SET), EvaluationReader::outcomeSet);
        CohortBasis basis = settings.get(key(name, BASIS), EvaluationReader::basis);
        return set == null || basis == null ? null : new Measure.Outcomes(set, basis);
    }

    private boolean has(String name, String setting) {
        return config.hasPath(key(name, setting));
    }

    private static String key(String name, String setting) {
        return "evaluations." + ConfigUtil.joinPath(name) + "." + setting;
    }

    private static List<String> codes(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static OutcomeSet outcomeSet(String text) {
        return Stream.of(OutcomeSet.values())
                .filter(set -> set.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be "
                        + Stream.of(OutcomeSet.values()).map(OutcomeSet::name).collect(Collectors.joining(" or "))));
    }

    private static CohortBasis basis(String text) {
        return switch (text) {
            case "recorded" -> CohortBasis.RECORDED;
            case "assigned" -> CohortBasis.ASSIGNED;
            default -> throw new IllegalArgumentException("it must be recorded or assigned");
        };
    }
}

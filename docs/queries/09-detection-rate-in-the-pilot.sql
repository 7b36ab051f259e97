-- Question: did the share of retail crime with a positive outcome rise where the pilot ran, more than elsewhere?
-- Asked by: the commissioner's office
-- Role: opfcc
-- Read as: ratio_of_ratios is 1 where both changed alike. Name the outcome set and the basis with every figure.
select
    evaluation,
    outcome_set,
    basis,
    treated,
    comparison,
    treated_before,
    treated_after,
    comparison_before,
    comparison_after,
    round(treated_rate_before::numeric, 3) as treated_rate_before,
    round(treated_rate_after::numeric, 3) as treated_rate_after,
    round(ratio_of_ratios::numeric, 2) as ratio_of_ratios,
    round(ratio_low::numeric, 2) as ratio_low,
    round(ratio_high::numeric, 2) as ratio_high,
    explanation,
    caution
from opfcc.evaluation
where category = 'retail' and outcome_set is not null
order by evaluation;

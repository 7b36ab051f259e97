-- Question: did reports from Hemmingwell fall, compared with places where nothing was done, and did they move next door?
-- Asked by: the commissioner's office
-- Role: opfcc
-- Read as: difference is negative where there were fewer than elsewhere; buffer_difference is positive where reports may have
--   moved next door.
select
    evaluation,
    category,
    treated,
    buffer,
    comparison,
    before_from,
    after_to,
    treated_before,
    treated_after,
    buffer_before,
    buffer_after,
    comparison_before,
    comparison_after,
    difference,
    round(difference_low::numeric, 1) as difference_low,
    round(difference_high::numeric, 1) as difference_high,
    buffer_difference,
    explanation,
    caution
from opfcc.evaluation
where treated ilike '%hemmingwell%' and outcome_set is null
order by evaluation;

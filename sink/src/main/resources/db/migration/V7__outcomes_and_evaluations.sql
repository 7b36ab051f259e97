-- Outcome rates with their limits and their maturity; evaluations take the place of the counts of a pilot.

drop view opfcc.pilot_count;
drop table lamplight.pilot_area;

create or replace view opfcc.outcome_rate as
with clock as (
    select max(as_of) as as_of from lamplight.hotspot
)
select
    outcome_rate.area as area_code,
    area.name as area_name,
    area.kind as area_kind,
    outcome_rate.category,
    outcome_rate.outcome_set,
    outcome_rate.basis,
    outcome_rate.period,
    outcome_rate.first_day,
    outcome_rate.last_day,
    outcome_rate.numerator,
    outcome_rate.denominator,
    outcome_rate.rate,
    outcome_rate.rate_low,
    outcome_rate.rate_high,
    outcome_rate.resolved,
    outcome_rate.mature_on,
    coalesce(outcome_rate.mature_on <= clock.as_of, false) as mature
from lamplight.outcome_rate
cross join clock
left join lamplight.area on area.code = outcome_rate.area;

comment on view opfcc.outcome_rate is 'How many reports had an outcome of a named set. There is no single definition of a positive outcome: name the set and the basis with every figure. Outcomes take time: compare periods that are mature.';
comment on column opfcc.outcome_rate.rate_low is 'Lower 95 % limit of rate (Wilson); null on basis ASSIGNED, whose rates are no proportions.';
comment on column opfcc.outcome_rate.rate_high is 'Upper 95 % limit of rate.';
comment on column opfcc.outcome_rate.resolved is 'Reports recorded in the period that have an outcome of any type by now; null on basis ASSIGNED.';
comment on column opfcc.outcome_rate.mature_on is 'Date from which the period is old enough for its rate to be compared: 90 days after it ended.';
comment on column opfcc.outcome_rate.mature is 'Whether that date has come.';

create view opfcc.evaluation as
select
    evaluation.evaluation,
    evaluation.category,
    evaluation.outcome_set,
    evaluation.basis,
    (
        select string_agg(coalesce(area.name, code), ', ' order by position)
        from unnest(evaluation.treated) with ordinality as wanted (code, position)
        left join lamplight.area using (code)
    ) as treated,
    (
        select string_agg(coalesce(area.name, code), ', ' order by position)
        from unnest(evaluation.comparison) with ordinality as wanted (code, position)
        left join lamplight.area using (code)
    ) as comparison,
    (
        select string_agg(coalesce(area.name, code), ', ' order by position)
        from unnest(evaluation.buffer) with ordinality as wanted (code, position)
        left join lamplight.area using (code)
    ) as buffer,
    array_to_string(evaluation.treated, ', ') as treated_codes,
    array_to_string(evaluation.comparison, ', ') as comparison_codes,
    array_to_string(evaluation.buffer, ', ') as buffer_codes,
    evaluation.before_from,
    evaluation.before_to,
    evaluation.after_from,
    evaluation.after_to,
    evaluation.treated_before,
    evaluation.treated_after,
    evaluation.comparison_before,
    evaluation.comparison_after,
    evaluation.buffer_before,
    evaluation.buffer_after,
    evaluation.ratio_of_ratios,
    evaluation.ratio_low,
    evaluation.ratio_high,
    evaluation.difference,
    evaluation.difference_low,
    evaluation.difference_high,
    evaluation.buffer_difference,
    evaluation.total_difference,
    evaluation.total_low,
    evaluation.total_high,
    evaluation.dispersion,
    evaluation.treated_rate_before,
    evaluation.treated_rate_after,
    evaluation.rate_difference,
    evaluation.rate_difference_low,
    evaluation.rate_difference_high,
    evaluation.rate_difference_p,
    evaluation.trend_before_ratio,
    evaluation.trend_before_low,
    evaluation.trend_before_high,
    evaluation.explanation,
    evaluation.caution
from lamplight.evaluation;

comment on view opfcc.evaluation is 'Did what was done in one place change its counts, compared with places where it was not done? One row per evaluation of the configuration. A place that was chosen because its counts were high falls anyway: compare it with places that were as high.';
comment on column opfcc.evaluation.evaluation is 'Name in the configuration.';
comment on column opfcc.evaluation.category is 'Series counted: a source, or a facet of it.';
comment on column opfcc.evaluation.outcome_set is 'Name of the set of outcome types counted; null where reports are counted.';
comment on column opfcc.evaluation.basis is 'RECORDED: reports recorded in the time, with such an outcome by now. ASSIGNED: outcomes assigned in the time. Null where reports are counted.';
comment on column opfcc.evaluation.treated is 'Names of the areas in which something was done.';
comment on column opfcc.evaluation.comparison is 'Names of the areas they are compared with.';
comment on column opfcc.evaluation.buffer is 'Names of areas around the treated ones, to which incidents may have moved; null without any.';
comment on column opfcc.evaluation.treated_codes is 'Their codes.';
comment on column opfcc.evaluation.comparison_codes is 'Their codes.';
comment on column opfcc.evaluation.buffer_codes is 'Their codes; empty without any.';
comment on column opfcc.evaluation.before_from is 'First day of the time before.';
comment on column opfcc.evaluation.before_to is 'Last day of the time before, inclusive.';
comment on column opfcc.evaluation.after_from is 'First day of the time after.';
comment on column opfcc.evaluation.after_to is 'Last day of the time after, inclusive.';
comment on column opfcc.evaluation.treated_before is 'Count in the treated areas before. A report in several areas counts once: in the treated ones rather than the buffer, and there rather than in the comparison.';
comment on column opfcc.evaluation.treated_after is 'Count there after.';
comment on column opfcc.evaluation.comparison_before is 'Count in the areas of comparison before.';
comment on column opfcc.evaluation.comparison_after is 'Count there after.';
comment on column opfcc.evaluation.buffer_before is 'Count in the buffer before; null without one.';
comment on column opfcc.evaluation.buffer_after is 'Count there after.';
comment on column opfcc.evaluation.ratio_of_ratios is '(treated_after / treated_before) / (comparison_after / comparison_before): 1 where both changed alike; null where a count is 0.';
comment on column opfcc.evaluation.ratio_low is 'Lower 95 % limit of ratio_of_ratios.';
comment on column opfcc.evaluation.ratio_high is 'Upper 95 % limit of ratio_of_ratios.';
comment on column opfcc.evaluation.difference is 'Difference in differences: (treated_after - treated_before) - (comparison_after - comparison_before). Negative: fewer than where nothing was done.';
comment on column opfcc.evaluation.difference_low is 'Lower 95 % limit of difference.';
comment on column opfcc.evaluation.difference_high is 'Upper 95 % limit of difference.';
comment on column opfcc.evaluation.buffer_difference is 'The same for the buffer: positive where incidents may have moved there; null without a buffer.';
comment on column opfcc.evaluation.total_difference is 'Weighted displacement difference: difference and buffer_difference together; null without a buffer.';
comment on column opfcc.evaluation.total_low is 'Lower 95 % limit of total_difference.';
comment on column opfcc.evaluation.total_high is 'Upper 95 % limit of total_difference.';
comment on column opfcc.evaluation.dispersion is 'How much more the months'' counts vary than Poisson counts, at least 1; the limits allow for it.';
comment on column opfcc.evaluation.treated_rate_before is 'treated_before over the reports recorded there before; null where reports are counted or none was recorded. May exceed 1 on basis ASSIGNED.';
comment on column opfcc.evaluation.treated_rate_after is 'The same after.';
comment on column opfcc.evaluation.rate_difference is 'treated_rate_after - treated_rate_before; null on basis ASSIGNED, whose rates are no proportions.';
comment on column opfcc.evaluation.rate_difference_low is 'Lower 95 % limit of rate_difference (Newcombe).';
comment on column opfcc.evaluation.rate_difference_high is 'Upper 95 % limit of rate_difference.';
comment on column opfcc.evaluation.rate_difference_p is 'Probability of a difference at least this large if the rate had not changed (Fisher, two-sided).';
comment on column opfcc.evaluation.trend_before_ratio is 'By what factor the treated areas'' counts grew against the comparison''s from the first to the second half of the time before. Far from 1: they were not alike even before. Null where a count is 0.';
comment on column opfcc.evaluation.trend_before_low is 'Lower 95 % limit of trend_before_ratio.';
comment on column opfcc.evaluation.trend_before_high is 'Upper 95 % limit of trend_before_ratio.';
comment on column opfcc.evaluation.explanation is 'What came out, in a sentence.';
comment on column opfcc.evaluation.caution is 'What to be careful about, where there is something.';

-- What the commissioner's office reads: exact counts by area and period, no single report. Its role gets usage on
-- schema opfcc and select on its views, and nothing on schema lamplight.

create schema opfcc;
comment on schema opfcc is 'Exact counts by area and period for the commissioner''s office: restricted, not for publication.';

-- Which areas are compared in a pilot.
create table lamplight.pilot_area (
    pilot text not null,
    category text not null,
    area text not null,
    role text not null check (role in ('TREATED', 'COMPARISON')),
    primary key (pilot, category, area)
);

insert into lamplight.pilot_area values
    ('retail', 'retail', 'E06000061', 'TREATED'),
    ('retail', 'retail', 'E06000062', 'COMPARISON');

-- Every period of every category from its first on to the last date counted, for every area: absence is a zero.
create view opfcc.trend as
with clock as (
    select max(as_of) as as_of from lamplight.hotspot
),
kind (period, step) as (
    values ('WEEK', interval '1 week'), ('MONTH', interval '1 month'), ('QUARTER', interval '3 months')
),
span as (
    select
        trend.category,
        trend.period,
        min(trend.first_day) as first_day,
        greatest(max(trend.first_day), max(clock.as_of)) as last_day
    from lamplight.trend
    cross join clock
    group by trend.category, trend.period
),
calendar as (
    select
        span.category,
        span.period,
        starts::date as first_day,
        (starts + kind.step)::date - 1 as last_day
    from span
    join kind using (period)
    cross join lateral generate_series(span.first_day::timestamp, span.last_day::timestamp, kind.step) as starts
)
select
    area.code as area_code,
    area.name as area_name,
    area.kind as area_kind,
    area.vintage,
    calendar.category,
    calendar.period,
    calendar.first_day,
    calendar.last_day,
    coalesce(calendar.last_day <= clock.as_of, false) as complete,
    coalesce(trend.observed, 0) as observed,
    area.residents,
    1000.0::double precision * coalesce(trend.observed, 0) / nullif(area.residents, 0) as rate_per_1000
from calendar
cross join lamplight.area
cross join clock
left join lamplight.trend
    on trend.area = area.code
    and trend.category = calendar.category
    and trend.period = calendar.period
    and trend.first_day = calendar.first_day;

comment on view opfcc.trend is 'Reports by area, category and period, with the zeros: every area of the area book, and every period from the category''s first report to the last date counted. Wards come in vintages: choose one before adding wards up.';
comment on column opfcc.trend.area_code is 'Code of the area.';
comment on column opfcc.trend.area_name is 'Name of the area.';
comment on column opfcc.trend.area_kind is 'WARD, ZONE, COUNCIL or FORCE.';
comment on column opfcc.trend.vintage is 'Year from which the boundary of a ward holds; 0 for other areas.';
comment on column opfcc.trend.category is 'Series counted: a source, or a facet of it. Categories are never added up.';
comment on column opfcc.trend.period is 'Length of the period: WEEK (from Monday), MONTH or QUARTER.';
comment on column opfcc.trend.first_day is 'First local date of the period.';
comment on column opfcc.trend.last_day is 'Last local date of the period, inclusive.';
comment on column opfcc.trend.complete is 'Whether the period has passed. Late reports may still come.';
comment on column opfcc.trend.observed is 'Reports whose whole interval lies in the period, received so far.';
comment on column opfcc.trend.residents is 'Usual residents of the area, Census 2021; null where nobody counted them.';
comment on column opfcc.trend.rate_per_1000 is '1000 * observed / residents, per period, not annualised. Residents are not the people at risk in a town centre or a retail park.';

create view opfcc.council_trend as
select
    area_code as council_code,
    area_name as council_name,
    category,
    period,
    first_day,
    last_day,
    complete,
    observed,
    rate_per_1000,
    lag(observed, case period when 'WEEK' then 52 when 'MONTH' then 12 else 4 end) over series as observed_year_before,
    case
        when count(*) over year = case period when 'WEEK' then 52 when 'MONTH' then 12 else 4 end
        then sum(observed) over year::bigint
    end as observed_rolling_year
from opfcc.trend
where area_kind = 'COUNCIL'
window
    series as (partition by area_code, category, period order by first_day),
    year as (
        partition by area_code, category, period order by first_day
        range between interval '363 days' preceding and current row);

comment on view opfcc.council_trend is 'Reports by council, category and period, beside the same period a year before and the running year.';
comment on column opfcc.council_trend.council_code is 'Code of the council.';
comment on column opfcc.council_trend.council_name is 'Name of the council.';
comment on column opfcc.council_trend.category is 'Series counted: a source, or a facet of it.';
comment on column opfcc.council_trend.period is 'Length of the period: WEEK (from Monday), MONTH or QUARTER.';
comment on column opfcc.council_trend.first_day is 'First local date of the period.';
comment on column opfcc.council_trend.last_day is 'Last local date of the period, inclusive.';
comment on column opfcc.council_trend.complete is 'Whether the period has passed. Late reports may still come.';
comment on column opfcc.council_trend.observed is 'Reports in the period.';
comment on column opfcc.council_trend.rate_per_1000 is '1000 * observed / residents, per period.';
comment on column opfcc.council_trend.observed_year_before is 'Reports in the period 52 weeks, 12 months or 4 quarters before; null before the series began.';
comment on column opfcc.council_trend.observed_rolling_year is 'Reports in the 52 weeks, 12 months or 4 quarters that end with the period; null before the series has that many.';

create view opfcc.outcome_rate as
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
    outcome_rate.rate
from lamplight.outcome_rate
left join lamplight.area on area.code = outcome_rate.area;

comment on view opfcc.outcome_rate is 'How many reports had an outcome of a named set. There is no single definition of a positive outcome: name the set and the basis with every figure. Outcomes take time, so recent periods always look worst.';
comment on column opfcc.outcome_rate.area_code is 'Code of the area: a council or the force.';
comment on column opfcc.outcome_rate.area_name is 'Name of the area.';
comment on column opfcc.outcome_rate.area_kind is 'COUNCIL or FORCE.';
comment on column opfcc.outcome_rate.category is 'Series counted, e.g. retail or retail.shoplifting.';
comment on column opfcc.outcome_rate.outcome_set is 'Name of the set of Home Office outcome types counted as positive.';
comment on column opfcc.outcome_rate.basis is 'RECORDED: of the reports recorded in the period, those with such an outcome by now. ASSIGNED: outcomes assigned in the period, over reports recorded in it.';
comment on column opfcc.outcome_rate.period is 'Length of the period: WEEK (from Monday), MONTH or QUARTER.';
comment on column opfcc.outcome_rate.first_day is 'First local date of the period.';
comment on column opfcc.outcome_rate.last_day is 'Last local date of the period, inclusive.';
comment on column opfcc.outcome_rate.numerator is 'Reports with an outcome of the set.';
comment on column opfcc.outcome_rate.denominator is 'Reports recorded in the period.';
comment on column opfcc.outcome_rate.rate is 'numerator / denominator; null where the denominator is 0. May exceed 1 on basis ASSIGNED.';

create view opfcc.retail_activity as
select
    incident.source,
    area.code as area_code,
    area.name as area_name,
    area.kind as area_kind,
    date_trunc('month', incident.first_day::timestamp)::date as month,
    count(*) as submissions,
    count(distinct incident.premises) as active_premises,
    count(incident.premises)::double precision / nullif(count(distinct incident.premises), 0)
        as submissions_per_premises,
    count(*) filter (where 'VIOLENCE' = any (incident.reasons)) as violent,
    100.0::double precision * count(*) filter (where 'VIOLENCE' = any (incident.reasons)) / count(*)
        as violent_percent,
    count(*) filter (where incident.evidence_ready) as evidence_ready,
    100.0::double precision * count(*) filter (where incident.evidence_ready) / count(*)
        as evidence_ready_percent
from lamplight.incident
join lamplight.area on area.kind in ('COUNCIL', 'FORCE') and area.code = any (incident.areas)
where incident.kind = 'RETAIL_SUBMISSION'
    and date_trunc('month', incident.first_day::timestamp) = date_trunc('month', incident.last_day::timestamp)
group by incident.source, area.code, area.name, area.kind,
    date_trunc('month', incident.first_day::timestamp)::date;

comment on view opfcc.retail_activity is 'Is it more crime or more reporting? Retail submissions by area and month beside the premises that made them, and how many were violent or ready as evidence.';
comment on column opfcc.retail_activity.source is 'Id of the source.';
comment on column opfcc.retail_activity.area_code is 'Code of the council or force.';
comment on column opfcc.retail_activity.area_name is 'Name of the council or force.';
comment on column opfcc.retail_activity.area_kind is 'COUNCIL or FORCE.';
comment on column opfcc.retail_activity.month is 'First day of the month. A submission counts where its whole interval lies in the month.';
comment on column opfcc.retail_activity.submissions is 'Submissions.';
comment on column opfcc.retail_activity.active_premises is 'Different premises with at least one submission in the month.';
comment on column opfcc.retail_activity.submissions_per_premises is 'Submissions of known premises per active premises; null where none is known.';
comment on column opfcc.retail_activity.violent is 'Submissions in which physical force was used.';
comment on column opfcc.retail_activity.violent_percent is 'violent in percent of submissions.';
comment on column opfcc.retail_activity.evidence_ready is 'Submissions with a statement, and CCTV footage or images.';
comment on column opfcc.retail_activity.evidence_ready_percent is 'evidence_ready in percent of submissions.';

create view opfcc.pilot_count as
select
    pilot_area.pilot,
    pilot_area.role,
    pilot_area.area as area_code,
    area.name as area_name,
    outcome_rate.category,
    outcome_rate.outcome_set,
    outcome_rate.basis,
    outcome_rate.first_day as month,
    outcome_rate.numerator as positive,
    outcome_rate.denominator as reports
from lamplight.pilot_area
join lamplight.outcome_rate
    on outcome_rate.area = pilot_area.area
    and outcome_rate.category = pilot_area.category
    and outcome_rate.period = 'MONTH'
left join lamplight.area on area.code = pilot_area.area;

comment on view opfcc.pilot_count is 'Positive outcomes and reports by month in the areas of a pilot and the areas it is compared with. Add up equal spans of months before and during the pilot; compare the ratio of the two ratios.';
comment on column opfcc.pilot_count.pilot is 'Name of the pilot.';
comment on column opfcc.pilot_count.role is 'TREATED or COMPARISON.';
comment on column opfcc.pilot_count.area_code is 'Code of the area.';
comment on column opfcc.pilot_count.area_name is 'Name of the area.';
comment on column opfcc.pilot_count.category is 'Series counted.';
comment on column opfcc.pilot_count.outcome_set is 'Name of the set of outcome types counted as positive.';
comment on column opfcc.pilot_count.basis is 'RECORDED or ASSIGNED, as in opfcc.outcome_rate.';
comment on column opfcc.pilot_count.month is 'First day of the month.';
comment on column opfcc.pilot_count.positive is 'Reports with an outcome of the set.';
comment on column opfcc.pilot_count.reports is 'Reports recorded in the month.';

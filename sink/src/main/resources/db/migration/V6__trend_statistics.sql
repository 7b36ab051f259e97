-- The statistics of weeks in the views of trends.

create or replace view opfcc.trend as
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
    1000.0::double precision * coalesce(trend.observed, 0) / nullif(area.residents, 0) as rate_per_1000,
    -- The exact limits of a count of zero are 0 and -ln(0.025).
    coalesce(trend.rate_low, 0.0::double precision / nullif(area.residents, 0)) as rate_low,
    coalesce(trend.rate_high, -1000 * ln(0.025::double precision) / nullif(area.residents, 0)) as rate_high,
    trend.as_of,
    trend.completeness,
    trend.season,
    trend.expected,
    trend.dispersion,
    trend.ratio,
    trend.p_rise,
    trend.p_fall,
    trend.q_rise,
    trend.status,
    trend.nowcast,
    trend.nowcast_low,
    trend.nowcast_high,
    trend.direction,
    trend.p_up,
    trend.direction_ratio,
    trend.direction_low,
    trend.direction_high,
    trend.min_detectable_ratio,
    trend.explanation,
    trend.caution
from calendar
cross join lamplight.area
cross join clock
left join lamplight.trend
    on trend.area = area.code
    and trend.category = calendar.category
    and trend.period = calendar.period
    and trend.first_day = calendar.first_day;

comment on column opfcc.trend.rate_low is 'Lower exact 95 % limit of rate_per_1000.';
comment on column opfcc.trend.rate_high is 'Upper exact 95 % limit of rate_per_1000.';
comment on column opfcc.trend.as_of is 'Last date counted when the columns below were computed. They are there for weeks of the last year only, in areas that have had a report.';
comment on column opfcc.trend.completeness is 'Share of the week''s reports that has arrived, from how late they came in the last half year, 0 to 1.';
comment on column opfcc.trend.season is 'Factor of the week of the year, mean 1; 1 until there are two years of history.';
comment on column opfcc.trend.expected is 'Reports expected by as_of from the area''s own past, with its level''s mean, the season and completeness; null where there is no past and while the week runs.';
comment on column opfcc.trend.dispersion is 'How much more counts of this level vary than the model says; at least 1.';
comment on column opfcc.trend.ratio is 'observed / expected.';
comment on column opfcc.trend.p_rise is 'Chance of at least this many reports if nothing has changed; the 13 newest weeks only, as all that follows.';
comment on column opfcc.trend.p_fall is 'Chance of at most this many; null while it is not known how late reports of the feed come in.';
comment on column opfcc.trend.q_rise is 'p_rise with the number of areas of the level paid for (Benjamini-Hochberg).';
comment on column opfcc.trend.status is 'ALERT: p_rise of at most 0.001; WATCH: at most 0.005 with q_rise at most 0.1; PENDING: less than a fifth has arrived; INSUFFICIENT_HISTORY: under 8 weeks; otherwise NONE.';
comment on column opfcc.trend.nowcast is 'Reports the week will have had once all have arrived.';
comment on column opfcc.trend.nowcast_low is '5th percentile of that number.';
comment on column opfcc.trend.nowcast_high is '95th percentile of that number.';
comment on column opfcc.trend.direction is 'The 4 weeks to this one against up to 52 weeks before: RISING, FALLING, NO_CLEAR_CHANGE, or INSUFFICIENT below 5 reports.';
comment on column opfcc.trend.p_up is 'Probability that the rate of the 4 weeks is above that of the weeks before: RISING from 0.95, FALLING to 0.05.';
comment on column opfcc.trend.direction_ratio is 'Rate of the 4 weeks over that of the weeks before.';
comment on column opfcc.trend.direction_low is 'Lower 95 % limit of direction_ratio.';
comment on column opfcc.trend.direction_high is 'Upper 95 % limit of direction_ratio.';
comment on column opfcc.trend.min_detectable_ratio is 'By how much reports must multiply for the rise to be seen within 4 weeks in four cases of five; the newest week that is over only. Null where not even a hundredfold would be.';
comment on column opfcc.trend.explanation is 'What the row says, in a sentence.';
comment on column opfcc.trend.caution is 'What to be careful about, where there is something.';

create or replace view opfcc.council_trend as
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
    end as observed_rolling_year,
    rate_low,
    rate_high,
    as_of,
    completeness,
    season,
    expected,
    dispersion,
    ratio,
    p_rise,
    p_fall,
    q_rise,
    status,
    nowcast,
    nowcast_low,
    nowcast_high,
    direction,
    p_up,
    direction_ratio,
    direction_low,
    direction_high,
    min_detectable_ratio,
    explanation,
    caution
from opfcc.trend
where area_kind = 'COUNCIL'
window
    series as (partition by area_code, category, period order by first_day),
    year as (
        partition by area_code, category, period order by first_day
        range between interval '363 days' preceding and current row);

comment on column opfcc.council_trend.rate_low is 'Lower exact 95 % limit of rate_per_1000.';
comment on column opfcc.council_trend.rate_high is 'Upper exact 95 % limit of rate_per_1000.';
comment on column opfcc.council_trend.as_of is 'Last date counted when the columns below were computed. They are there for weeks of the last year only, in areas that have had a report.';
comment on column opfcc.council_trend.completeness is 'Share of the week''s reports that has arrived, from how late they came in the last half year, 0 to 1.';
comment on column opfcc.council_trend.season is 'Factor of the week of the year, mean 1; 1 until there are two years of history.';
comment on column opfcc.council_trend.expected is 'Reports expected by as_of from the area''s own past, with its level''s mean, the season and completeness; null where there is no past and while the week runs.';
comment on column opfcc.council_trend.dispersion is 'How much more counts of this level vary than the model says; at least 1.';
comment on column opfcc.council_trend.ratio is 'observed / expected.';
comment on column opfcc.council_trend.p_rise is 'Chance of at least this many reports if nothing has changed; the 13 newest weeks only, as all that follows.';
comment on column opfcc.council_trend.p_fall is 'Chance of at most this many; null while it is not known how late reports of the feed come in.';
comment on column opfcc.council_trend.q_rise is 'p_rise with the number of areas of the level paid for (Benjamini-Hochberg).';
comment on column opfcc.council_trend.status is 'ALERT: p_rise of at most 0.001; WATCH: at most 0.005 with q_rise at most 0.1; PENDING: less than a fifth has arrived; INSUFFICIENT_HISTORY: under 8 weeks; otherwise NONE.';
comment on column opfcc.council_trend.nowcast is 'Reports the week will have had once all have arrived.';
comment on column opfcc.council_trend.nowcast_low is '5th percentile of that number.';
comment on column opfcc.council_trend.nowcast_high is '95th percentile of that number.';
comment on column opfcc.council_trend.direction is 'The 4 weeks to this one against up to 52 weeks before: RISING, FALLING, NO_CLEAR_CHANGE, or INSUFFICIENT below 5 reports.';
comment on column opfcc.council_trend.p_up is 'Probability that the rate of the 4 weeks is above that of the weeks before: RISING from 0.95, FALLING to 0.05.';
comment on column opfcc.council_trend.direction_ratio is 'Rate of the 4 weeks over that of the weeks before.';
comment on column opfcc.council_trend.direction_low is 'Lower 95 % limit of direction_ratio.';
comment on column opfcc.council_trend.direction_high is 'Upper 95 % limit of direction_ratio.';
comment on column opfcc.council_trend.min_detectable_ratio is 'By how much reports must multiply for the rise to be seen within 4 weeks in four cases of five; the newest week that is over only. Null where not even a hundredfold would be.';
comment on column opfcc.council_trend.explanation is 'What the row says, in a sentence.';
comment on column opfcc.council_trend.caution is 'What to be careful about, where there is something.';

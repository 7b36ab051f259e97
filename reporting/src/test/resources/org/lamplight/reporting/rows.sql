-- Made-up rows for every view, on real cells (public.cell): today is the day they are asked for.
insert into lamplight.hotspot (force, category, cell, resolution, latitude, longitude, ward, council, as_of,
    cell_count7, cell_count28, cell_count56, disk_count7, disk_count28, disk_count56, intensity, rank, gi_z, gi_p, gi_q,
    expected28, emergence_p7, emergence_p28, emergence_p56, emergence_p, emergence_q, status, p_above, emerging_class,
    provisional, explanation, caution, kafka_partition, kafka_offset)
select force, category, cell, 8, latitude, longitude, ward, council, current_date,
    c / 4, c, 2 * c, c / 3, c + 2, 2 * c + 4, 500.0 / (1 + (n * 7919) % 600), null, 1.5, p, least(1, p * 50), 1.7,
    0.4, p, 0.3, least(1, p * 3), least(1, p * 100),
    case when p < 0.0002 then 'ALERT' when p < 0.001 then 'WATCH' else 'NONE' end, 0.5,
    (array['NEW', 'PERSISTENT', 'SPORADIC', 'DIMINISHING', 'NONE', 'NONE', 'NONE', 'NONE'])[1 + (n * 31) % 8], false,
    format('%s reports in 28 days in and around the cell, where 1.7 were expected.', c + 2),
    case when c < 2 then 'Few reports: one more or less changes much.' end, 0, n
from public.cell
cross join unnest(array['streetsafe', 'retail', 'stop-hate-uk', 'retail.violence']) as category
cross join lateral (select (n * 31) % 9 as c, ((n * 7919) % 10007) / 10007.0 as p) as drawn
where n % 6 = 0;

insert into lamplight.alert (force, category, alert, name, ward, council, latitude, longitude, cells, state, opened_on,
    last_alert_on, grown_on, closed_on, merged_into, count7, count28, count56, emergence_p, emergence_q, explanation,
    caution, kafka_partition, kafka_offset)
select force, 'streetsafe', current_date - 9 || '-' || cell, 'Hemmingwell', ward, council, latitude, longitude,
    array[cell], 'OPEN', current_date - 9, current_date, null, null, null, 4, 7, 9, 0.00002, 0.02,
    '7 reports in 28 days where 1.2 were expected.', null, 0, n
from public.cell where n in (6, 12);

insert into lamplight.incident (id, source, kind, categories, force, cell, areas, occurred_from, occurred_to, first_day,
    last_day, hour_of_week, received_at, reported_at, reasons, police_consent, premises, evidence_ready, other_codes,
    kafka_partition, kafka_offset)
select md5(i::text), source, case source when 'retail' then 'RETAIL_SUBMISSION' else 'SAFETY_CONCERN' end, array[source], force, fine, array[ward, council, force],
    at, at, at::date, at::date, i % 168, at + interval '1 hour', at,
    array[(array['BADLY_LIT', 'NO_CCTV', 'ISOLATED'])[1 + i % 3]], case when i % 50 = 0 then false end,
    'premises-' || i % 7, i % 2 = 0, 0, 0, i
from generate_series(1, 3000) as i
join public.cell on cell.n = 6 * (1 + (i * i) % 300)
cross join lateral (select current_date - (i % 360) + time '12:00' as at,
    (array['streetsafe', 'retail', 'retail'])[1 + i % 3] as source) as drawn;

insert into lamplight.trend (area, area_kind, category, period, first_day, last_day, observed, residents, rate_per1000,
    rate_low, rate_high, as_of, completeness, season, expected, dispersion, ratio, p_rise, p_fall, q_rise, status,
    nowcast, nowcast_low, nowcast_high, direction, p_up, direction_ratio, direction_low, direction_high, explanation,
    kafka_partition, kafka_offset)
select code, kind, category, 'WEEK', monday, monday + 6, observed, residents, 1000.0 * observed / residents,
    800.0 * observed / residents, 1200.0 * observed / residents, current_date, case when back = 0 then 0.8 else 1 end,
    1, expected, 1, observed / expected, 0.3, 0.6, 0.9, case when back = 2 then 'WATCH' else 'NONE' end, observed * 1.1,
    observed * 0.9, observed * 1.4, case when back < 3 then 'RISING' else 'NO_CLEAR_CHANGE' end, 0.97, 1.4, 1.1, 1.9,
    'More than expected, within what chance brings.', 0, back
from lamplight.area
cross join unnest(array['streetsafe', 'retail', 'stop-hate-uk']) as category
cross join generate_series(0, 51) as back
cross join lateral (select date_trunc('week', current_date)::date - 7 * back as monday,
    case kind when 'FORCE' then 40 when 'COUNCIL' then 20 else 2 end + (back * 13) % 7 as observed,
    case kind when 'FORCE' then 42.0 when 'COUNCIL' then 21.0 else 2.5 end as expected) as drawn
where residents > 0;

insert into lamplight.trend (area, area_kind, category, period, first_day, last_day, observed, residents, rate_per1000,
    kafka_partition, kafka_offset)
select code, kind, category, period, first_day, (first_day + length - interval '1 day')::date, 90 + back, residents,
    90000.0 / residents, 0, back
from lamplight.area
cross join unnest(array['streetsafe', 'retail', 'stop-hate-uk']) as category
cross join (values ('MONTH', interval '1 month'), ('QUARTER', interval '3 months')) as periods (period, length)
cross join generate_series(0, 11) as back
cross join lateral (select (date_trunc(period, current_date) - back * length)::date as first_day) as drawn
where residents > 0 and kind in ('COUNCIL', 'FORCE');

insert into lamplight.outcome_rate (area, category, outcome_set, basis, period, first_day, last_day, numerator,
    denominator, rate, rate_low, rate_high, resolved, mature_on, kafka_partition, kafka_offset)
select code, 'retail', outcome_set, basis, 'MONTH', first_day, (first_day + interval '1 month - 1 day')::date,
    10 + back, 100, (10 + back) / 100.0, 0.08, 0.2, 60, (first_day + interval '4 months')::date, 0, back
from lamplight.area
cross join unnest(array['CHARGE_ONLY', 'NORTHANTS_POSITIVE']) as outcome_set
cross join unnest(array['RECORDED', 'ASSIGNED']) as basis
cross join generate_series(1, 12) as back
cross join lateral (select (date_trunc('month', current_date) - back * interval '1 month')::date as first_day) as drawn
where kind in ('COUNCIL', 'FORCE');

insert into lamplight.evaluation (evaluation, category, outcome_set, basis, treated, comparison, buffer, before_from,
    before_to, after_from, after_to, treated_before, treated_after, comparison_before, comparison_after,
    ratio_of_ratios, ratio_low, ratio_high, difference, difference_low, difference_high, dispersion, explanation,
    kafka_partition, kafka_offset)
values ('retail-pilot', 'retail', 'NORTHANTS_POSITIVE', 'RECORDED', '{E06000061}', '{E06000062}', '{}', '2023-04-01',
    '2024-03-31', '2024-04-01', '2025-03-31', 47, 174, 54, 69, 2.9, 1.79, 4.68, 112, 75, 149, 1,
    'Positive outcomes rose 2.9 times as much where the pilot was.', 0, 1);

insert into lamplight.feed_health (source, last_occurred_at, last_received_at, accepted, incidents, corrected,
    withdrawn, superseded, rejected, other_codes, late, lag_p50_seconds, lag_p95_seconds, kafka_partition, kafka_offset)
values ('streetsafe', now() - interval '3 hours', now() - interval '1 hour', 1000, 990, 5, 5, 2, 3, 1, 40, 90000, 700000, 0, 1),
    ('retail', now() - interval '2 days', now() - interval '1 day', 2000, 1990, 5, 5, 0, 0, 0, 10, 40000, 300000, 0, 2);

insert into lamplight.rejected_row (source, file, file_sha256, line, field, rule, message, rejected_at, kafka_partition,
    kafka_offset)
select 'streetsafe', '=cmd|x.csv', repeat('ab', 32), i, 'latitude', 'coordinate', 'The latitude is not a number.',
    now() - i * interval '1 minute', 0, i
from generate_series(2, 4) as i;

insert into lamplight.release (release, as_of, status, sha256, rows, settings, reasons, audit, published_at)
values ('2026-01-15', '2026-01-15', 'PUBLISHED', repeat('cd', 32), '{}', '{}', '{"small": 12, "dominated": 3}', '{}', now());

insert into lamplight.released (release, position, recipient, revision, is_final, area, area_name, area_kind, council,
    category, period, first_day, last_day, count, withheld, residents, rate_per1000, method, threshold, base)
select '2026-01-15', row_number() over (order by code, recipient, back), recipient, 1, false, code, name, kind,
    case when kind = 'COUNCIL' then code end, 'retail', 'MONTH', first_day, (first_day + interval '1 month - 1 day')::date,
    case when back <> 3 then 100 + 5 * back end, back = 3, residents, 0.2, 'ROUNDED', 5, 5
from lamplight.area
join (values ('E06000061', 'E06000061'), ('E06000062', 'E06000062'), ('E23000022', 'E23000022')) as whose (area, recipient)
    on whose.area = code
cross join generate_series(1, 6) as back
cross join lateral (select ('2026-01-01'::date - back * interval '1 month')::date as first_day) as drawn;

-- As the server does by itself after a while: without it, plans for tables that seem empty.
analyze;

-- A full county: ten categories with a report in or beside every cell, and in every area two years of weeks.
create table public.category as
select unnest(array['streetsafe', 'retail', 'stop-hate-uk', 'retail.violence', 'retail.robbery', 'retail.theft',
    'retail.damage', 'retail.threats', 'streetsafe.lighting', 'streetsafe.following']) as category;

insert into lamplight.hotspot (force, category, cell, resolution, latitude, longitude, ward, council, as_of,
    cell_count7, cell_count28, cell_count56, disk_count7, disk_count28, disk_count56, intensity, rank, gi_z, gi_p, gi_q,
    expected28, emergence_p7, emergence_p28, emergence_p56, emergence_p, emergence_q, status, p_above, emerging_class,
    provisional, explanation, caution, kafka_partition, kafka_offset)
select force, category, cell, 8, latitude, longitude, ward, council, current_date,
    c / 4, c, 2 * c, c / 3, c + 2, 2 * c + 4, 500.0 / (1 + r), case when c > 3 then 1 + r end, 3 - 6 * p, p,
    least(1, p * 50), 1.7 + p, p * 0.9, p, p * 0.7, least(1, p * 3), least(1, p * 100),
    case when p < 0.0002 then 'ALERT' when p < 0.001 then 'WATCH' else 'NONE' end, 1 - p,
    (array['NEW', 'PERSISTENT', 'SPORADIC', 'DIMINISHING', 'NONE', 'NONE', 'NONE', 'NONE'])[1 + (n * 31) % 8], false,
    format('%s reports in 28 days in and around the cell, where %s were expected.', c + 2, round((1.7 + p)::numeric, 1)),
    case when c < 2 then 'Few reports: one more or less changes much.' end, 0, n
from public.cell
cross join public.category
cross join lateral (select (n * 31) % 9 as c, (n * 7919) % 3593 as r, ((n * 7919) % 10007) / 10007.0::float8 as p) as drawn;

insert into lamplight.trend (area, area_kind, category, period, first_day, last_day, observed, residents, rate_per1000,
    rate_low, rate_high, as_of, completeness, season, expected, dispersion, ratio, p_rise, p_fall, q_rise, status,
    nowcast, nowcast_low, nowcast_high, direction, p_up, direction_ratio, direction_low, direction_high, explanation,
    kafka_partition, kafka_offset)
select code, kind, category, 'WEEK', monday, monday + 6, observed, residents, 1000.0 * observed / residents,
    800.0 * observed / residents, 1200.0 * observed / residents, current_date, case when back = 0 then 0.8 else 1 end,
    1, expected, 1.2, observed / expected, 0.3, 0.6, 0.9, case when back = 2 then 'WATCH' else 'NONE' end,
    observed * 1.1, observed * 0.9, observed * 1.4, case when back < 3 then 'RISING' else 'NO_CLEAR_CHANGE' end, 0.97,
    1.4, 1.1, 1.9, 'More than expected, within what chance brings.', 0, back
from lamplight.area
cross join public.category
cross join generate_series(0, 103) as back
cross join lateral (select date_trunc('week', current_date)::date - 7 * back as monday,
    case kind when 'FORCE' then 40 when 'COUNCIL' then 20 else 2 end + (back * 13) % 7 as observed,
    case kind when 'FORCE' then 42.0 when 'COUNCIL' then 21.0 else 2.5 end as expected) as drawn;

drop table public.cell, public.category;

-- What analysts of the police read: exact and live. Their roles get usage on schema analyst and select on its views,
-- and nothing on schema lamplight.

create schema analyst;
comment on schema analyst is 'Exact, live views for analysts of the police: restricted, not for publication.';

-- The H3 cell of a coarser resolution that holds a cell: its resolution bits set, the finer digits filled with ones.
create function lamplight.cell_parent(cell text, resolution integer) returns text
language sql immutable strict parallel safe
return to_hex(
    (('x' || lpad(cell, 16, '0'))::bit(64)::bigint & ~(15::bigint << 52))
    | (resolution::bigint << 52)
    | ((1::bigint << (3 * (15 - resolution))) - 1));

create view analyst.hotspot as
select
    hotspot.force as force_code,
    hotspot.category,
    hotspot.cell,
    hotspot.resolution,
    hotspot.latitude,
    hotspot.longitude,
    hotspot.ward as ward_code,
    ward.name as ward_name,
    hotspot.council as council_code,
    council.name as council_name,
    hotspot.as_of,
    hotspot.cell_count7 as cell_count_7,
    hotspot.cell_count28 as cell_count_28,
    hotspot.cell_count56 as cell_count_56,
    hotspot.disk_count7 as disk_count_7,
    hotspot.disk_count28 as disk_count_28,
    hotspot.disk_count56 as disk_count_56,
    hotspot.intensity,
    hotspot.rank,
    row_number() over (
        partition by hotspot.force, hotspot.category order by hotspot.intensity desc, hotspot.cell) as rank_all
from lamplight.hotspot
left join lamplight.area as ward on ward.code = hotspot.ward
left join lamplight.area as council on council.code = hotspot.council;

comment on view analyst.hotspot is 'Where reports concentrate: one row per force, category and H3 cell with reports in the cell or its ring. Rank by intensity; compare categories side by side, never add them up.';
comment on column analyst.hotspot.force_code is 'Code of the police force area.';
comment on column analyst.hotspot.category is 'Series counted: a source, or a facet of it, e.g. streetsafe or retail.violence.';
comment on column analyst.hotspot.cell is 'H3 cell, 15 hex digits.';
comment on column analyst.hotspot.resolution is 'H3 resolution of the cell: 8 (0.66 km2) for sparse categories, 9 (0.09 km2) for busy ones.';
comment on column analyst.hotspot.latitude is 'Latitude of the centre of the cell, degrees, WGS84.';
comment on column analyst.hotspot.longitude is 'Longitude of the centre of the cell, degrees, WGS84.';
comment on column analyst.hotspot.ward_code is 'Code of the ward of the newest vintage that holds the centre of the cell.';
comment on column analyst.hotspot.ward_name is 'Name of that ward.';
comment on column analyst.hotspot.council_code is 'Code of the council that holds the centre of the cell.';
comment on column analyst.hotspot.council_name is 'Name of that council.';
comment on column analyst.hotspot.as_of is 'Last local date counted; every window ends with it and includes it.';
comment on column analyst.hotspot.cell_count_7 is 'Reports in the cell in the 7 days to as_of.';
comment on column analyst.hotspot.cell_count_28 is 'Reports in the cell in the 28 days to as_of.';
comment on column analyst.hotspot.cell_count_56 is 'Reports in the cell in the 56 days to as_of.';
comment on column analyst.hotspot.disk_count_7 is 'Reports in the cell and its ring in the 7 days to as_of. Disks overlap: do not add them up.';
comment on column analyst.hotspot.disk_count_28 is 'Reports in the cell and its ring in the 28 days to as_of. Disks overlap: do not add them up.';
comment on column analyst.hotspot.disk_count_56 is 'Reports in the cell and its ring in the 56 days to as_of. Disks overlap: do not add them up.';
comment on column analyst.hotspot.intensity is 'Long-memory score to rank places by: decayed count of the cell plus a tenth of that of its ring, half-life 46 weeks.';
comment on column analyst.hotspot.rank is 'Place by intensity in the force and category as the pipeline gave it, from 1; null beyond the 100th.';
comment on column analyst.hotspot.rank_all is 'Place by intensity among all cells of the force and category, from 1, ties by cell.';

create view analyst.hotspot_ward as
select
    hotspot.force as force_code,
    hotspot.category,
    hotspot.ward as ward_code,
    ward.name as ward_name,
    hotspot.council as council_code,
    council.name as council_name,
    max(hotspot.as_of) as as_of,
    count(*) filter (where hotspot.cell_count56 > 0) as cells_56,
    sum(hotspot.cell_count7)::bigint as count_7,
    sum(hotspot.cell_count28)::bigint as count_28,
    sum(hotspot.cell_count56)::bigint as count_56,
    min(hotspot.rank) as best_rank,
    rank() over (
        partition by hotspot.force, hotspot.category order by sum(hotspot.cell_count56) desc) as ward_rank
from lamplight.hotspot
left join lamplight.area as ward on ward.code = hotspot.ward
left join lamplight.area as council on council.code = hotspot.council
where hotspot.ward is not null
group by hotspot.force, hotspot.category, hotspot.ward, ward.name, hotspot.council, council.name;

comment on view analyst.hotspot_ward is 'The hotspot cells summed by ward, a cell going to the ward that holds its centre. Near a boundary this differs a little from counts by ward in opfcc.trend, which go by the report''s own finer cell.';
comment on column analyst.hotspot_ward.force_code is 'Code of the police force area.';
comment on column analyst.hotspot_ward.category is 'Series counted: a source, or a facet of it.';
comment on column analyst.hotspot_ward.ward_code is 'Code of the ward, newest vintage.';
comment on column analyst.hotspot_ward.ward_name is 'Name of the ward.';
comment on column analyst.hotspot_ward.council_code is 'Code of the council.';
comment on column analyst.hotspot_ward.council_name is 'Name of the council.';
comment on column analyst.hotspot_ward.as_of is 'Last local date counted.';
comment on column analyst.hotspot_ward.cells_56 is 'Cells with a report in the 56 days to as_of.';
comment on column analyst.hotspot_ward.count_7 is 'Reports in the 7 days to as_of.';
comment on column analyst.hotspot_ward.count_28 is 'Reports in the 28 days to as_of.';
comment on column analyst.hotspot_ward.count_56 is 'Reports in the 56 days to as_of.';
comment on column analyst.hotspot_ward.best_rank is 'Best rank of a cell of the ward, as in analyst.hotspot; null if none is among the first 100.';
comment on column analyst.hotspot_ward.ward_rank is 'Place of the ward by count_56 in the force and category, from 1; equal counts share a place.';

create view analyst.incident as
select
    incident.id,
    incident.source,
    incident.kind,
    incident.categories,
    incident.reasons,
    incident.force as force_code,
    incident.cell,
    ward.code as ward_code,
    ward.name as ward_name,
    council.code as council_code,
    council.name as council_name,
    incident.areas as area_codes,
    incident.occurred_from,
    incident.occurred_to,
    incident.first_day,
    incident.last_day,
    incident.hour_of_week,
    incident.reported_at,
    (incident.reported_at at time zone 'Europe/London')::date as reported_on,
    incident.received_at,
    (incident.received_at at time zone 'Europe/London')::date as received_on,
    incident.recorded_as,
    incident.stage,
    incident.value_stolen_pence,
    incident.value_recovered_pence,
    incident.evidence_ready,
    incident.repeat_offender,
    incident.outcome_type,
    incident.outcome_on
from lamplight.incident
left join lateral (
    select area.code, area.name
    from lamplight.area
    where area.kind = 'WARD' and area.code = any (incident.areas)
    order by area.vintage desc
    limit 1) as ward on true
left join lateral (
    select area.code, area.name
    from lamplight.area
    where area.kind = 'COUNCIL' and area.code = any (incident.areas)
    limit 1) as council on true
where incident.cell is not null and incident.police_consent is distinct from false;

comment on view analyst.incident is 'Reports that stand, de-identified: one row each. Reports whose giver did not agree that the police may see them are not here; they count in opfcc.trend at force level only.';
comment on column analyst.incident.id is 'Pseudonym of the report. It means nothing outside this pipeline.';
comment on column analyst.incident.source is 'Id of the source.';
comment on column analyst.incident.kind is 'Kind of report: SAFETY_CONCERN, HATE_REFERRAL or RETAIL_SUBMISSION.';
comment on column analyst.incident.categories is 'Series in which it counts.';
comment on column analyst.incident.reasons is 'Codes of why: place answers and behaviours, strands, or retail type and flags.';
comment on column analyst.incident.force_code is 'Code of the police force area.';
comment on column analyst.incident.cell is 'H3 cell, resolution 10 (about 130 m across). No finer place is kept anywhere.';
comment on column analyst.incident.ward_code is 'Code of the ward of the newest vintage.';
comment on column analyst.incident.ward_name is 'Name of that ward.';
comment on column analyst.incident.council_code is 'Code of the council.';
comment on column analyst.incident.council_name is 'Name of the council.';
comment on column analyst.incident.area_codes is 'Codes of every area it lies in: wards of each vintage, council, zones, force.';
comment on column analyst.incident.occurred_from is 'Start of the interval in which it happened.';
comment on column analyst.incident.occurred_to is 'End of that interval, exclusive; equal to occurred_from where the instant is known.';
comment on column analyst.incident.first_day is 'Local date on which the interval starts.';
comment on column analyst.incident.last_day is 'Local date of the last moment of the interval.';
comment on column analyst.incident.hour_of_week is 'Local hour of the week, 0 (Monday 00:00) to 167; null where the hour is not known.';
comment on column analyst.incident.reported_at is 'When the person made the report, where known.';
comment on column analyst.incident.reported_on is 'Local date of reported_at.';
comment on column analyst.incident.received_at is 'When the pipeline received the version that stands.';
comment on column analyst.incident.received_on is 'Local date of received_at.';
comment on column analyst.incident.recorded_as is 'Hate referrals: how the police recorded it.';
comment on column analyst.incident.stage is 'Retail: how far the submission has come.';
comment on column analyst.incident.value_stolen_pence is 'Retail: value taken, in pence.';
comment on column analyst.incident.value_recovered_pence is 'Retail: value recovered, in pence.';
comment on column analyst.incident.evidence_ready is 'Retail: a statement exists, and CCTV footage or images do.';
comment on column analyst.incident.repeat_offender is 'Retail: the shop knows the offender from before.';
comment on column analyst.incident.outcome_type is 'Home Office outcome type; null while there is none.';
comment on column analyst.incident.outcome_on is 'Local date on which the outcome was assigned.';

create view analyst.reason_by_hour as
select
    incident.source,
    incident.council_code,
    incident.council_name,
    incident.ward_code,
    incident.ward_name,
    date_trunc('month', incident.first_day::timestamp)::date as month,
    reason,
    incident.hour_of_week,
    incident.hour_of_week / 24 + 1 as day_of_week,
    incident.hour_of_week % 24 as hour_of_day,
    count(*) as reports
from analyst.incident
cross join lateral unnest(incident.reasons) as reason
where incident.hour_of_week is not null
group by 1, 2, 3, 4, 5, 6, 7, 8;

comment on view analyst.reason_by_hour is 'Which reason is given at what hour of the week, by ward and month; reports whose hour is not known are left out. Add up over places and months, but not over reasons: a report may give several.';
comment on column analyst.reason_by_hour.source is 'Id of the source.';
comment on column analyst.reason_by_hour.council_code is 'Code of the council.';
comment on column analyst.reason_by_hour.council_name is 'Name of the council.';
comment on column analyst.reason_by_hour.ward_code is 'Code of the ward of the newest vintage.';
comment on column analyst.reason_by_hour.ward_name is 'Name of that ward.';
comment on column analyst.reason_by_hour.month is 'First day of the month in which it happened.';
comment on column analyst.reason_by_hour.reason is 'Code of the reason.';
comment on column analyst.reason_by_hour.hour_of_week is 'Local hour of the week, 0 (Monday 00:00) to 167.';
comment on column analyst.reason_by_hour.day_of_week is 'Local day of the week, 1 (Monday) to 7.';
comment on column analyst.reason_by_hour.hour_of_day is 'Local hour of the day, 0 to 23.';
comment on column analyst.reason_by_hour.reports is 'Reports that give the reason.';

create view analyst.source_overlap as
select
    force_code,
    cell,
    avg(latitude) as latitude,
    avg(longitude) as longitude,
    max(as_of) as as_of,
    coalesce(sum(cell_count_28) filter (where category = 'streetsafe'), 0)::bigint as streetsafe_28,
    coalesce(sum(cell_count_28) filter (where category = 'stop-hate-uk'), 0)::bigint as stop_hate_uk_28,
    coalesce(sum(cell_count_28) filter (where category = 'retail'), 0)::bigint as retail_28,
    coalesce(sum(cell_count_56) filter (where category = 'streetsafe'), 0)::bigint as streetsafe_56,
    coalesce(sum(cell_count_56) filter (where category = 'stop-hate-uk'), 0)::bigint as stop_hate_uk_56,
    coalesce(sum(cell_count_56) filter (where category = 'retail'), 0)::bigint as retail_56,
    count(distinct category) filter (where cell_count_56 > 0) as sources_56
from (
    select
        hotspot.force as force_code,
        hotspot.category,
        lamplight.cell_parent(hotspot.cell, 8) as cell,
        hotspot.latitude,
        hotspot.longitude,
        hotspot.as_of,
        hotspot.cell_count28 as cell_count_28,
        hotspot.cell_count56 as cell_count_56
    from lamplight.hotspot
    where hotspot.cell_count56 > 0 and hotspot.category in ('streetsafe', 'stop-hate-uk', 'retail')) as counted
group by force_code, cell;

comment on view analyst.source_overlap is 'Do the sources agree at a place? Counts of each source side by side, on the grid of resolution 8 that all of them share. They count different things: compare them, never add them up.';
comment on column analyst.source_overlap.force_code is 'Code of the police force area.';
comment on column analyst.source_overlap.cell is 'H3 cell of resolution 8 (0.66 km2), 15 hex digits.';
comment on column analyst.source_overlap.latitude is 'Latitude to put it on a map, degrees, WGS84: mean of the centres of the cells counted.';
comment on column analyst.source_overlap.longitude is 'Longitude to put it on a map, degrees, WGS84.';
comment on column analyst.source_overlap.as_of is 'Last local date counted.';
comment on column analyst.source_overlap.streetsafe_28 is 'StreetSafe reports in the 28 days to as_of.';
comment on column analyst.source_overlap.stop_hate_uk_28 is 'Stop Hate UK referrals in the 28 days to as_of.';
comment on column analyst.source_overlap.retail_28 is 'Retail submissions in the 28 days to as_of.';
comment on column analyst.source_overlap.streetsafe_56 is 'StreetSafe reports in the 56 days to as_of.';
comment on column analyst.source_overlap.stop_hate_uk_56 is 'Stop Hate UK referrals in the 56 days to as_of.';
comment on column analyst.source_overlap.retail_56 is 'Retail submissions in the 56 days to as_of.';
comment on column analyst.source_overlap.sources_56 is 'How many of the sources have a report here in the 56 days to as_of.';

create view analyst.feed_health as
select
    source,
    last_occurred_at,
    last_received_at,
    (last_received_at at time zone 'Europe/London')::date as last_received_on,
    accepted,
    incidents,
    corrected,
    withdrawn,
    superseded,
    rejected,
    100.0::double precision * rejected / nullif(accepted + rejected, 0) as rejected_percent,
    other_codes,
    late,
    lag_p50_seconds,
    lag_p95_seconds
from lamplight.feed_health;

comment on view analyst.feed_health is 'Is each source complete and current? Counts run from the beginning of the source.';
comment on column analyst.feed_health.source is 'Id of the source.';
comment on column analyst.feed_health.last_occurred_at is 'Latest end of an occurrence among accepted versions.';
comment on column analyst.feed_health.last_received_at is 'Latest receipt of a version or of a rejected row.';
comment on column analyst.feed_health.last_received_on is 'Local date of last_received_at.';
comment on column analyst.feed_health.accepted is 'Versions accepted: new reports, corrections and withdrawals.';
comment on column analyst.feed_health.incidents is 'Reports that now stand.';
comment on column analyst.feed_health.corrected is 'Versions that replaced an earlier one.';
comment on column analyst.feed_health.withdrawn is 'Reports that were taken back.';
comment on column analyst.feed_health.superseded is 'Versions that came too late or repeated the standing one, and changed nothing.';
comment on column analyst.feed_health.rejected is 'Rows rejected; analyst.rejected_row says why.';
comment on column analyst.feed_health.rejected_percent is 'Rows rejected, in percent of versions and rows received; null before the first.';
comment on column analyst.feed_health.other_codes is 'Codes that the mapping does not know and that became OTHER.';
comment on column analyst.feed_health.late is 'New reports received more than 7 days after they occurred.';
comment on column analyst.feed_health.lag_p50_seconds is 'Median delay from occurrence to receipt over new reports, seconds, to within 5 %.';
comment on column analyst.feed_health.lag_p95_seconds is '95th percentile of that delay, seconds, to within 5 %.';

create view analyst.rejected_row as
select
    source,
    file,
    file_sha256,
    line,
    field,
    rule,
    message,
    rejected_at,
    (rejected_at at time zone 'Europe/London')::date as rejected_on
from lamplight.rejected_row;

comment on view analyst.rejected_row is 'Rows that could not be taken, for the owner of the data to mend: where they stand and which rule they broke. Nothing of their content.';
comment on column analyst.rejected_row.source is 'Id of the source.';
comment on column analyst.rejected_row.file is 'Name of the file, or path of the page.';
comment on column analyst.rejected_row.file_sha256 is 'SHA-256 of the bytes of the file, 64 hex digits.';
comment on column analyst.rejected_row.line is 'Line or position of the row, from 1; 0 where the file as a whole was refused.';
comment on column analyst.rejected_row.field is 'Field or column that broke the rule; null where it was the row or the file.';
comment on column analyst.rejected_row.rule is 'Id of the rule.';
comment on column analyst.rejected_row.message is 'What is wrong and what to do.';
comment on column analyst.rejected_row.rejected_at is 'When.';
comment on column analyst.rejected_row.rejected_on is 'Local date of rejected_at.';

-- Hotspots with their statistics, and alerts.

create or replace view analyst.hotspot as
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
        partition by hotspot.force, hotspot.category order by hotspot.intensity desc, hotspot.cell) as rank_all,
    hotspot.gi_z,
    hotspot.gi_p,
    hotspot.gi_q,
    hotspot.expected28 as expected_28,
    hotspot.emergence_p7 as emergence_p_7,
    hotspot.emergence_p28 as emergence_p_28,
    hotspot.emergence_p56 as emergence_p_56,
    hotspot.emergence_p,
    hotspot.emergence_q,
    hotspot.status,
    hotspot.p_above,
    hotspot.emerging_class,
    hotspot.provisional,
    hotspot.alert,
    hotspot.explanation,
    hotspot.caution
from lamplight.hotspot
left join lamplight.area as ward on ward.code = hotspot.ward
left join lamplight.area as council on council.code = hotspot.council;

comment on column analyst.hotspot.gi_z is 'Getis-Ord Gi* of the cell and its ring over 28 days, standard score. For comparison with other tools; at these volumes its normal p-value is wrong.';
comment on column analyst.hotspot.gi_p is 'P(so many reports in and around a cell, if the 28 days'' reports lay over the cells at random), exact.';
comment on column analyst.hotspot.gi_q is 'gi_p with the number of cells paid for. Significantly hot: at most 0.05 with 3 reports or more.';
comment on column analyst.hotspot.expected_28 is 'Reports expected in and around the cell in the 28 days to as_of, from its share of the past. Compare disk_count_28.';
comment on column analyst.hotspot.emergence_p_7 is 'P(the disk gets so large a share of the last 7 days'' reports, if shares were as before); null while the past is too short.';
comment on column analyst.hotspot.emergence_p_28 is 'The same for 28 days.';
comment on column analyst.hotspot.emergence_p_56 is 'The same for 56 days.';
comment on column analyst.hotspot.emergence_p is 'The smallest of the three, with the three looks paid for.';
comment on column analyst.hotspot.emergence_q is 'emergence_p with the number of cells paid for.';
comment on column analyst.hotspot.status is 'NONE, WATCH (emergence_p at most 0.001), ALERT (emergence_q at most 0.1), both with 3 reports on 2 dates or more in 56 days; INSUFFICIENT_HISTORY in the first 8 weeks of a category.';
comment on column analyst.hotspot.p_above is 'P(reports come at more than twice the rate of an average place of the force, all history considered).';
comment on column analyst.hotspot.emerging_class is 'What kind of hot spot it has been over 13 windows of 28 days: NEW, CONSECUTIVE, SPORADIC, OSCILLATING, INTENSIFYING, PERSISTENT, DIMINISHING, HISTORICAL, FORMER or NONE (docs/METHODS.md); null in the first year of a category.';
comment on column analyst.hotspot.provisional is 'Whether less than nine tenths of the newest window''s reports have arrived, so that emerging_class may still change.';
comment on column analyst.hotspot.alert is 'Id of the alert that the cell belongs to: see analyst.alert.';
comment on column analyst.hotspot.explanation is 'One sentence that says why the row stands where it does.';
comment on column analyst.hotspot.caution is 'What to be careful about, where there is something.';

create view analyst.alert as
select
    alert.force as force_code,
    alert.category,
    alert.alert,
    alert.name,
    alert.ward as ward_code,
    ward.name as ward_name,
    alert.council as council_code,
    council.name as council_name,
    alert.latitude,
    alert.longitude,
    alert.cells,
    alert.state,
    alert.opened_on,
    alert.last_alert_on,
    alert.grown_on,
    alert.closed_on,
    alert.merged_into,
    alert.count7 as count_7,
    alert.count28 as count_28,
    alert.count56 as count_56,
    alert.emergence_p,
    alert.emergence_q,
    alert.explanation,
    alert.caution
from lamplight.alert
left join lamplight.area as ward on ward.code = alert.ward
left join lamplight.area as council on council.code = alert.council;

comment on view analyst.alert is 'Places that get significantly more than their past share, neighbouring cells as one: what to look at first. An alert keeps its id from opening to closing and stays here for a year.';
comment on column analyst.alert.force_code is 'Code of the police force area.';
comment on column analyst.alert.category is 'Series counted: a source, or a facet of it.';
comment on column analyst.alert.alert is 'Id of the alert: the date it opened and the cell it began in.';
comment on column analyst.alert.name is 'Nearest named place: the zone that its strongest cell lies in, else that cell''s ward.';
comment on column analyst.alert.ward_code is 'Code of the ward of the strongest cell.';
comment on column analyst.alert.ward_name is 'Name of that ward.';
comment on column analyst.alert.council_code is 'Code of the council of the strongest cell.';
comment on column analyst.alert.council_name is 'Name of that council.';
comment on column analyst.alert.latitude is 'Latitude of the strongest cell''s centre, degrees, WGS84.';
comment on column analyst.alert.longitude is 'Longitude of the strongest cell''s centre, degrees, WGS84.';
comment on column analyst.alert.cells is 'Every cell that has been in alert since it opened.';
comment on column analyst.alert.state is 'OPEN, GROWN (has taken in cells since) or CLOSED (no cell in alert for a week, or taken in by another).';
comment on column analyst.alert.opened_on is 'Date on which it opened.';
comment on column analyst.alert.last_alert_on is 'Last date on which a cell of it was in alert.';
comment on column analyst.alert.grown_on is 'Last date on which it took in a cell.';
comment on column analyst.alert.closed_on is 'Date on which it closed.';
comment on column analyst.alert.merged_into is 'Id of the alert that took it in.';
comment on column analyst.alert.count_7 is 'Reports in its cells in alert and their rings in the 7 days to last_alert_on.';
comment on column analyst.alert.count_28 is 'The same for 28 days.';
comment on column analyst.alert.count_56 is 'The same for 56 days.';
comment on column analyst.alert.emergence_p is 'Smallest emergence_p of its cells on last_alert_on.';
comment on column analyst.alert.emergence_q is 'Smallest emergence_q of its cells on last_alert_on.';
comment on column analyst.alert.explanation is 'One sentence that says why it is there.';
comment on column analyst.alert.caution is 'What to be careful about, where there is something.';

-- What the reporting service reads beside the views that are there, and where it keeps who asked it for what.

-- A place's own past, for the panel that explains it. The cells of resolution 10, at which reports are placed, that lie
-- in a coarser cell are one range of names: those between its first and its last. An index finds them.
create index incident_cell on lamplight.incident (cell collate "C");

-- Its digits below the coarser resolution are 7 already, which no cell of resolution 10 exceeds.
create function lamplight.cell_last(cell text) returns text
language sql immutable strict parallel safe
return '8a' || substr(cell, 3);

-- The same with the digits between the coarser resolution and the tenth at 0.
create function lamplight.cell_first(cell text, resolution integer) returns text
language sql immutable strict parallel safe
return to_hex(
    ('x' || lpad(lamplight.cell_last(cell), 16, '0'))::bit(64)::bigint
    & ~(((1::bigint << (3 * (15 - resolution))) - 1) & ~((1::bigint << 15) - 1)));

create view analyst.cell_history as
select
    hotspot.force as force_code,
    hotspot.category,
    hotspot.cell,
    hotspot.resolution,
    date_trunc('week', incident.first_day::timestamp)::date as week,
    count(*) as reports
from lamplight.hotspot
inner join lamplight.incident
    on incident.cell collate "C" >= lamplight.cell_first(hotspot.cell, hotspot.resolution)
    and incident.cell collate "C" <= lamplight.cell_last(hotspot.cell)
    and hotspot.category = any (incident.categories)
where incident.police_consent is distinct from false
group by hotspot.force, hotspot.category, hotspot.cell, hotspot.resolution, week;

comment on view analyst.cell_history is 'Reports week by week in each hotspot cell: ask for a cell and a category. Weeks without a report have no row. Reaches back as far as reports are kept.';
comment on column analyst.cell_history.force_code is 'Code of the police force area.';
comment on column analyst.cell_history.category is 'Series counted: a source, or a facet of it.';
comment on column analyst.cell_history.cell is 'H3 cell, as in analyst.hotspot.';
comment on column analyst.cell_history.resolution is 'H3 resolution of the cell, as in analyst.hotspot.';
comment on column analyst.cell_history.week is 'First day (Monday) of the week in which the interval of occurrence starts.';
comment on column analyst.cell_history.reports is 'Reports in the cell.';

create view analyst.cell_reason as
select
    hotspot.force as force_code,
    hotspot.category,
    hotspot.cell,
    hotspot.resolution,
    reason,
    incident.hour_of_week,
    count(*) as reports
from lamplight.hotspot
inner join lamplight.incident
    on incident.cell collate "C" >= lamplight.cell_first(hotspot.cell, hotspot.resolution)
    and incident.cell collate "C" <= lamplight.cell_last(hotspot.cell)
    and hotspot.category = any (incident.categories)
cross join lateral unnest(incident.reasons) as reason
where incident.police_consent is distinct from false
group by hotspot.force, hotspot.category, hotspot.cell, hotspot.resolution, reason, incident.hour_of_week;

comment on view analyst.cell_reason is 'Which reason is given at what hour of the week in each hotspot cell: ask for a cell and a category. A report may give several reasons: do not add them up. Reaches back as far as reports are kept.';
comment on column analyst.cell_reason.force_code is 'Code of the police force area.';
comment on column analyst.cell_reason.category is 'Series counted: a source, or a facet of it.';
comment on column analyst.cell_reason.cell is 'H3 cell, as in analyst.hotspot.';
comment on column analyst.cell_reason.resolution is 'H3 resolution of the cell, as in analyst.hotspot.';
comment on column analyst.cell_reason.reason is 'Code of the reason.';
comment on column analyst.cell_reason.hour_of_week is 'Local hour of the week, 0 (Monday 00:00) to 167; null where the hour is not known.';
comment on column analyst.cell_reason.reports is 'Reports that give the reason.';

create view opfcc.release_reason as
select
    release.release,
    release.as_of,
    reason.key as reason,
    reason.value::bigint as counts
from lamplight.release
cross join lateral jsonb_each_text(release.reasons) as reason
where release.status = 'PUBLISHED';

comment on view opfcc.release_reason is 'Why what was not released, or only of a larger area or a longer period: how many counts of each release for each reason.';
comment on column opfcc.release_reason.release is 'Id of the release.';
comment on column opfcc.release_reason.as_of is 'Date of the release.';
comment on column opfcc.release_reason.reason is 'Why: docs/RELEASES.md explains each.';
comment on column opfcc.release_reason.counts is 'How often.';

create view partner.area as
select
    area.code as area_code,
    area.name as area_name,
    area.kind as area_kind,
    area.vintage,
    area.parent as parent_code,
    area.residents
from lamplight.area;

comment on view partner.area is 'The areas that counts are of. Contains OS and ONS data © Crown copyright and database right, OGL v3.';
comment on column partner.area.area_code is 'Code of the area.';
comment on column partner.area.area_name is 'Name of the area.';
comment on column partner.area.area_kind is 'WARD, ZONE, COUNCIL or FORCE.';
comment on column partner.area.vintage is 'Year from which the boundary of a ward holds; 0 for other areas.';
comment on column partner.area.parent_code is 'Code of the council of a ward or zone, of the force of a council.';
comment on column partner.area.residents is 'Usual residents, Census 2021; null where nobody counted them.';

-- Who asked the reporting service for restricted figures: never what came out.
create table lamplight.access_log (
    at timestamp with time zone not null default now(),
    subject text not null,
    audience text not null,
    target text not null,
    status integer not null
);

create index access_log_at on lamplight.access_log (at);

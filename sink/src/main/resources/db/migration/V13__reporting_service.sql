-- What the reporting service reads beside the views that are there, and where it keeps who asked it for what.

-- A place's own past, for the panel that explains it. Reports are found by the cell that holds theirs.
create index incident_cell_8 on lamplight.incident (lamplight.cell_parent(cell, 8));
create index incident_cell_9 on lamplight.incident (lamplight.cell_parent(cell, 9));

create view analyst.cell_history as
select
    incident.force as force_code,
    category,
    lamplight.cell_parent(incident.cell, 8) as cell,
    8 as resolution,
    date_trunc('week', incident.first_day::timestamp)::date as week,
    count(*) as reports
from lamplight.incident
cross join lateral unnest(incident.categories) as category
where incident.cell is not null and incident.police_consent is distinct from false
group by 1, 2, 3, 5
union all
select
    incident.force,
    category,
    lamplight.cell_parent(incident.cell, 9),
    9,
    date_trunc('week', incident.first_day::timestamp)::date,
    count(*)
from lamplight.incident
cross join lateral unnest(incident.categories) as category
where incident.cell is not null and incident.police_consent is distinct from false
group by 1, 2, 3, 5;

comment on view analyst.cell_history is 'Reports week by week in one hotspot cell: ask for a cell and a category. Weeks without a report have no row. Reaches back as far as reports are kept.';
comment on column analyst.cell_history.force_code is 'Code of the police force area.';
comment on column analyst.cell_history.category is 'Series counted: a source, or a facet of it.';
comment on column analyst.cell_history.cell is 'H3 cell, as in analyst.hotspot.';
comment on column analyst.cell_history.resolution is 'H3 resolution of the cell: 8 or 9. Choose one: the cells of both hold the same reports.';
comment on column analyst.cell_history.week is 'First day (Monday) of the week in which the interval of occurrence starts.';
comment on column analyst.cell_history.reports is 'Reports in the cell.';

create view analyst.cell_reason as
select
    incident.force as force_code,
    category,
    lamplight.cell_parent(incident.cell, 8) as cell,
    8 as resolution,
    reason,
    incident.hour_of_week,
    count(*) as reports
from lamplight.incident
cross join lateral unnest(incident.categories) as category
cross join lateral unnest(incident.reasons) as reason
where incident.cell is not null and incident.police_consent is distinct from false
group by 1, 2, 3, 5, 6
union all
select
    incident.force,
    category,
    lamplight.cell_parent(incident.cell, 9),
    9,
    reason,
    incident.hour_of_week,
    count(*)
from lamplight.incident
cross join lateral unnest(incident.categories) as category
cross join lateral unnest(incident.reasons) as reason
where incident.cell is not null and incident.police_consent is distinct from false
group by 1, 2, 3, 5, 6;

comment on view analyst.cell_reason is 'Which reason is given at what hour of the week in one hotspot cell: ask for a cell and a category. A report may give several reasons: do not add them up. Reaches back as far as reports are kept.';
comment on column analyst.cell_reason.force_code is 'Code of the police force area.';
comment on column analyst.cell_reason.category is 'Series counted: a source, or a facet of it.';
comment on column analyst.cell_reason.cell is 'H3 cell, as in analyst.hotspot.';
comment on column analyst.cell_reason.resolution is 'H3 resolution of the cell: 8 or 9. Choose one: the cells of both hold the same reports.';
comment on column analyst.cell_reason.reason is 'Code of the reason.';
comment on column analyst.cell_reason.hour_of_week is 'Local hour of the week, 0 (Monday 00:00) to 167; null where the hour is not known.';
comment on column analyst.cell_reason.reports is 'Reports that give the reason.';

create view opfcc.release_reason as
select
    release.release,
    release.as_of,
    reason.key as reason,
    reason.value::bigint as products
from lamplight.release
cross join lateral jsonb_each_text(release.reasons) as reason
where release.status = 'PUBLISHED';

comment on view opfcc.release_reason is 'Why what was not released, or only of a larger area or a longer period: how many products of each release for each reason.';
comment on column opfcc.release_reason.release is 'Id of the release.';
comment on column opfcc.release_reason.as_of is 'Date of the release.';
comment on column opfcc.release_reason.reason is 'Why: docs/RELEASES.md explains each.';
comment on column opfcc.release_reason.products is 'How often.';

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

-- What has been released to partners. Only the release job writes these tables, and once a release is published nothing
-- of it is changed or deleted: the audit of every later release reads them all.

create table lamplight.release (
    release text primary key,
    as_of date not null,
    -- PREPARED while it is being sent: what a job that was interrupted finds and completes.
    status text not null check (status in ('PREPARED', 'PUBLISHED')),
    sha256 text not null,
    rows jsonb not null,
    settings jsonb not null,
    reasons jsonb not null,
    audit jsonb not null,
    published_at timestamp with time zone
);

-- No two releases at a time: the second would be audited without the first.
create unique index release_prepared on lamplight.release (status) where status = 'PREPARED';

create table lamplight.released (
    release text not null references lamplight.release,
    -- Its place in the release, so that one that was interrupted is sent again in the same order.
    position integer not null,
    recipient text not null,
    revision integer not null,
    is_final boolean not null,
    area text not null,
    area_name text not null,
    area_kind text not null,
    council text,
    category text not null,
    period text not null,
    first_day date not null,
    last_day date not null,
    count bigint,
    withheld boolean not null,
    residents bigint,
    rate_per1000 double precision,
    previous_count bigint,
    ratio double precision,
    direction text,
    method text not null,
    threshold integer not null,
    base integer not null,
    completeness double precision,
    note text,
    primary key (recipient, area, category, period, first_day, revision)
);

create unique index released_position on lamplight.released (release, position);

create schema partner;

comment on schema partner is 'What has been released to partners: safe counts of closed periods.';

create view partner.release as
select
    release.release,
    release.as_of,
    release.published_at,
    release.sha256
from lamplight.release
where release.status = 'PUBLISHED';

comment on view partner.release is 'Releases, each published at once and never changed.';
comment on column partner.release.release is 'Id: its date, followed by -2 and so on for further ones of that day.';
comment on column partner.release.as_of is 'Date of the release.';
comment on column partner.release.published_at is 'When it was published.';
comment on column partner.release.sha256 is 'SHA-256 of its rows, as in topic release.log.';

create view partner.trend as
select
    released.release,
    released.recipient,
    released.revision,
    released.is_final,
    row_number() over (
        partition by
            released.recipient, released.area, released.category, released.period, released.first_day
        order by released.revision desc
    ) = 1 as latest,
    released.area as area_code,
    released.area_name,
    released.area_kind,
    released.council as council_code,
    released.category,
    released.period,
    released.first_day,
    released.last_day,
    released.count,
    released.withheld,
    released.residents,
    released.rate_per1000 as rate_per_1000,
    released.previous_count,
    released.ratio,
    released.direction,
    released.method,
    released.threshold,
    released.base,
    released.completeness,
    released.note
from lamplight.released
inner join lamplight.release using (release)
where release.status = 'PUBLISHED';

comment on view partner.trend is 'Released counts of wards, councils and the force area: protected, closed periods only. A period is released once and revised once; filter on latest for one row each.';
comment on column partner.trend.release is 'Id of the release.';
comment on column partner.trend.recipient is 'Code of the council, or of the force area, that the row was released to.';
comment on column partner.trend.revision is '1 when the period was first released, 2 when it was for the last time.';
comment on column partner.trend.is_final is 'Whether no further revision of this period follows.';
comment on column partner.trend.latest is 'Whether this is the newest revision of its area, category and period.';
comment on column partner.trend.area_code is 'Code of the area.';
comment on column partner.trend.area_name is 'Name of the area.';
comment on column partner.trend.area_kind is 'WARD, COUNCIL or FORCE.';
comment on column partner.trend.council_code is 'Code of the council that the area is or lies in; null for the force area.';
comment on column partner.trend.category is 'Series counted: a source, or a facet of it.';
comment on column partner.trend.period is 'WEEK, FOUR_WEEKS, MONTH or QUARTER.';
comment on column partner.trend.first_day is 'First date of the period.';
comment on column partner.trend.last_day is 'Last date of the period, inclusive.';
comment on column partner.trend.count is 'Reports, protected; null where withheld. Parts need not add up to their whole.';
comment on column partner.trend.withheld is 'Whether the count is withheld: it is small (zero included), or a small one could be worked out from it.';
comment on column partner.trend.residents is 'Usual residents of the area, Census 2021.';
comment on column partner.trend.rate_per_1000 is '1000 * count / residents, per period, from the protected count.';
comment on column partner.trend.previous_count is 'Count released for the period before, where there is one.';
comment on column partner.trend.ratio is 'count / previous_count.';
comment on column partner.trend.direction is 'Where the count is going, from released counts only: RISING, FALLING, NO_CLEAR_CHANGE or INSUFFICIENT.';
comment on column partner.trend.method is 'ROUNDED to the nearest multiple of base, or CELL_KEY: with noise that is always the same for the same reports.';
comment on column partner.trend.threshold is 'Counts below this are withheld.';
comment on column partner.trend.base is 'Counts are multiples of this; 1 where they are not rounded.';
comment on column partner.trend.completeness is 'Share of the period''s reports that had arrived, over the whole force, in steps of 0.05.';
comment on column partner.trend.note is 'What to know about the row, in plain words.';

-- The tables mirror topics: a column for every field of the record, one row per key, and the partition and offset of
-- the record that a row came from. Only the sink writes them; people read the views.

create table lamplight.kafka_offset (
    connector text not null,
    topic text not null,
    kafka_partition integer not null,
    next_offset bigint not null,
    primary key (connector, topic, kafka_partition)
) with (fillfactor = 50);

create table lamplight.area (
    code text primary key,
    name text not null,
    kind text not null,
    vintage integer not null,
    parent text,
    residents bigint
);

-- Grows with every report. A withdrawal names only the id, and a correction may move a report to another month, so
-- the partitions go by id and not by time.
create table lamplight.incident (
    id text not null,
    source text not null,
    kind text not null,
    categories text[] not null,
    force text not null,
    cell text,
    areas text[] not null,
    occurred_from timestamp with time zone not null,
    occurred_to timestamp with time zone not null,
    first_day date not null,
    last_day date not null,
    hour_of_week integer,
    received_at timestamp with time zone not null,
    reported_at timestamp with time zone,
    reasons text[] not null,
    recorded_as text,
    police_consent boolean,
    council_consent boolean,
    premises text,
    value_stolen_pence bigint,
    value_recovered_pence bigint,
    evidence_ready boolean,
    repeat_offender boolean,
    stage text,
    outcome_type text,
    outcome_on date,
    other_codes integer not null,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    primary key (id)
) partition by hash (id);

do $$
begin
    for remainder in 0 .. 7 loop
        execute format(
            'create table lamplight.incident_%s partition of lamplight.incident
                 for values with (modulus 8, remainder %s) with (fillfactor = 90)',
            remainder, remainder);
    end loop;
end
$$;

create index incident_first_day on lamplight.incident (first_day);

-- Rewritten all the time but hardly growing. Room on the page and no index on a count let PostgreSQL update a row in
-- place (HOT), without touching any index.
create table lamplight.hotspot (
    force text not null,
    category text not null,
    cell text not null,
    resolution integer not null,
    latitude double precision not null,
    longitude double precision not null,
    ward text,
    council text,
    as_of date not null,
    cell_count7 bigint not null,
    cell_count28 bigint not null,
    cell_count56 bigint not null,
    disk_count7 bigint not null,
    disk_count28 bigint not null,
    disk_count56 bigint not null,
    intensity double precision not null,
    rank integer,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    primary key (force, category, cell)
) with (fillfactor = 60);

create index hotspot_cell on lamplight.hotspot (cell);

-- Grows with every period, the weeks fastest: a part for each length of period.
create table lamplight.trend (
    area text not null,
    area_kind text not null,
    category text not null,
    period text not null,
    first_day date not null,
    last_day date not null,
    observed bigint not null,
    residents bigint,
    rate_per1000 double precision,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    primary key (area, category, period, first_day)
) partition by list (period);

create table lamplight.trend_week partition of lamplight.trend for values in ('WEEK') with (fillfactor = 80);
create table lamplight.trend_month partition of lamplight.trend for values in ('MONTH') with (fillfactor = 80);
create table lamplight.trend_quarter partition of lamplight.trend for values in ('QUARTER') with (fillfactor = 80);
create table lamplight.trend_other partition of lamplight.trend default;

create index trend_category_first_day on lamplight.trend (category, first_day);

create table lamplight.outcome_rate (
    area text not null,
    category text not null,
    outcome_set text not null,
    basis text not null,
    period text not null,
    first_day date not null,
    last_day date not null,
    numerator bigint not null,
    denominator bigint not null,
    rate double precision,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    primary key (area, category, outcome_set, basis, period, first_day)
) with (fillfactor = 80);

create table lamplight.feed_health (
    source text primary key,
    last_occurred_at timestamp with time zone,
    last_received_at timestamp with time zone,
    accepted bigint not null,
    incidents bigint not null,
    corrected bigint not null,
    withdrawn bigint not null,
    superseded bigint not null,
    rejected bigint not null,
    other_codes bigint not null,
    late bigint not null,
    lag_p50_seconds bigint,
    lag_p95_seconds bigint,
    kafka_partition integer not null,
    kafka_offset bigint not null
) with (fillfactor = 50);

create table lamplight.rejected_row (
    source text not null,
    file text not null,
    file_sha256 text not null,
    line bigint not null,
    field text,
    rule text not null,
    message text not null,
    rejected_at timestamp with time zone not null,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    primary key (source, file_sha256, line)
);

create index rejected_row_rejected_at on lamplight.rejected_row (rejected_at);

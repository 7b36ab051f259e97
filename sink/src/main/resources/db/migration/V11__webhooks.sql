-- What has been sent to partners by webhook. Only the program that sends writes here.

create table lamplight.webhook (
    webhook text primary key,
    -- Attempts that failed since one was taken.
    failures integer not null default 0,
    next_attempt_at timestamp with time zone not null,
    failing_since timestamp with time zone,
    problem text,
    disabled_at timestamp with time zone
);

create table lamplight.webhook_delivery (
    webhook text not null references lamplight.webhook,
    release text not null references lamplight.release,
    -- Pages that have been taken; the whole release has been when delivered_at is set.
    pages integer not null,
    delivered_at timestamp with time zone,
    primary key (webhook, release)
);

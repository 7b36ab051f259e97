-- Who may see which rows of what was released. A role sees the rows of its recipients: a council its own and the
-- force's, the release job (*) all. The roles and these entries are made by `lamplight access apply`.
create table lamplight.reader (
    role name not null,
    recipient text not null,
    primary key (role, recipient)
);

alter table lamplight.released enable row level security;

create policy recipient on lamplight.released
using (exists (
    select from lamplight.reader
    where reader.role = current_user and reader.recipient in ('*', released.recipient)
));

-- The views ask the tables in the name of who asks them; else the policy would see their owner.
alter view partner.release set (security_invoker = true);
alter view partner.trend set (security_invoker = true);

-- The roles that the service takes, with the rights that they are given in earnest by `lamplight access apply`.
create role lamplight_analyst;
create role lamplight_opfcc;
create role lamplight_public;
create role lamplight_council_north_northamptonshire;
create role lamplight_council_west_northamptonshire;
create role lamplight_reporting noinherit login;
grant lamplight_analyst, lamplight_opfcc, lamplight_public, lamplight_council_north_northamptonshire,
    lamplight_council_west_northamptonshire to lamplight_reporting;
grant usage on schema lamplight to lamplight_reporting;
grant insert on lamplight.access_log to lamplight_reporting;
grant usage on schema analyst to lamplight_analyst;
grant select on all tables in schema analyst to lamplight_analyst;
grant usage on schema opfcc to lamplight_analyst, lamplight_opfcc;
grant select on all tables in schema opfcc to lamplight_analyst, lamplight_opfcc;
grant usage on schema partner to lamplight_analyst, lamplight_opfcc, lamplight_public,
    lamplight_council_north_northamptonshire, lamplight_council_west_northamptonshire;
grant select on all tables in schema partner to lamplight_analyst, lamplight_opfcc, lamplight_public,
    lamplight_council_north_northamptonshire, lamplight_council_west_northamptonshire;
grant select on lamplight.released, lamplight.reader to lamplight_analyst, lamplight_opfcc, lamplight_public,
    lamplight_council_north_northamptonshire, lamplight_council_west_northamptonshire;
grant select (release, as_of, status, sha256, published_at) on lamplight.release to lamplight_analyst,
    lamplight_opfcc, lamplight_public, lamplight_council_north_northamptonshire,
    lamplight_council_west_northamptonshire;
insert into lamplight.reader values
    ('lamplight_analyst', '*'),
    ('lamplight_opfcc', '*'),
    ('lamplight_public', 'E23000022'),
    ('lamplight_council_north_northamptonshire', 'E06000061'),
    ('lamplight_council_north_northamptonshire', 'E23000022'),
    ('lamplight_council_west_northamptonshire', 'E06000062'),
    ('lamplight_council_west_northamptonshire', 'E23000022');

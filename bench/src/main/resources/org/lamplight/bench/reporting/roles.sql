create role lamplight_analyst;
create role lamplight_reporting noinherit login;
grant lamplight_analyst to lamplight_reporting;
grant usage on schema lamplight to lamplight_reporting;
grant insert on lamplight.access_log to lamplight_reporting;
grant usage on schema analyst, opfcc, partner to lamplight_analyst;
grant select on all tables in schema analyst, opfcc, partner to lamplight_analyst;

-- Run once, on an empty server: the databases of Lamplight and of the registry, and their owners.
\set owner `cat /run/secrets/admin.database`
\set registry `sed -n 's/^apicurio.datasource.password=//p' /run/secrets/registry.properties`
create role lamplight login createrole password :'owner';
create database lamplight owner lamplight;
create role registry login password :'registry';
create database registry owner registry;
revoke connect on database registry from public;
revoke connect on database postgres from public;

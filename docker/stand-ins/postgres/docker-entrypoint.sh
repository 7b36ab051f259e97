#!/bin/bash
# Makes the server's files when there are none, runs what is to be run once, and becomes the server.
set -euo pipefail

if [[ ! -s $PGDATA/PG_VERSION ]]; then
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  password=${POSTGRES_PASSWORD:-}
  [[ -n $password ]] || password=$(<"$POSTGRES_PASSWORD_FILE")
  mkdir -p "$PGDATA"
  # shellcheck disable=SC2086 # the arguments are meant to be split
  initdb -U "$user" --pwfile=<(printf %s "$password") --encoding=UTF8 --locale=C.UTF-8 ${POSTGRES_INITDB_ARGS:-}
  printf "listen_addresses = '*'\n" >>"$PGDATA/postgresql.conf"
  printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
  pg_ctl -w start -o "-c listen_addresses='' -c unix_socket_directories=/var/run/postgresql"
  export PGHOST=/var/run/postgresql PGUSER=$user
  [[ $database == postgres ]] || psql -q -d postgres -c "create database \"$database\""
  for file in /docker-entrypoint-initdb.d/*.sql; do
    [[ -e $file ]] && psql -q -v ON_ERROR_STOP=1 -d "$database" -f "$file"
  done
  pg_ctl -w -m fast stop
fi
exec "$@" -c unix_socket_directories=/var/run/postgresql

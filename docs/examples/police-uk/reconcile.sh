#!/usr/bin/env bash
# Counts the police.uk files independently of Lamplight, per month, ward and type, and compares with its database.
#   DATABASE_URL=postgresql://... ./reconcile.sh FILES_FOLDER WARDS.geojson...
set -euo pipefail

if (($# < 2)) || [ -z "${DATABASE_URL:-}" ]; then
  echo "usage: DATABASE_URL=postgresql://USER:PASSWORD@HOST:PORT/lamplight $0 FILES_FOLDER WARDS.geojson..." >&2
  exit 2
fi

here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/node_modules" ] || npm --prefix "$here" ci --silent --no-audit --no-fund
expected=$(mktemp)
trap 'rm -f "$expected"' EXIT
node "$here/count.mjs" "$@" > "$expected"
node "$here/compare.mjs" "$expected"

// Compares counts made by count.mjs with those in Lamplight's database, and fails on any difference.
//
//   DATABASE_URL=postgresql://USER:PASSWORD@127.0.0.1:54320/lamplight node compare.mjs expected.csv
//
// Looks at both ends of the pipeline: the register of incidents, counted here, and the trends, counted by the streams.

import { readFileSync } from "node:fs";
import pg from "pg";

const REGISTER = `
  select to_char(first_day, 'YYYY-MM') as month, ward_code as ward, category, count(*) as count
  from analyst.incident cross join lateral unnest(categories) as category
  where source = 'police-uk'
  group by 1, 2, 3`;

const TRENDS = `
  select to_char(first_day, 'YYYY-MM') as month, area_code as ward, category, observed as count
  from opfcc.trend
  where category like 'police-uk.%' and period = 'MONTH' and area_kind = 'WARD' and vintage = 2025 and observed > 0`;

// Not a type, but a second look at some of them.
const OVERLAPPING = "police-uk.with-violence";

function readExpected(file) {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  return new Map(lines.map((line) => line.split(",")).map(([month, ward, type, count]) => [`${month},${ward},${type}`, Number(count)]));
}

async function readActual(client, query) {
  const { rows } = await client.query(query);
  return new Map(
    rows
      .filter(({ category }) => category.startsWith("police-uk.") && category !== OVERLAPPING)
      .map(({ month, ward, category, count }) => [`${month},${ward},${category.slice("police-uk.".length)}`, Number(count)]),
  );
}

function differences(expected, actual) {
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((key) => expected.get(key) !== actual.get(key))
    .sort()
    .map((key) => `${key}: ${expected.get(key) ?? 0} in the files, ${actual.get(key) ?? 0} in the database`);
}

function total(counts) {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

const expected = readExpected(process.argv[2]);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
let found = 0;
for (const [name, query] of Object.entries({ register: REGISTER, trends: TRENDS })) {
  const actual = await readActual(client, query);
  const different = differences(expected, actual);
  found += different.length;
  console.log(
    `${name}: ${actual.size} counts of ${total(actual)} incidents; in the files ${expected.size} counts of ` +
      `${total(expected)}; ${different.length} differences`,
  );
  different.slice(0, 20).forEach((line) => console.log(`  ${line}`));
}
await client.end();
process.exitCode = found === 0 ? 0 : 1;

// Counts street-level files of data.police.uk per month, ward and type, from the files alone.
//
//   node count.mjs FILES_FOLDER WARDS.geojson... > expected.csv
//
// Nothing of Lamplight's code is used: its own CSV reader (csv-parse), its own H3 (h3-js), its own point in polygon (Turf).
// The rules it shares with docs/examples/police-uk/police-uk.yaml and docs/AREAS.md:
// - A place is an H3 cell of resolution 10, and lies in the ward that holds the cell's centre; a row without
//   coordinates, or in no ward, is not counted.
// - Rows with the same Crime ID are one crime: the last of them counts, in the order of files by name. Without a
//   Crime ID every row is an event of its own.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { parse } from "csv-parse/sync";
import { cellToLatLng, latLngToCell } from "h3-js";

const RESOLUTION = 10;

const TYPES = {
  "Anti-social behaviour": "anti-social-behaviour",
  "Bicycle theft": "other-theft",
  "Burglary": "burglary",
  "Criminal damage and arson": "criminal-damage",
  "Drugs": "drugs",
  "Other crime": "other",
  "Other theft": "other-theft",
  "Possession of weapons": "weapons",
  "Public order": "public-order",
  "Robbery": "robbery",
  "Shoplifting": "shoplifting",
  "Theft from the person": "other-theft",
  "Vehicle crime": "vehicle-crime",
  "Violence and sexual offences": "violence",
};

function readWards(files) {
  return files
    .flatMap((file) => JSON.parse(readFileSync(file, "utf8")).features)
    .map((ward) => ({ code: ward.properties.WD25CD, ward, box: boxOf(ward.geometry.coordinates.flat(Infinity)) }));
}

function boxOf(numbers) {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (let i = 0; i < numbers.length; i += 2) {
    box.west = Math.min(box.west, numbers[i]);
    box.east = Math.max(box.east, numbers[i]);
    box.south = Math.min(box.south, numbers[i + 1]);
    box.north = Math.max(box.north, numbers[i + 1]);
  }
  return box;
}

function wardFinder(wards) {
  const wardOfCell = new Map();
  return (lat, lng) => {
    const cell = latLngToCell(lat, lng, RESOLUTION);
    if (!wardOfCell.has(cell)) {
      const [centreLat, centreLng] = cellToLatLng(cell);
      wardOfCell.set(cell, wardAt(wards, centreLat, centreLng));
    }
    return wardOfCell.get(cell);
  };
}

function wardAt(wards, lat, lng) {
  const found = wards.find(
    ({ ward, box }) =>
      lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north && booleanPointInPolygon([lng, lat], ward),
  );
  return found?.code;
}

function* rows(folder) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith("-street.csv")).sort()) {
    yield* parse(readFileSync(join(folder, file)), { columns: true, bom: true });
  }
}

function readEvents(folder, wardOf) {
  const totals = { rows: 0, withoutCoordinates: 0, outside: 0, replaced: 0 };
  const crimes = new Map();
  let blank = 0;
  for (const row of rows(folder)) {
    totals.rows++;
    if (row.Latitude === "" || row.Longitude === "") {
      totals.withoutCoordinates++;
      continue;
    }
    const ward = wardOf(Number(row.Latitude), Number(row.Longitude));
    if (ward === undefined) {
      totals.outside++;
      continue;
    }
    const id = row["Crime ID"] === "" ? `blank ${blank++}` : row["Crime ID"];
    totals.replaced += crimes.has(id) ? 1 : 0;
    crimes.set(id, [row.Month, ward, TYPES[row["Crime type"]]].join(","));
  }
  return { events: [...crimes.values()], totals };
}

const [folder, ...wardFiles] = process.argv.slice(2);
if (wardFiles.length === 0) {
  console.error("usage: node count.mjs FILES_FOLDER WARDS.geojson... > expected.csv");
  process.exit(2);
}
const { events, totals } = readEvents(folder, wardFinder(readWards(wardFiles)));
const counts = new Map();
for (const event of events) {
  counts.set(event, (counts.get(event) ?? 0) + 1);
}
console.log("month,ward,type,count");
for (const key of [...counts.keys()].sort()) {
  console.log(`${key},${counts.get(key)}`);
}
console.error(
  `${totals.rows} rows: ${totals.withoutCoordinates} without coordinates, ${totals.outside} outside the county, ` +
    `${totals.replaced} replaced by a later row of the same Crime ID; ${events.length} incidents in ${counts.size} counts`,
);

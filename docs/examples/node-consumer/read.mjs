// Reads analyst.hotspot and analyst.feed-health with clients that know nothing of Lamplight: KafkaJS for the topics and
// a client of Confluent's schema registry for the schemas. Logs in as analyst.
//
//   npm ci && node read.mjs PASSWORD-FILE CA-FILE        with ./lamplight up or ./lamplight demo running
//
// KAFKA (127.0.0.1:9094) and REGISTRY (http://127.0.0.1:8081) may name others.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { SchemaRegistry } from "@kafkajs/confluent-schema-registry";
import { Kafka, logLevel } from "kafkajs";

const QUIET_MILLIS = 5000;
const FIRST = 10;

const [passwordFile, caFile] = process.argv.slice(2);
const kafka = new Kafka({
  clientId: "node-consumer",
  brokers: (process.env.KAFKA ?? "127.0.0.1:9094").split(","),
  ssl: { ca: [readFileSync(caFile, "utf8")] },
  sasl: { mechanism: "scram-sha-512", username: "analyst", password: readFileSync(passwordFile, "utf8").trim() },
  logLevel: logLevel.ERROR,
});
const registry = new SchemaRegistry({ host: process.env.REGISTRY ?? "http://127.0.0.1:8081" });

/** The latest value of every key of a compacted topic, read from its beginning until nothing new comes for a while. */
async function latest(topic) {
  const values = new Map();
  let last = Date.now();
  const consumer = kafka.consumer({ groupId: `analyst.node-consumer-${topic}-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  consumer.on(consumer.events.GROUP_JOIN, () => (last = Date.now()));
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      last = Date.now();
      const key = message.key.toString();
      if (message.value === null) {
        values.delete(key); // a tombstone: the row is gone
      } else {
        values.set(key, await registry.decode(message.value));
      }
    },
  });
  while (Date.now() - last < QUIET_MILLIS) {
    await sleep(200);
  }
  await consumer.disconnect();
  return [...values.values()];
}

function countBy(rows, keyOf) {
  const counts = {};
  for (const row of rows) {
    counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  }
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ key, count }));
}

function date(daysSince1970) {
  return new Date(daysSince1970 * 86_400_000).toISOString().slice(0, 10);
}

const hotspots = await latest("analyst.hotspot");
console.log(`analyst.hotspot: ${hotspots.length} rows`);
console.table(countBy(hotspots, (row) => row.category));
console.log(`The first ${FIRST} by rank:`);
console.table(
  hotspots
    .filter((row) => row.rank !== null)
    .sort((a, b) => a.rank - b.rank || (a.category < b.category ? -1 : 1))
    .slice(0, FIRST)
    .map((row) => ({
      category: row.category,
      rank: row.rank,
      cell: row.cell,
      ward: row.ward,
      asOf: date(row.asOf),
      cell28: row.cellCount28,
      disk28: row.diskCount28,
      intensity: Number(row.intensity.toFixed(2)),
    })),
);

const feeds = await latest("analyst.feed-health");
console.log(`analyst.feed-health: ${feeds.length} sources`);
console.table(feeds.map((row) => ({ source: row.source, reports: Number(row.incidents), rejected: Number(row.rejected) })));

// Prints what a council is released, as it is released. With --once it ends when it has read what there is.
//
//   KAFKA_PASSWORD=… node subscribe.mjs partner.north-northamptonshire.trend partner.county.trend
//
// KAFKA (127.0.0.1:9094), KAFKA_USER (council-north-northamptonshire), KAFKA_CA (partners-ca.pem) and REGISTRY
// (http://127.0.0.1:8081) may say otherwise.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Kafka, logLevel } from "kafkajs";

// The packages' main files also load what encrypts fields with keys of cloud providers, which nobody needs here.
const require = createRequire(import.meta.url);
const { SchemaRegistryClient } = require("@confluentinc/schemaregistry/dist/schemaregistry-client");
const { AvroDeserializer } = require("@confluentinc/schemaregistry/dist/serde/avro");

const { KAFKA_PASSWORD, KAFKA_USER = "council-north-northamptonshire" } = process.env;
const once = process.argv.includes("--once");
const topics = process.argv.slice(2).filter((argument) => argument !== "--once");

const kafka = new Kafka({
  clientId: "subscriber",
  brokers: (process.env.KAFKA ?? "127.0.0.1:9094").split(","),
  ssl: { ca: [readFileSync(process.env.KAFKA_CA ?? "partners-ca.pem")] },
  sasl: { mechanism: "scram-sha-512", username: KAFKA_USER, password: KAFKA_PASSWORD },
  logLevel: logLevel.ERROR,
});
const registry = new SchemaRegistryClient({
  baseURLs: [process.env.REGISTRY ?? "http://127.0.0.1:8081"],
  // Without a limit, a request that is not answered would be waited for for ever; with it, each is tried again
  createAxiosDefaults: { timeout: 5_000, "axios-retry": { shouldResetTimeout: true } },
});
const deserializer = new AvroDeserializer(registry, 1 /* values */, {});
// A group's name begins with the login's and a dot. KafkaJS reads only what is committed unless it is told otherwise.
const consumer = kafka.consumer({ groupId: `${KAFKA_USER}.node` });

/** How far each topic has been read where that matters: to its end as it is now. */
async function ends() {
  const admin = kafka.admin();
  await admin.connect();
  const entries = [];
  for (const topic of topics) {
    const [{ high }] = await admin.fetchTopicOffsets(topic); // a partner's topic has one partition
    entries.push([topic, BigInt(high)]);
  }
  await admin.disconnect();
  return new Map(entries);
}

const left = once ? await ends() : new Map();

function date(daysSince1970) {
  return new Date(daysSince1970 * 86_400_000).toISOString().slice(0, 10);
}

// Each row stands by itself: store it under area, category, period and first day, and let the higher revision win.
function print(row) {
  const value = row.withheld ? "withheld" : row.count;
  console.log(
    `${row.release} revision ${row.revision}: ${row.areaName}, ${row.category}, ` +
      `${date(row.firstDay)} to ${date(row.lastDay)}: ${value}`,
  );
}

await consumer.connect();
await consumer.subscribe({ topics, fromBeginning: true });
await consumer.run({
  eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
    for (const message of batch.messages) {
      print(await deserializer.deserialize(batch.topic, message.value));
      resolveOffset(message.offset);
    }
    await heartbeat();
    // The last offset may be the mark that ends a transaction, which is no message.
    if (once && BigInt(batch.lastOffset()) + 1n >= (left.get(batch.topic) ?? 0n)) {
      left.delete(batch.topic);
    }
    if (once && left.size === 0) {
      setImmediate(() => consumer.disconnect());
    }
  },
});

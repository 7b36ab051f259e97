// Prints what the official parser has to say of an AsyncAPI document and what it found in it, as JSON.
//
//   node validate.mjs asyncapi.yaml

import { readFile } from "node:fs/promises";
import { AvroSchemaParser } from "@asyncapi/avro-schema-parser";
import { Parser } from "@asyncapi/parser";

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await parser.parse(await readFile(process.argv[2], "utf8"));
console.log(
  JSON.stringify({
    problems: diagnostics.map(({ message, path }) => `${path.join(".")}: ${message}`),
    channels: document?.channels().all().map((channel) => channel.address()),
    fields: Object.keys(document?.channels().all()[0].messages().all()[0].payload().properties() ?? {}),
  }),
);

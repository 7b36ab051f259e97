/** What a file costs on its way to Kafka. */
package org.lamplight.bench.ingest;

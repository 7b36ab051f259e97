/** Kafka Connect source connectors: folders and HTTP, one mapping a source. */
package org.lamplight.ingest;

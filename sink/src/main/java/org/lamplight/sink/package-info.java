/** Kafka Connect sink connector: topics to PostgreSQL, rows and offsets in one transaction. */
package org.lamplight.sink;

/** What an analytic row costs on its way from Kafka into PostgreSQL. */
package org.lamplight.bench.sink;

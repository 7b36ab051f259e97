/** The Kafka Streams application: normalise, register, hotspots, trends, outcomes, feed health. */
package org.lamplight.streams;

/** The rules: pure functions of reports, dates and counts. Nothing here knows of Kafka. */
package org.lamplight.streams.rules;

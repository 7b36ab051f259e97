/** Counts of every area, category and period. */
package org.lamplight.streams.trend;

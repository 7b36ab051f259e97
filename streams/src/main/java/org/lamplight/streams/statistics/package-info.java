/**
 * The estimators: pure functions over small arrays, each with its formula and its source. No Kafka, no clock, no state.
 *
 * <p>Tail probabilities are summed or computed directly, never as one minus the other tail: the small ones are those that
 * matter.
 */
package org.lamplight.streams.statistics;

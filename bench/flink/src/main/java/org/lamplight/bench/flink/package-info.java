/** The same counts by Flink. */
package org.lamplight.bench.flink;

/** What reports cost on a real broker, beside other programs that do part of the same. */
package org.lamplight.bench.throughput;

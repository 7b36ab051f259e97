/** Benchmarks of the whole of Lamplight, run as a user runs it. */
package org.lamplight.bench.whole;

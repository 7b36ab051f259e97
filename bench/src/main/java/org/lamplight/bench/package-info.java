/** Benchmarks of the production classes; docs/BENCHMARKS.md has the results. */
package org.lamplight.bench;

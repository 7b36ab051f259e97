/** What the reporting service costs: answers, live events and pages. */
package org.lamplight.bench.reporting;

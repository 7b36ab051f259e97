/** Whether a process works, and how well: over HTTP, for Prometheus and for whatever restarts processes. */
package org.lamplight.monitoring;

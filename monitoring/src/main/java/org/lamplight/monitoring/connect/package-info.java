/** The same for Connect workers that are not ours to start. */
package org.lamplight.monitoring.connect;

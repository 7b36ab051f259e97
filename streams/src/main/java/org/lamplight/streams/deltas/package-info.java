/** The signed deltas that the register's changes become, and of which every count is a sum. */
package org.lamplight.streams.deltas;

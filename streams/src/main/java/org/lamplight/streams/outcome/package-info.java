/** Outcome rates of every council and force. */
package org.lamplight.streams.outcome;

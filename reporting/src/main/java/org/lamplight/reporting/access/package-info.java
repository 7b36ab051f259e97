/** Who asks, what they may see, and what is written down about it. */
package org.lamplight.reporting.access;

/** How late reports come in, and so how much of a week has arrived. */
package org.lamplight.streams.arrivals;

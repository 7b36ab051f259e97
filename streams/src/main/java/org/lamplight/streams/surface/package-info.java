/** The surface of each category: what every cell has had, and what follows from it today. */
package org.lamplight.streams.surface;

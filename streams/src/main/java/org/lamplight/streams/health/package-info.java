/** How each source is doing. */
package org.lamplight.streams.health;

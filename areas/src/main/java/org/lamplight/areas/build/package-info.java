/** Builds an area book from boundary files; {@link org.lamplight.areas.build.AreaBookBuilder} is where to begin. */
package org.lamplight.areas.build;

/** What goes into a release: pure Java, from counts and what has been released before. */
package org.lamplight.release.plan;

/** What changes while people look. */
package org.lamplight.reporting.live;

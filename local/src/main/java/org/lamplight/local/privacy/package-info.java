/** What removes reports: on request, and when they have been kept long enough. */
package org.lamplight.local.privacy;

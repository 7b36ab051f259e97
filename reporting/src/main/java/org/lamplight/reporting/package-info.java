/** The read-only HTTP service over the reporting views, and the web page that it serves. */
package org.lamplight.reporting;

/** Tables for people, read from the views of the reporting database. */
package org.lamplight.local.reporting;

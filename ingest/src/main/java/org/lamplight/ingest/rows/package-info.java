/** Reads the rows of an export: CSV, JSON Lines and JSON arrays, in any of the usual character sets, packed or not. */
package org.lamplight.ingest.rows;

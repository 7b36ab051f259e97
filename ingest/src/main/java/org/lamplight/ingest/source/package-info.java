/** What the connectors share: the settings of a source, and the records that its reports become. */
package org.lamplight.ingest.source;

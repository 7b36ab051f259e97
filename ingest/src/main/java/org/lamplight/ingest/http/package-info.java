/** A source whose exports are pages of JSON on a server. Read {@link org.lamplight.ingest.http.HttpSourceTask} first. */
package org.lamplight.ingest.http;

/** What a source is: a mapping file that says how the rows of its exports become reports (docs/MAPPINGS.md). */
package org.lamplight.ingest.mapping;

/** What a row must hold to be taken: every rule by its id, and the pure code that applies the rules about values. */
package org.lamplight.ingest.rules;

package org.lamplight.ingest.rows;

/** What a reader finds where a row should stand: the row, or why there is none. */
public sealed interface Entry permits Row, Problem {
    /** Line on which it starts, from 1; 0 for the file as a whole. */
    long line();
}

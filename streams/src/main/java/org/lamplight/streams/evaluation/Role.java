package org.lamplight.streams.evaluation;

/** Which part an area plays; a report that lies in areas of several counts for the first of them. */
enum Role {
    /** Something was done there. */
    TREATED,
    /** Around a treated area: incidents may have moved there. */
    BUFFER,
    /** Nothing was done there. */
    COMPARISON
}

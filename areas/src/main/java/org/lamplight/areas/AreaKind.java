package org.lamplight.areas;

/** What sort of area it is, from the smallest that the law knows to the largest. */
public enum AreaKind {
    /** An electoral ward of one vintage. */
    WARD,
    /** A named place that people ask about; no boundary of the law. */
    ZONE,
    /** A local authority. */
    COUNCIL,
    /** A police force area. */
    FORCE
}

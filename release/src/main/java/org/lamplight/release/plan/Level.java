package org.lamplight.release.plan;

/** The finest areas that are released of a product. */
public enum Level {
    /** Wards, and the council. */
    WARD,
    /** The council only. */
    COUNCIL,
    /** The force area: the product of the county, or of a council nothing of whose own is released. */
    COUNTY,
    /** Nothing yet: the longer period follows. */
    NOTHING
}

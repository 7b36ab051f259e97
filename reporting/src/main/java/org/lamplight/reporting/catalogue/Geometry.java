package org.lamplight.reporting.catalogue;

/** Where on the map the rows of a collection are. */
public enum Geometry {
    /** Nowhere. */
    NONE,
    /** The hexagon of column {@code cell}; {@code latitude} and {@code longitude} are its centre. */
    CELL,
    /** The point at {@code latitude} and {@code longitude}. */
    POINT,
    /** The outline of the area of column {@code area_code}. */
    AREA
}

package org.lamplight.local.demo;

/** A row of an export while it is being made: named values that may still change. */
interface Fields {
    String get(String name);

    Fields set(String name, String value);

    /** A row with the same values, to become a later version of the report. */
    Fields copy();

    /** The row as it stands in the file, without a line end. */
    String line();
}

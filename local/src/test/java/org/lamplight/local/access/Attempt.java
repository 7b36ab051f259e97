package org.lamplight.local.access;

import java.util.Set;

/** What can be tried on a topic. */
enum Attempt {
    DESCRIBE,
    READ,
    WRITE,
    DESCRIBE_SETTINGS,
    ALTER_SETTINGS,
    ADD_PARTITIONS,
    DELETE_RECORDS,
    DELETE;

    /** What works for one who may read it. */
    static final Set<Attempt> OF_A_READER = Set.of(DESCRIBE, READ);
}

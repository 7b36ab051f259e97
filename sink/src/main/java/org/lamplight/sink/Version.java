package org.lamplight.sink;

import java.util.Objects;

/** The version of this module, as its jar states it. */
final class Version {
    static final String OF_SINK =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged");

    private Version() {}
}

package org.lamplight.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build. */
public final class Version {
    private Version() {}

    /** For example 0.1.0. */
    public static String current() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/org/lamplight/ingest/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The build's own version cannot be read.", e);
        }
        return build.getProperty("version");
    }
}

package org.lamplight.local.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where each part keeps what must survive a restart.
 *
 * @param root absolute path of the directory
 * @param secrets keys and passwords, one per file, readable by the owner only
 */
public record DataDirectory(Path root, Path secrets) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** Makes the paths absolute. */
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
        secrets = secrets.toAbsolutePath().normalize();
    }

    /** With the secrets in it. */
    public DataDirectory(Path root) {
        this(root, root.resolve("secrets"));
    }

    /** Makes it if it is missing, for its owner only: files that are dropped there name people. */
    public void create() {
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(root, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + root + " cannot be made.", e);
        }
    }

    /** The broker's logs. */
    public Path broker() {
        return root.resolve("broker");
    }

    /** The database's files. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** PostgreSQL's programs, unpacked. */
    public Path postgresPrograms() {
        return root.resolve("postgres-programs");
    }

    /** The schemas of the embedded registry. */
    public Path registry() {
        return root.resolve("registry");
    }

    /** State of the streams application. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** The folders that are watched, one per source. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Where this run's parts are reached, one address per file, for the connectors. */
    public Path addresses() {
        return root.resolve("addresses");
    }

    /** Log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Held by the process that runs on this directory. */
    public Path lock() {
        return root.resolve("lock");
    }
}

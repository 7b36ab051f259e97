package org.lamplight.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** A program of a few files for Node.js whose packages are installed from its lock file into target, each time they change. */
public final class NodeProject {
    private static final String LOCK = "package-lock.json";

    private final Path source;
    private final Path home;

    /**
     * Installs nothing yet.
     *
     * @param source directory of the program
     */
    public NodeProject(Path source) {
        this.source = source;
        this.home = Path.of("target", "js").resolve(source.getFileName());
    }

    /** Whether this machine has Node.js and npm. */
    public static boolean available() {
        try {
            Programs.run(Path.of("."), Map.of(), "npm", "--version");
            Programs.run(Path.of("."), Map.of(), "node", "--version");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs {@code node} with these arguments and environment in the directory of the program; what it prints. */
    public String node(Map<String, String> environment, String... arguments) throws IOException {
        install();
        return Programs.run(
                home,
                environment,
                Stream.concat(Stream.of("node"), Stream.of(arguments)).toArray(String[]::new));
    }

    private void install() throws IOException {
        boolean current = Files.isDirectory(home.resolve("node_modules"))
                && Files.exists(home.resolve(LOCK))
                && Files.mismatch(home.resolve(LOCK), source.resolve(LOCK)) == -1;
        Files.createDirectories(home);
        try (Stream<Path> files = Files.list(source)) {
            files.filter(Files::isRegularFile).forEach(this::copy);
        }
        if (!current) {
            Programs.run(home, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private void copy(Path file) {
        try {
            Files.copy(file, home.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

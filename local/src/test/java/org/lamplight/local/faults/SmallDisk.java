package org.lamplight.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lamplight.local.Programs;

/** A directory on a disk of its own, in memory, which can be full. Only root can make one. */
final class SmallDisk {
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final int BLOCK = 4096;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes it.
     *
     * @throws IllegalStateException if this user may not
     */
    static SmallDisk mount(Path directory, int megabytes) throws IOException {
        Files.createDirectories(directory);
        Programs.run(
                directory,
                Map.of(),
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + megabytes + "m",
                "tmpfs",
                directory.toString());
        return new SmallDisk(directory);
    }

    /** Removes those that are below a directory, also such as an earlier run has left. */
    static void unmountAll(Path home) throws IOException {
        if (!Files.exists(MOUNTS)) {
            return;
        }
        for (String mount : Files.readAllLines(MOUNTS)) {
            String directory = mount.split(" ", 3)[1];
            if (Path.of(directory).startsWith(home)) {
                Programs.run(home, Map.of(), "umount", "--lazy", directory);
            }
        }
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // Full, as it should be.
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return directory.resolve("filler");
    }
}

package org.lamplight.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.source.Origin;
import org.lamplight.ingest.source.Sha256;

/**
 * A claimed file, known by its bytes.
 *
 * @param path where it lies
 * @param origin its name and hash
 * @param stamp its size and time when it was hashed
 * @param refused the rule that it breaks as it lies there; empty for a file that can be opened
 */
record Export(Path path, Origin origin, Stamp stamp, Optional<Rule> refused) {
    /**
     * Looks at a claimed file.
     *
     * @param inbox the folder that a link must not leave
     * @throws java.nio.file.NoSuchFileException if it has been taken away
     */
    static Export of(Path path, Path inbox) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            return refused(path, attributes, leaves(path, inbox) ? Rule.FILE_OUTSIDE_INBOX : Rule.FILE_NOT_A_FILE);
        }
        if (!attributes.isRegularFile()) {
            return refused(path, attributes, Rule.FILE_NOT_A_FILE);
        }
        return Files.isReadable(path)
                ? new Export(path, new Origin(name(path), Sha256.of(path)), Stamp.of(attributes), Optional.empty())
                : refused(path, attributes, Rule.FILE_UNREADABLE);
    }

    /** Whether it is still as it was when it was hashed. */
    boolean unchanged() throws IOException {
        return stamp.equals(Stamp.of(path));
    }

    /** What cannot be read has no bytes to be known by, so its name and time stand for them. */
    private static Export refused(Path path, BasicFileAttributes attributes, Rule rule) {
        String known = name(path) + '\n' + attributes.lastModifiedTime();
        Origin origin = new Origin(name(path), Sha256.of(known));
        return new Export(path, origin, Stamp.of(attributes), Optional.of(rule));
    }

    private static boolean leaves(Path link, Path inbox) throws IOException {
        Path target = inbox.resolve(Files.readSymbolicLink(link)).normalize();
        return !target.startsWith(inbox.normalize());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}

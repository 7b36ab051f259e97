package org.lamplight.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    @TempDir
    Path root;

    @Test
    void shouldLookAtOnlySoManyFilesOfAFullInbox() throws IOException {
        Scene scene = new Scene(root);
        for (int number = 0; number < 1_000; number++) {
            scene.drop("%04d.csv".formatted(number), "");
        }

        List<Found> found = inbox(scene).look(10, path -> false);

        assertThat(found)
                .extracting(Found::name)
                .hasSize(10)
                .startsWith("0000.csv")
                .endsWith("0009.csv");
    }

    @Test
    void shouldFindWhatWasClaimedBeforeWhatWaits() throws IOException {
        Scene scene = new Scene(root);
        Inbox inbox = inbox(scene);
        Path claimed = folders(scene).claim(scene.drop("b.csv", ""));
        scene.drop("a.csv", "");

        assertThat(inbox.look(10, path -> false)).extracting(Found::name).containsExactly("b.csv", "a.csv");
        assertThat(inbox.look(10, claimed::equals)).extracting(Found::name).containsExactly("a.csv");
    }

    @Test
    void shouldNeverOverwriteAFileThatIsThere() throws IOException {
        Scene scene = new Scene(root);
        Folders folders = folders(scene);
        folders.create();
        String hash = "0123456789".repeat(6) + "abcd";

        for (String text : List.of("1", "2", "3")) {
            folders.release(folders.claim(scene.drop("a.csv", text)), hash, Fate.DONE);
        }

        assertThat(scene.names("done")).containsExactly("a-01234567-2.csv", "a-01234567.csv", "a.csv");
        assertThat(Files.readString(folders.done().resolve("a.csv"))).isEqualTo("1");
        assertThat(Files.readString(folders.done().resolve("a-01234567-2.csv"))).isEqualTo("3");
    }

    private static Inbox inbox(Scene scene) throws IOException {
        folders(scene).create();
        return new Inbox(
                folders(scene),
                FileSystems.getDefault().getPathMatcher("glob:*"),
                new Share(0, 1),
                new Resting(Duration.ofMillis(500), scene.clock));
    }

    private static Folders folders(Scene scene) {
        return new Folders(
                scene.inbox,
                scene.inbox.resolve(".claimed"),
                scene.inbox.resolve("done"),
                scene.inbox.resolve("failed"));
    }
}

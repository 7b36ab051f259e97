package org.lamplight.local.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder a source's files are dropped into; a file is there whole or not at all. */
record Inbox(Path root) {
    void drop(Export export, String fileName, Iterable<String> lines) throws IOException {
        Path folder = Files.createDirectories(root.resolve(export.source()));
        Path unfinished = folder.resolve("." + fileName + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(unfinished, export.charset())) {
            if (export.header().isPresent()) {
                out.write(export.header().get());
                out.write('\n');
            }
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        Files.move(unfinished, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    }
}

package org.lamplight.local.registry;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A registry in a process of its own, to be killed. Prints its URL. */
final class RegistryProcess {
    private RegistryProcess() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedRegistry registry = EmbeddedRegistry.start(Path.of(args[0]), 0);
        System.out.println(registry.url());
        new CountDownLatch(1).await();
    }
}

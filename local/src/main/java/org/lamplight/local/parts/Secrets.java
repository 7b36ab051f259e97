package org.lamplight.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Keys and passwords that Lamplight makes itself, each in a file that only its owner can read. */
public final class Secrets {
    /** The key by which reports and shops are pseudonymised. */
    public static final String PSEUDONYM_KEY = "pseudonym.key";
    /** The password of the reporting database. */
    public static final String DATABASE_PASSWORD = "database.password";

    /** The key by which ties and noise of releases are drawn; another would draw others. */
    public static final String RELEASE_KEY = "release.key";

    /** The key by which the reporting service signs tokens of its own. */
    public static final String TOKEN_KEY = "token.key";

    private static final int BYTES = 32;

    private final Path directory;
    private final SecureRandom random;

    /**
     * Makes nothing yet.
     *
     * @param directory where the files are
     * @param random where new secrets come from
     */
    public Secrets(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /** The name of the password by which a part logs in to the reporting database. */
    public static String databasePassword(String principal) {
        return "database-" + principal + ".password";
    }

    /** A principal's password for servers elsewhere, if it is here. */
    public Optional<String> given(String principal, String use) {
        String name = nameOf(principal, use);
        return has(name) ? Optional.of(get(name)) : Optional.empty();
    }

    /** The name of a part's password for servers elsewhere, which {@code lamplight access apply} gave it. */
    static String nameOf(String principal, String use) {
        return principal + "." + use;
    }

    /** Keeps such a password, for the part to log in with from its next start on. */
    public synchronized void keep(String principal, String use, String secret) {
        Path file = directory.resolve(nameOf(principal, use));
        try {
            SecretFile.write(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be written.", e);
        }
    }

    /** Whether there is a secret of this name. */
    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    /** The secret of this name; made when it is asked for first, by whichever part that is. */
    public synchronized String get(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                SecretFile.write(file, fresh());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be read or made.", e);
        }
    }

    /** How a connector's configuration refers to the secret, which thus stays in its file. */
    public String reference(String name) {
        return WorkerSettings.reference(directory.resolve(name));
    }

    /** A new secret, which is kept nowhere. */
    public String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.lamplight.ingest.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps account of exports whose records are on their way, until all are committed. Safe from any thread. */
final class Ledger {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Set<Path> paths = new HashSet<>();

    /**
     * An export that has been read to its end, and all of it is committed.
     *
     * @param export which
     * @param fate where it goes
     */
    record Settled(Export export, Fate fate) {}

    private static final class Account {
        private final Export export;
        private long outstanding;
        private Fate fate;

        Account(Export export) {
            this.export = export;
        }
    }

    synchronized void open(Export export) {
        accounts.put(export.origin().sha256(), new Account(export));
        paths.add(export.path());
    }

    /** Records of the export are handed to the worker. */
    synchronized void handedOver(Export export, int records) {
        accounts.get(export.origin().sha256()).outstanding += records;
    }

    /** A record of the export with this hash is committed. */
    synchronized void committed(String sha256) {
        Account account = accounts.get(sha256);
        if (account != null) {
            account.outstanding--;
        }
    }

    /** No more records will come of the export. */
    synchronized void ended(Export export, Fate fate) {
        accounts.get(export.origin().sha256()).fate = fate;
    }

    /** Whether an export with the same bytes is being read, or is read but not committed. */
    synchronized boolean holds(String sha256) {
        return accounts.containsKey(sha256);
    }

    /** Whether the file that lies here is such an export. */
    synchronized boolean holds(Path path) {
        return paths.contains(path);
    }

    /** Closes the accounts of exports that are ended and committed. */
    synchronized List<Settled> settle() {
        List<Settled> settled = new ArrayList<>();
        for (Iterator<Account> all = accounts.values().iterator(); all.hasNext(); ) {
            Account account = all.next();
            if (account.fate != null && account.outstanding == 0) {
                settled.add(new Settled(account.export, account.fate));
                paths.remove(account.export.path());
                all.remove();
            }
        }
        return settled;
    }
}

package org.lamplight.ingest.http;

import java.time.Duration;
import java.util.Optional;

/** What a server answers to the request for a page. */
sealed interface Answer {
    /**
     * What a later request says to get the page only if it has changed.
     *
     * @param etag the page's ETag
     * @param modified when it was last modified, as the server wrote it
     */
    record Validators(Optional<String> etag, Optional<String> modified) {
        static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
    }

    /** The page. Not a record, since two pages are never compared. */
    final class Page implements Answer {
        private final byte[] bytes;
        private final Validators validators;

        Page(byte[] bytes, Validators validators) {
            this.bytes = bytes;
            this.validators = validators;
        }

        byte[] bytes() {
            return bytes;
        }

        Validators validators() {
            return validators;
        }
    }

    /** The page is as it was. */
    record NotModified() implements Answer {}

    /** The page has more bytes than are taken. */
    record TooLarge() implements Answer {}

    /**
     * No page now, but perhaps later.
     *
     * @param why in a few words, without anything the server said
     * @param after how long the server asks us to wait
     */
    record Later(String why, Optional<Duration> after) implements Answer {}

    /**
     * No page, and asking again will not help.
     *
     * @param why in a sentence, without anything the server said
     */
    record Never(String why) implements Answer {}
}

package org.lamplight.ingest.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.lamplight.ingest.http.PageReader.Reading;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.source.Pause;
import org.lamplight.ingest.source.Sha256;
import org.lamplight.ingest.source.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the pages of a server: asks for a page, reads its items, maps them, and hands over their records. */
public final class HttpSourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSourceTask.class);
    /** A worker wants its thread back this often, to see whether it shall stop. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Pause pause;
    private final RandomGenerator random;
    private HttpSettings settings;
    private Pager pager;
    private Fetcher fetcher;
    private PageReader reader;
    private Backoff backoff;
    private Walk walk;
    private Instant due = Instant.EPOCH;
    private String refusedBefore = "";

    /** A task as a worker makes it. */
    public HttpSourceTask() {
        this(Clock.systemUTC(), null, RandomGenerator.getDefault());
    }

    HttpSourceTask(Clock clock, Pause pause, RandomGenerator random) {
        this.clock = clock;
        this.pause = pause == null ? Pause.until(stopped) : pause;
        this.random = random;
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    public void start(Map<String, String> properties) {
        settings = HttpSettings.of(properties);
        pager = settings.pager();
        fetcher = settings.fetcher(clock);
        Map<String, String> partition = settings.partition();
        reader = new PageReader(
                settings.source().mapper(clock), settings.source().records(clock), partition);
        backoff = settings.backoff(random);
        walk = new Walk(PagePosition.of(context.offsetStorageReader().offset(partition)));
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        Duration wait = Duration.between(clock.instant(), due);
        if (!wait.isNegative() && !wait.isZero()) {
            pause.pause(wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE);
            return null;
        }
        URI address = pager.address(walk.target());
        List<SourceRecord> records = take(address, fetcher.get(address, walk.known()));
        return records.isEmpty() ? null : records;
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    private List<SourceRecord> take(URI address, Answer answer) {
        if (answer instanceof Answer.Page page) {
            return read(address, page);
        } else if (answer instanceof Answer.NotModified) {
            backoff.reset();
            waitUnless(walk.unchanged());
        } else if (answer instanceof Answer.TooLarge) {
            return refuse(address, Sha256.of(walk.target()), Rule.FILE_TOO_MANY_BYTES);
        } else if (answer instanceof Answer.Later later) {
            tryAgain(later.why(), later.after().orElse(Duration.ZERO));
        } else if (answer instanceof Answer.Never never) {
            throw new ConnectException(never.why());
        }
        return List.of();
    }

    private List<SourceRecord> read(URI address, Answer.Page page) {
        Optional<Reading> reading = reader.read(address.getPath(), page.bytes(), walk.target(), walk.position());
        if (reading.isEmpty()) {
            return refuse(address, Sha256.of(page.bytes()), Rule.PAGE_MALFORMED);
        }
        PagePosition end = reading.get().position();
        Optional<String> next =
                pager.next(reading.get().tree(), walk.target(), reading.get().items());
        if (!next.map(this::isAddress).orElse(true)) {
            return refuse(address, Sha256.of(page.bytes()), Rule.PAGE_MALFORMED);
        }
        backoff.reset();
        if (end.item() == 0) {
            walk.empty(next);
            waitUnless(false);
        } else {
            waitUnless(walk.read(end, page.validators(), next));
        }
        return reading.get().records();
    }

    private boolean isAddress(String cursor) {
        try {
            return pager.address(cursor).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Says once what is wrong with a page, and asks again later. */
    private List<SourceRecord> refuse(URI address, String sha256, Rule rule) {
        tryAgain(rule.id(), Duration.ZERO);
        if (sha256.equals(refusedBefore)) {
            return List.of();
        }
        refusedBefore = sha256;
        return List.of(reader.refused(address.getPath(), sha256, rule, walk.position()));
    }

    private void tryAgain(String why, Duration atLeast) {
        Duration wait = backoff.next();
        due = clock.instant().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait);
        LOG.warn(
                "No page of {} for now ({}); asking again at {}.",
                settings.source().mapping().source(),
                why,
                due);
    }

    private void waitUnless(boolean more) {
        due = more ? clock.instant() : clock.instant().plus(settings.pollInterval());
    }
}

package org.lamplight.sink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** How the sink connects to PostgreSQL. */
final class Connections {
    // A connection that has been silent for so long is dead, whatever the network says.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private Connections() {}

    /** A pool of one connection, since a task works in one thread; it connects when it is first asked. */
    static HikariDataSource pool(SinkConfig config) {
        PGSimpleDataSource driver = driver(config);
        driver.setSocketTimeout((int) SILENCE.toSeconds());
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(config.connector() + "-" + config.task());
        pool.setRegisterMbeans(true);
        pool.setDataSource(driver);
        pool.setMaximumPoolSize(1);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(config.timeout().toMillis());
        pool.setValidationTimeout(config.timeout().toMillis());
        return new HikariDataSource(pool);
    }

    /** Connections without a pool. */
    static PGSimpleDataSource driver(SinkConfig config) {
        // An instance, not a URL for DriverManager, which does not see drivers inside a Connect plug-in.
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(config.url());
        driver.setUser(config.user());
        driver.setPassword(config.password().value());
        driver.setApplicationName("lamplight-sink");
        driver.setConnectTimeout((int) Math.max(1, config.timeout().toSeconds()));
        // PostgreSQL's details quote rows.
        driver.setLogServerErrorDetail(false);
        return driver;
    }
}

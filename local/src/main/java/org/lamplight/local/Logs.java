package org.lamplight.local;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the logs of a running Lamplight to files, so that the console stays readable. */
public final class Logs {
    private Logs() {}

    /**
     * From now on, a file per part.
     *
     * @param directory where the files are
     */
    public static void to(Path directory) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("logs", directory.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Logs.class.getResource("/logback-files.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException("logback-files.xml in this jar cannot be read.", e);
        }
    }
}

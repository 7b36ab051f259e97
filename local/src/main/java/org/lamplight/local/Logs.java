package org.lamplight.local;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Locale;
import org.lamplight.local.config.LogFormat;
import org.slf4j.LoggerFactory;

/** Sends the logs of a running Lamplight to where they are read. */
public final class Logs {
    private Logs() {}

    /**
     * From now on.
     *
     * @param format whether to files, so that the console stays readable, or as JSON to the standard output
     * @param directory where files are
     */
    public static void begin(LogFormat format, Path directory) {
        String file = "/logback-" + format.name().toLowerCase(Locale.ROOT) + ".xml";
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("logs", directory.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Logs.class.getResource(file));
        } catch (JoranException e) {
            throw new IllegalStateException(file + " in this jar cannot be read.", e);
        }
    }
}

package org.lamplight.local.commands;

import java.time.Duration;
import java.util.List;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topic.Cleanup.Compact;
import org.lamplight.schemas.Topic.Cleanup.Delete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight topics}. */
@Command(name = "topics", description = "Print the topic catalogue: names, values, partitions and retention.")
final class TopicsCommand implements Runnable {
    private static final List<Column> COLUMNS = List.of(
            new Column("topic", false),
            new Column("value", false),
            new Column("partitions", true),
            new Column("kept", false));

    @ParentCommand
    private RootCommand root;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        format.print(
                new Table(
                        COLUMNS,
                        PartnerTopics.catalogue(AreaBooks.read(root.config())).stream()
                                .map(this::row)
                                .toList()),
                root.console());
    }

    private List<String> row(Topic<?> topic) {
        return List.of(
                topic.name(), topic.valueType().getSimpleName(), Integer.toString(topic.partitions()), kept(topic));
    }

    private String kept(Topic<?> topic) {
        if (topic.cleanup() instanceof Compact) {
            return "the latest of each key; older ones at most "
                    + days(root.config().retention().erasure().within());
        }
        return topic.cleanup() instanceof Delete delete
                ? delete.retention().map(TopicsCommand::days).orElse("for ever")
                : "";
    }

    private static String days(Duration duration) {
        return duration.toDays() + " days";
    }
}

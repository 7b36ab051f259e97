package org.lamplight.local.commands;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import org.lamplight.local.config.SecretNames;
import org.lamplight.local.config.Settings;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight config}. */
@Command(
        name = "config",
        description = "Print every setting that is in force and where it was set. Secrets are hidden.")
final class ConfigCommand implements Runnable {
    private static final List<Column> COLUMNS =
            List.of(new Column("setting", false), new Column("value", false), new Column("set in", false));

    @ParentCommand
    private RootCommand root;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        Config settings = root.settings();
        List<List<String>> rows = settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        format.print(new Table(COLUMNS, rows), root.console());
        // What is wrong is said after what is set, so that people see both.
        root.config();
    }

    private static List<String> row(String key, ConfigValue value) {
        String shown = value.unwrapped().toString();
        return List.of(
                key,
                SecretNames.isSecret(key) && !shown.isEmpty() ? "(hidden)" : shown,
                Settings.describe(value.origin()));
    }
}

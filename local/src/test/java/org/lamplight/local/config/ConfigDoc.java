package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes docs/CONFIG.md from the comments of reference.conf. */
final class ConfigDoc {
    private static final String INTRODUCTION = """
            # Configuration

            What you set goes into `lamplight.conf` beside the `lamplight` command ([HOCON](https://github.com/lightbend/config/blob/main/HOCON.md),
            of which JSON and `key = value` lines are a part), or into the environment, which goes first. `lamplight config`
            prints what is in force and where it was set. A setting that cannot be used, and a name that is no setting, is
            refused in a sentence before anything starts.

            ```hocon
            kafka.port = 9192
            sources {
              flare { mapping = flare.yaml }   # a fourth source: a mapping file and this line
            }
            ```

            This page is made from `local/src/main/resources/reference.conf`; a test keeps the two equal.

            | Setting | Default | Meaning | In the environment |
            |---|---|---|---|
            """;

    private static final String EVALUATION = """
            ## An evaluation
            [What the numbers mean](METHODS.md#evaluations). `lamplight pilot` prints them. An area code is one of the area book:
            a ward, a zone, a council.

            ```hocon
            evaluations {
              retail-pilot {
                category = retail
                outcome-set = NORTHANTS_POSITIVE   # leave this and basis out to count reports
                basis = assigned                   # or recorded: by when the report was made
                treated = E06000061                # North Northamptonshire
                comparison = E06000062             # West Northamptonshire
                before = "2023-04..2024-03"
                after = "2024-04..2025-03"
              }
              hemmingwell {
                category = streetsafe
                treated = zone-hemmingwell
                comparison = "zone-corby-kingswood, zone-kettering-all-saints"
                buffer = "E05016213, E05016233"    # around it: without the zone, whose reports count once
                before = "2025-01..2025-06"
                after = "2026-01..2026-06"         # the same months of the year
              }
            }
            ```

            Each of these settings can be set in the environment once the evaluation stands in the file, for example as
            `LAMPLIGHT_EVALUATIONS_RETAIL_PILOT_AFTER`. What is counted is kept for all areas and months, so an evaluation may look
            back to the first report, whenever it is written down.
            """;

    private static final String WEBHOOK = """

            ## A webhook
            [What is sent](SUBSCRIBE.md#webhooks). `lamplight webhooks` says how it goes.

            ```hocon
            webhooks {
              north {
                council = North Northamptonshire
                url = "https://data.council.example/lamplight"
                secret-file = secrets/north.webhook   # echo whsec_$(openssl rand -base64 32)
              }
            }
            ```
            """;

    private final List<String> rows = new ArrayList<>();

    /** The whole page. */
    static String page() {
        ConfigDoc doc = new ConfigDoc();
        Config reference = ConfigFile.reference();
        doc.add("", reference.root());
        return INTRODUCTION + String.join("\n", doc.rows) + "\n\n" + EVALUATION + WEBHOOK;
    }

    private void add(String prefix, ConfigObject object) {
        object.entrySet().stream()
                .sorted(Comparator.comparingInt(ConfigDoc::line))
                .forEach(entry -> {
                    String key = prefix + ConfigUtil.joinPath(entry.getKey());
                    ConfigValue value = entry.getValue();
                    if (value.valueType() != ConfigValueType.OBJECT) {
                        row(key, "`" + shown(value) + "`", value, "`" + ConfigFile.variable(key) + "`");
                    } else if (key.equals("sources")) {
                        row(key, "`" + String.join("`, `", ((ConfigObject) value).keySet()) + "`", value, "");
                    } else if (Set.of("evaluations", "webhooks", "release.products")
                                    .contains(key)
                            || SettingNames.isGroupOfOthers(key)) {
                        row(key, "none", value, "");
                    } else {
                        add(key + ".", (ConfigObject) value);
                    }
                });
    }

    private void row(String key, String standard, ConfigValue value, String variable) {
        String meaning = value.origin().comments().stream().map(String::strip).collect(Collectors.joining(" "));
        rows.add("| `%s` | %s | %s | %s |".formatted(key, standard, meaning, variable));
    }

    private static String shown(ConfigValue value) {
        String text = value.unwrapped().toString();
        return text.isEmpty() ? "\"\"" : text;
    }

    private static int line(Map.Entry<String, ConfigValue> entry) {
        return entry.getValue().origin().lineNumber();
    }
}

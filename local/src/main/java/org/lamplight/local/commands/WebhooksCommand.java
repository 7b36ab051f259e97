package org.lamplight.local.commands;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.release.PublishedReleases;
import org.lamplight.release.webhook.Deliveries;
import org.lamplight.release.webhook.Deliveries.State;
import org.lamplight.release.webhook.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight webhooks}. */
@Command(
        name = "webhooks",
        description = "Print how the delivery of releases to each webhook is doing.",
        subcommands = WebhooksCommand.Replay.class)
final class WebhooksCommand implements Runnable {
    private static final List<Column> COLUMNS = List.of(
            new Column("webhook", false),
            new Column("council", false),
            new Column("host", false),
            new Column("waiting", true),
            new Column("failures", true),
            new Column("state", false),
            new Column("problem", false));

    @ParentCommand
    private RootCommand root;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        LamplightConfig config = root.config();
        List<List<String>> rows = Jdbi.create(Database.logins(config).of(Principals.WEBHOOKS))
                .withHandle(handle -> config.webhooks().stream()
                        .map(webhook -> row(webhook, new Deliveries(handle, webhook.name())))
                        .toList());
        format.print(new Table(COLUMNS, rows), root.console());
    }

    private static List<String> row(Webhook webhook, Deliveries deliveries) {
        Optional<State> state = deliveries.state();
        int waiting = deliveries.waiting().size();
        return List.of(
                webhook.name(),
                webhook.council(),
                webhook.url().getHost(),
                Integer.toString(waiting),
                Integer.toString(state.map(State::failures).orElse(0)),
                describe(state, waiting),
                state.flatMap(State::problem).orElse(""));
    }

    private static String describe(Optional<State> state, int waiting) {
        Optional<Instant> disabled = state.flatMap(State::disabled);
        if (disabled.isPresent()) {
            return "disabled " + seconds(disabled.get());
        }
        return state.filter(it -> it.failures() > 0)
                .map(it -> "next attempt " + seconds(it.nextAttempt()))
                .orElse(waiting > 0 ? "sending" : "up to date");
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@code lamplight webhooks replay}. */
    @Command(
            name = "replay",
            description = "Send releases to a council's webhooks again. A webhook that was disabled is tried again.")
    static final class Replay implements Runnable {
        @ParentCommand
        private WebhooksCommand parent;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--council",
                required = true,
                paramLabel = "COUNCIL",
                description = "Name or code of a council; county for the force area.")
        private String council;

        @Option(
                names = "--from",
                paramLabel = "RELEASE",
                description = "The release to begin with; only what has not been taken by default.")
        private Optional<String> from = Optional.empty();

        @Override
        public void run() {
            LamplightConfig config = parent.root.config();
            Partners partners = new Partners(config, spec.commandLine());
            String recipient = partners.recipient(council);
            List<Webhook> webhooks = config.webhooks().stream()
                    .filter(webhook -> partners.recipient(webhook.council()).equals(recipient))
                    .toList();
            if (webhooks.isEmpty()) {
                throw new StartException("There is no webhook for " + council + " in the configuration.");
            }
            Jdbi.create(Database.logins(config).of(Principals.WEBHOOKS)).useTransaction(handle -> {
                from.ifPresent(release -> refuseUnlessPublished(handle, release, recipient));
                webhooks.forEach(webhook -> replay(handle, webhook));
            });
        }

        private void replay(Handle handle, Webhook webhook) {
            Deliveries deliveries = new Deliveries(handle, webhook.name());
            deliveries.replay(from, parent.root.console().clock().instant());
            parent.root
                    .console()
                    .out()
                    .printf(
                            "%s: %d releases are sent.%n",
                            webhook.name(), deliveries.waiting().size());
        }

        private static void refuseUnlessPublished(Handle handle, String release, String recipient) {
            if (PublishedReleases.find(handle, release, recipient).isEmpty()) {
                throw new StartException(
                        "The release " + release + " is not published. lamplight releases lists what is.");
            }
        }
    }
}

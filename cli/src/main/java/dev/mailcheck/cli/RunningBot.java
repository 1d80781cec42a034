package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.Looking;
import dev.mailcheck.cli.embedded.ServiceRuns;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.store.Stores;

import java.io.PrintStream;
import java.util.Optional;

/** The Slack door without pages: the parts of the service that it needs, and the line to Slack. */
final class RunningBot implements Running {
    private final ServeSettings settings;
    private final Closing closing;
    private final ServicePlace place;

    private RunningBot(ServeSettings settings, Closing closing, ServicePlace place) {
        this.settings = settings;
        this.closing = closing;
        this.place = place;
    }

    /** Connects; what the last process left is run first. */
    static RunningBot start(Environment environment, ServeSettings settings, SlackTokens tokens)
            throws UsageException {
        Closing closing = new Closing();
        try {
            return started(environment, settings, tokens, closing);
        } catch (UsageException | RuntimeException failed) {
            closing.close();
            throw failed;
        }
    }

    private static RunningBot started(
            Environment environment, ServeSettings settings, SlackTokens tokens, Closing closing)
            throws UsageException {
        Faults faults = new Faults(environment);
        ServicePlace place = closing.with(ServicePlace.open(environment, settings));
        EmbeddedStores embedded = closing.with(place.stores(environment.clock()));
        Stores stores = embedded.stores();
        SlackLine slack = closing.with(new SlackLine(tokens, environment, faults));
        Looking looking = place.looking(settings.checks());
        ServiceRuns runs =
                closing.with(
                        new ServiceRuns(
                                stores,
                                looking,
                                Periods.DEFAULT,
                                starter -> Optional.empty(),
                                faults::told,
                                slack));
        CheckDesk desk =
                new CheckDesk(
                        stores, runs, Periods.DEFAULT, environment.clock(), environment.random());
        slack.connect(stores, desk, Optional.empty(), settings.naming().url());
        closing.with(new Sweeping(embedded, Optional.empty(), faults));
        embedded.unfinished().forEach(runs::start);
        return new RunningBot(settings, closing, place);
    }

    @Override
    public void announce(PrintStream err) {
        err.println(
                "mailcheck: connected to Slack; type /mailcheck example.com there. Ctrl-C ends it");
        err.println(
                settings.demo()
                        ? "mailcheck: this is the sample world, try /mailcheck weak-tls.example;"
                                + " nothing is kept"
                        : "mailcheck: results are kept in " + place.data());
    }

    @Override
    public void close() {
        closing.close();
    }
}

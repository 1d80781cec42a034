package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.HttpDoor;
import dev.mailcheck.cli.embedded.Looking;
import dev.mailcheck.cli.embedded.ServiceRuns;
import dev.mailcheck.cli.embedded.UnusableDirectory;
import dev.mailcheck.http.Routes;
import dev.mailcheck.http.Service;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The parts of the service, opened one after another and closed the other way round. */
final class RunningService implements AutoCloseable {
    private final ServeSettings settings;
    private final Closing closing;
    private final ServicePlace place;
    private final EmbeddedStores stores;
    private final HttpDoor http;

    private RunningService(
            ServeSettings settings,
            Closing closing,
            ServicePlace place,
            EmbeddedStores stores,
            HttpDoor http) {
        this.settings = settings;
        this.closing = closing;
        this.place = place;
        this.stores = stores;
        this.http = http;
    }

    /** Starts the service, which then runs by itself; what the last process left is run first. */
    static RunningService start(Environment environment, ServeSettings settings)
            throws UsageException {
        Closing closing = new Closing();
        try {
            return started(environment, settings, closing);
        } catch (UsageException | RuntimeException failed) {
            closing.close();
            throw failed;
        }
    }

    private static RunningService started(
            Environment environment, ServeSettings settings, Closing closing)
            throws UsageException {
        Faults faults = new Faults(environment);
        ServicePlace place = closing.with(ServicePlace.open(environment, settings));
        EmbeddedStores stores = closing.with(stores(environment, place.data()));
        Looking looking =
                new Looking(
                        place.surroundings(),
                        place.options(),
                        settings.checks().dns().zone(),
                        settings.checks().timeout());
        ServiceRuns runs =
                closing.with(
                        new ServiceRuns(stores.stores(), looking, Periods.DEFAULT, faults::told));
        Routes routes = new Routes(service(environment, settings, place, stores, runs, faults));
        HttpDoor http = closing.with(http(settings, routes));
        closing.with(new Sweeping(stores, faults));
        stores.unfinished().forEach(runs::start);
        return new RunningService(settings, closing, place, stores, http);
    }

    private static EmbeddedStores stores(Environment environment, Path data) throws UsageException {
        try {
            return EmbeddedStores.open(data, environment.clock());
        } catch (UnusableDirectory unusable) {
            throw ServeCommand.unusable(data, unusable);
        }
    }

    private static Service service(
            Environment environment,
            ServeSettings settings,
            ServicePlace place,
            EmbeddedStores embedded,
            ServiceRuns runs,
            Faults faults) {
        Stores stores = embedded.stores();
        return new Service(
                stores,
                new CheckDesk(
                        stores.results(),
                        stores.claims(),
                        runs,
                        Periods.DEFAULT,
                        environment.clock(),
                        environment.random()),
                Optional.empty(),
                new Quotas(
                        stores.counters(),
                        stores.claims(),
                        Quotas.Limits.DEFAULT,
                        environment.clock()),
                Periods.DEFAULT,
                settings.open(),
                place.samples(),
                environment.clock(),
                environment.random(),
                Jsonb.instance(),
                faults::told);
    }

    private static HttpDoor http(ServeSettings settings, Routes routes) throws UsageException {
        InetSocketAddress listen = settings.listen();
        try {
            return HttpDoor.open(listen, routes, settings.naming(), settings.behindProxy());
        } catch (IOException taken) {
            throw new UsageException(
                    ServeOption.LISTEN.word()
                            + ": cannot listen on "
                            + ListenAddress.shown(listen)
                            + " ("
                            + taken.getMessage()
                            + "); --listen HOST:PORT takes another");
        }
    }

    URI address() {
        return settings.naming()
                .url()
                .orElseGet(() -> URI.create("http://" + ListenAddress.shown(http.address())));
    }

    /** What whoever started it wants to know. */
    void announce(PrintStream err) {
        err.println("mailcheck: open " + address() + "/ in a browser; Ctrl-C ends the service");
        if (settings.demo()) {
            err.println("mailcheck: this is the sample world; nothing is kept");
            return;
        }
        err.println("mailcheck: results are kept in " + place.data());
        keysMissing().ifPresent(err::println);
    }

    private Optional<String> keysMissing() {
        return settings.open() || stores.hasKeys()
                ? Optional.empty()
                : Optional.of(
                        "mailcheck: nobody can ask for a check yet: make an API key with"
                                + " \"mailcheck serve --new-key NAME --data "
                                + place.data()
                                + "\", or let everybody ask with --open");
    }

    @Override
    public void close() {
        closing.close();
    }
}

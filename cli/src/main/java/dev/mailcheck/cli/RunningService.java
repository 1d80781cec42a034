package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.HttpDoor;
import dev.mailcheck.cli.embedded.Looking;
import dev.mailcheck.cli.embedded.ServiceRuns;
import dev.mailcheck.cli.embedded.SmtpDoor;
import dev.mailcheck.http.Routes;
import dev.mailcheck.http.Service;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.service.RunNews;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The parts of the service, opened one after another and closed the other way round. */
final class RunningService implements Running {
    private final ServeSettings settings;
    private final Closing closing;
    private final ServicePlace place;
    private final EmbeddedStores stores;
    private final HttpDoor http;
    private final Optional<SmtpDoor> smtp;
    private final Optional<MailDoor> mail;
    private final Optional<SlackLine> slack;

    private RunningService(
            ServeSettings settings,
            Closing closing,
            ServicePlace place,
            EmbeddedStores stores,
            HttpDoor http,
            Optional<SmtpDoor> smtp,
            Optional<MailDoor> mail,
            Optional<SlackLine> slack) {
        this.settings = settings;
        this.closing = closing;
        this.place = place;
        this.stores = stores;
        this.http = http;
        this.smtp = smtp;
        this.mail = mail;
        this.slack = slack;
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
        EmbeddedStores stores = closing.with(place.stores(environment.clock()));
        Optional<SlackLine> slack =
                SlackTokens.read(environment)
                        .map(tokens -> closing.with(new SlackLine(tokens, environment, faults)));
        Looking looking = place.looking(settings.checks());
        AtomicReference<URI> base = new AtomicReference<>(URI.create("http://localhost"));
        AtomicReference<@Nullable MailDoor> made = new AtomicReference<>();
        ServiceRuns runs =
                closing.with(
                        new ServiceRuns(
                                stores.stores(),
                                looking,
                                Periods.DEFAULT,
                                starter ->
                                        settings.mail()
                                                .map(wanted -> {
                                                    MailDoor door =
                                                            new MailDoor(
                                                                    environment,
                                                                    wanted,
                                                                    place,
                                                                    looking,
                                                                    stores.stores(),
                                                                    starter,
                                                                    base::get,
                                                                    faults);
                                                    made.set(door);
                                                    return door.work();
                                                }),
                                faults::told,
                                slack.<RunNews>map(line -> line).orElse(RunNews.NONE)));
        Optional<MailDoor> mail = Optional.ofNullable(made.get());
        mail.ifPresent(closing::with);
        Optional<MailDesk> desk = mail.map(MailDoor::desk);
        Service service = service(environment, settings, place, stores, runs, desk, faults);
        HttpDoor http = closing.with(http(settings, new Routes(service)));
        base.set(address(settings, http));
        Optional<SmtpDoor> smtp =
                mail.isPresent()
                        ? Optional.of(closing.with(smtp(mail.get(), place, runs)))
                        : Optional.empty();
        closing.with(new Sweeping(stores, mail, faults));
        if (slack.isPresent()) {
            slack.get()
                    .connect(
                            service.stores(),
                            service.desk(),
                            service.mail(),
                            Optional.of(base.get()));
        }
        stores.unfinished().forEach(runs::start);
        return new RunningService(settings, closing, place, stores, http, smtp, mail, slack);
    }

    private static SmtpDoor smtp(MailDoor mail, ServicePlace place, ServiceRuns runs)
            throws UsageException {
        return mail.open(
                runs,
                place.world().isPresent()
                        ? new SampleSenders(place.surroundings(), runs.threads())
                        : UnaryOperator.identity());
    }

    private static Service service(
            Environment environment,
            ServeSettings settings,
            ServicePlace place,
            EmbeddedStores embedded,
            ServiceRuns runs,
            Optional<MailDesk> desk,
            Faults faults) {
        Stores stores = embedded.stores();
        return new Service(
                stores,
                new CheckDesk(
                        stores, runs, Periods.DEFAULT, environment.clock(), environment.random()),
                desk,
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
        return address(settings, http);
    }

    private static URI address(ServeSettings settings, HttpDoor http) {
        return settings.naming()
                .url()
                .orElseGet(() -> URI.create("http://" + ListenAddress.shown(http.address())));
    }

    /** Where answers of the sample world are put. */
    Optional<Path> answersFolder() {
        return mail.map(MailDoor::answersFolder);
    }

    /** How many mails are kept as they came. */
    long mailsTaken() throws IOException {
        return mail.isPresent() ? mail.get().mailsTaken() : 0;
    }

    /** Where test mails are received, if they are. */
    Optional<InetSocketAddress> mailAddress() {
        return smtp.map(SmtpDoor::address);
    }

    @Override
    public void announce(PrintStream err) {
        new Announcement(
                        settings,
                        address(),
                        place.data(),
                        !settings.open() && !stores.hasKeys(),
                        slack.isPresent(),
                        mailAddress(),
                        settings.demo() ? answersFolder() : Optional.empty())
                .to(err);
    }

    @Override
    public void close() {
        closing.close();
    }
}

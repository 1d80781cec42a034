package dev.mailcheck.cli;

import dev.mailcheck.bot.MailDeskMails;
import dev.mailcheck.bot.Once;
import dev.mailcheck.bot.RoomNews;
import dev.mailcheck.bot.RoomOrders;
import dev.mailcheck.bot.Seal;
import dev.mailcheck.bot.SlackAddresses;
import dev.mailcheck.bot.SlackDesk;
import dev.mailcheck.bot.SlackWeb;
import dev.mailcheck.bot.SlackWork;
import dev.mailcheck.bot.TestMails;
import dev.mailcheck.bot.app.SlackApp;
import dev.mailcheck.bot.app.SocketMode;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.RunNews;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The line to Slack of a service in this process. It hears of the runs before it is connected,
 * since runs come before the desk, and the desk before the line.
 */
final class SlackLine implements RunNews, AutoCloseable {
    private final SlackTokens tokens;
    private final Environment environment;
    private final Faults faults;
    private final Closing closing = new Closing();
    private volatile Optional<RoomNews> news = Optional.empty();

    SlackLine(SlackTokens tokens, Environment environment, Faults faults) {
        this.tokens = tokens;
        this.environment = environment;
        this.faults = faults;
    }

    /**
     * Connects.
     *
     * @param base where the pages are; empty: there are none
     */
    void connect(Stores stores, CheckDesk desk, Optional<MailDesk> mails, Optional<URI> base)
            throws UsageException {
        SlackAddresses addresses =
                tokens.lab().map(SlackAddresses::lab).orElse(SlackAddresses.SLACK);
        Language usual = Language.of(environment.localeLanguage()).orElse(Language.EN);
        Clock clock = environment.clock();
        SlackWork work =
                SlackWork.of(
                        new SlackWork.Ground(
                                stores,
                                desk,
                                mails.<TestMails>map(MailDeskMails::new).orElse(TestMails.NONE),
                                new SlackWeb(
                                        addresses, Optional.of(tokens.bot()), Jsonb.instance()),
                                new Seal(tokens.bot(), environment.random()),
                                Jsonb.instance(),
                                clock,
                                environment.random(),
                                faults::told));
        news =
                Optional.of(
                        closing.with(new RoomNews(work.teller(), stores.results(), faults::told)));
        ExecutorService threads = closing.with(Executors.newVirtualThreadPerTaskExecutor());
        Once once = new Once(stores.claims(), clock, environment.random());
        SlackDesk slack =
                new SlackDesk(new RoomOrders(once, work, threads), usual, environment.random());
        SlackApp.Parts parts =
                new SlackApp.Parts(slack, addresses, base, usual, Jsonb.instance(), faults::told);
        try {
            closing.with(SocketMode.open(SlackApp.of(parts), tokens.app(), faults::told));
        } catch (IOException notConnected) {
            throw new UsageException(
                    "cannot connect to Slack: is the network there, is "
                            + SlackTokens.APP
                            + " the app-level token with the scope connections:write, and is"
                            + " Socket Mode switched on?");
        }
    }

    @Override
    public void judged(String run) {
        news.ifPresent(told -> told.judged(run));
    }

    @Override
    public void ended(String run) {
        news.ifPresent(told -> told.ended(run));
    }

    @Override
    public void close() {
        closing.close();
    }
}

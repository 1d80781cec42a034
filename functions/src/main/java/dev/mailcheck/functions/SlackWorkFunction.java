package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.bot.MailDeskMails;
import dev.mailcheck.bot.Order;
import dev.mailcheck.bot.Person;
import dev.mailcheck.bot.SlackWork;
import dev.mailcheck.bot.TestMails;
import dev.mailcheck.bot.Visit;
import dev.mailcheck.bot.message.Button;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what was ordered in Slack, behind its acknowledgement: starts runs, opens windows. */
public final class SlackWorkFunction implements RequestStreamHandler {
    private final SlackPlace slack;
    private final SlackWork work;

    public SlackWorkFunction() {
        this(
                AwsStores.ofThisProcess(),
                StartFunction.starter(),
                SlackPlace.ofThisProcess(System.getenv()),
                System.getenv(),
                LogLines.toStandardOutput(),
                Clock.systemUTC());
        Stage.plan(SlackWorkFunction::rehearse);
    }

    SlackWorkFunction(
            Stores stores,
            CheckStarter starter,
            SlackPlace slack,
            Map<String, String> environment,
            LogLines log,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        this.slack = slack;
        this.work =
                SlackWork.of(
                        new SlackWork.Ground(
                                stores,
                                new CheckDesk(
                                        stores,
                                        starter,
                                        HttpService.periods(environment),
                                        clock,
                                        random),
                                HttpService.mails(stores, starter, environment, clock)
                                        .<TestMails>map(MailDeskMails::new)
                                        .orElse(TestMails.NONE),
                                slack.web(),
                                slack.seal(random),
                                JsonWire.jsonb(),
                                clock,
                                random,
                                fault -> log.event("ERROR", fault.getClass().getSimpleName())));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        String order =
                slack.seal(new SecureRandom())
                        .opened(JsonWire.read(SealedOrder.class, in).order())
                        .orElseThrow(() -> new IllegalArgumentException("no order of ours"));
        work.does(JsonWire.jsonb().type(Order.class).fromJson(order));
        JsonWire.writeNothing(out);
    }

    /** Does orders of nobody: a window has to be open in seconds. */
    private static void rehearse(Stage stage) {
        new SlackWorkFunction(
                        stage.stores(),
                        stage.starter(),
                        SlackPlace.ofThisProcess(System.getenv()),
                        System.getenv(),
                        LogLines.toNobody(),
                        Clock.systemUTC())
                .rehearse();
    }

    /** Nobody is told: there is no check of these ids, and none waits for its end. */
    void rehearse() {
        Visit nobodys = new Visit(new Person("T0", "U0", "C0"), "none", "0", Optional.empty());
        String id = Secret.random(new SecureRandom()).text();
        String next = Secret.random(new SecureRandom()).text();
        work.does(
                new Order.Checks(
                        nobodys, Language.EN, List.of(new Order.Asked("example.com", id))));
        work.does(new Order.Press(nobodys, Language.EN, Button.Action.DETAILS, next, next));
    }
}

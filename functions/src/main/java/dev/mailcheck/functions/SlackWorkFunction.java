package dev.mailcheck.functions;

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

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Does what was ordered in Slack, behind its acknowledgement: starts runs, opens windows. */
public final class SlackWorkFunction implements RequestStreamHandler, Resource {
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
        Core.getGlobalContext().register(this);
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
    public void handleRequest(
            InputStream in, OutputStream out, com.amazonaws.services.lambda.runtime.Context context)
            throws IOException {
        String order =
                slack.seal(new SecureRandom())
                        .opened(JsonWire.read(SealedOrder.class, in).order())
                        .orElseThrow(() -> new IllegalArgumentException("no order of ours"));
        work.does(JsonWire.jsonb().type(Order.class).fromJson(order));
        JsonWire.writeNothing(out);
    }

    /** Does an order of nobody, which asks the table once: a window has to be open in seconds. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Visit nobodys = new Visit(new Person("T0", "U0", "C0"), "none", "0", Optional.empty());
        String id = Secret.random(new SecureRandom()).text();
        work.does(new Order.Press(nobodys, Language.EN, Button.Action.DETAILS, id, id));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Randomness and connections are made anew by those who use them.
    }
}

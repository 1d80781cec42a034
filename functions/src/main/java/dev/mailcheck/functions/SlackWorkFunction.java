package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.bot.MailDeskMails;
import dev.mailcheck.bot.Order;
import dev.mailcheck.bot.SlackWork;
import dev.mailcheck.bot.TestMails;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

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
                                        stores.results(),
                                        stores.claims(),
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
        out.write('{');
        out.write('}');
    }
}

package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.bot.SlackDoor;
import dev.mailcheck.bot.TestMails;
import dev.mailcheck.bot.app.SignedRequests;
import dev.mailcheck.bot.app.SlackApp;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.Stores;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Slack's way in: takes commands and presses of buttons, and starts runs. It answers within a
 * second, so that nothing is done before the answer but what has to be remembered and the start of
 * the run.
 */
public final class SlackFunction implements RequestStreamHandler, Resource {
    private final SignedRequests requests;
    private final Optional<URI> base;
    private final SlackDoor.Ground ground;

    public SlackFunction() {
        this(
                AwsStores.ofThisProcess(),
                StartFunction.starter(),
                SlackPlace.ofThisProcess(System.getenv()),
                System.getenv(),
                LogLines.toStandardOutput(),
                Clock.systemUTC());
        Core.getGlobalContext().register(this);
    }

    SlackFunction(
            Stores stores,
            CheckStarter starter,
            SlackPlace slack,
            Map<String, String> environment,
            LogLines log,
            Clock clock) {
        this.base = HttpService.base(environment);
        SecureRandom random = new SecureRandom();
        CheckDesk desk =
                new CheckDesk(
                        stores.results(),
                        stores.claims(),
                        starter,
                        HttpService.periods(environment),
                        clock,
                        random);
        this.ground =
                new SlackDoor.Ground(
                        stores,
                        desk,
                        TestMails.NONE,
                        slack.web(),
                        slack.seal(random),
                        slack.usual(),
                        JsonWire.jsonb(),
                        clock,
                        random);
        SlackDoor door = SlackDoor.of(ground);
        this.requests =
                new SignedRequests(
                        SlackApp.of(
                                new SlackApp.Parts(
                                        door,
                                        slack.addresses(),
                                        base,
                                        slack.usual(),
                                        JsonWire.jsonb(),
                                        fault -> told(fault, log))),
                        slack.signingSecret(),
                        clock,
                        fault -> told(fault, log));
    }

    private static void told(RuntimeException fault, LogLines log) {
        log.event("ERROR", fault.getClass().getSimpleName());
    }

    @Override
    public void handleRequest(
            InputStream in, OutputStream out, com.amazonaws.services.lambda.runtime.Context context)
            throws IOException {
        GatewayEvent event = JsonWire.read(GatewayEvent.class, in);
        SignedRequests.Reply reply =
                requests.answer(
                        event.path(),
                        event.lowerCaseHeaders(),
                        event.bytes(),
                        base.orElseGet(event::base));
        JsonWire.write(
                GatewayAnswer.class,
                new GatewayAnswer(
                        reply.status(),
                        Map.of("content-type", reply.contentType()),
                        reply.body(),
                        false),
                out);
    }

    /**
     * A request that ends at the app's first look, and one of the store: what is loaded is kept.
     */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        requests.warmUp();
        try {
            SlackDoor.warmUp(ground);
        } catch (StoreException later) {
            return;
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Randomness and connections are made anew by those who use them.
    }
}

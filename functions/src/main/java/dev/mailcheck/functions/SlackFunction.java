package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.bot.Orders;
import dev.mailcheck.bot.SlackDesk;
import dev.mailcheck.bot.app.SignedRequests;
import dev.mailcheck.bot.app.SlackApp;
import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.functions.store.StandInAccount;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Slack's way in: takes commands and presses of buttons, acknowledges them and has them done. It
 * answers within a second, a snapshot's first request included, so all that it does before is to
 * start one execution; it may do nothing else in the account.
 */
public final class SlackFunction implements RequestStreamHandler, Resource {
    /** Until the runtime has compiled what a request runs through. */
    private static final int REHEARSALS = 200;

    private final SlackPlace slack;
    private final Optional<URI> base;
    private final Clock clock;
    private final SignedRequests requests;

    public SlackFunction() {
        this(SlackPlace.ofThisProcess(System.getenv()));
        Core.getGlobalContext().register(this);
    }

    private SlackFunction(SlackPlace slack) {
        this(
                OrderStarter.ofThisProcess(slack),
                slack,
                HttpService.base(System.getenv()),
                Clock.systemUTC(),
                LogLines.toStandardOutput());
    }

    SlackFunction(Orders orders, SlackPlace slack, Optional<URI> base, Clock clock, LogLines log) {
        Consumer<RuntimeException> faults =
                fault -> log.event("ERROR", fault.getClass().getSimpleName());
        this.slack = slack;
        this.base = base;
        this.clock = clock;
        this.requests =
                new SignedRequests(
                        SlackApp.of(
                                new SlackApp.Parts(
                                        new SlackDesk(orders, slack.usual(), new SecureRandom()),
                                        slack.addresses(),
                                        base,
                                        slack.usual(),
                                        JsonWire.jsonb(),
                                        faults)),
                        slack.signingSecret(),
                        clock,
                        faults);
    }

    @Override
    public void handleRequest(
            InputStream in, OutputStream out, com.amazonaws.services.lambda.runtime.Context context)
            throws IOException {
        answer(in, out);
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
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
     * Answers commands of nobody, whose orders go to an account on loopback: what the first request
     * after a snapshot needs is loaded and compiled then.
     */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        rehearse("help", 1);
        try (StandInAccount account = StandInAccount.open()) {
            rehearseAt(account.url("http"), REHEARSALS);
            rehearseAt(account.url("https"), 1);
        }
    }

    private void rehearseAt(URI account, int times) throws IOException {
        try (SfnClient states = AwsClients.of(account).stepFunctions()) {
            Orders orders =
                    new OrderStarter(
                            new Executions(states, "none"), slack.seal(new SecureRandom()));
            new SlackFunction(orders, slack, base, clock, LogLines.toNobody())
                    .rehearse("example.com", times);
        }
    }

    private void rehearse(String text, int times) throws IOException {
        String body =
                "command=%2Fmailcheck&team_id=T0&user_id=U0&channel_id=C0&trigger_id=0"
                        + "&response_url=none&text="
                        + text;
        GatewayEvent event =
                new GatewayEvent(
                        "POST",
                        "/slack",
                        requests.headersOf(body.getBytes(StandardCharsets.UTF_8)),
                        null,
                        body,
                        false,
                        new GatewayEvent.Circumstances(
                                null, "/slack", new GatewayEvent.Identity("")));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonWire.write(GatewayEvent.class, event, json);
        for (int i = 0; i < times; i++) {
            answer(new ByteArrayInputStream(json.toByteArray()), new ByteArrayOutputStream());
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Randomness and connections are made anew by those who use them.
    }
}

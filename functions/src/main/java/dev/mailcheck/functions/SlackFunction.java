package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.bot.Orders;
import dev.mailcheck.bot.SlackDesk;
import dev.mailcheck.bot.app.SignedRequests;
import dev.mailcheck.bot.app.SlackApp;

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
public final class SlackFunction implements RequestStreamHandler {
    private final SlackPlace slack;
    private final Optional<URI> base;
    private final Clock clock;
    private final SignedRequests requests;

    public SlackFunction() {
        this(SlackPlace.ofThisProcess(System.getenv()));
        Stage.plan(this::rehearse);
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
    public void handleRequest(InputStream in, OutputStream out, Context context)
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

    /** Answers commands of nobody, whose orders go to the stage. */
    void rehearse(Stage stage) throws IOException {
        Orders orders = new OrderStarter(stage.executions(), slack.seal(new SecureRandom()));
        SlackFunction rehearsing =
                new SlackFunction(orders, slack, base, clock, LogLines.toNobody());
        rehearsing.rehearse("help");
        rehearsing.rehearse("example.com");
    }

    private void rehearse(String text) throws IOException {
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
        answer(JsonWire.event(GatewayEvent.class, event), OutputStream.nullOutputStream());
    }
}

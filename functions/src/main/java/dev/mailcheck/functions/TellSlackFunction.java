package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.bot.Teller;
import dev.mailcheck.bot.Waiting;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;

/** Tells those who wait in Slack how a run goes on and what came of it. */
public final class TellSlackFunction implements RequestStreamHandler {
    private static final String HALF_WAY = "half-way";

    private final Stores stores;
    private final Teller teller;

    public TellSlackFunction() {
        this(AwsStores.ofThisProcess(), SlackPlace.ofThisProcess(System.getenv()));
        Stage.plan(TellSlackFunction::rehearse);
    }

    TellSlackFunction(Stores stores, SlackPlace slack) {
        this.stores = stores;
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        Waiting waiting = new Waiting(stores, slack.seal(random), JsonWire.jsonb(), clock, random);
        this.teller = new Teller(stores, waiting, slack.web(), JsonWire.jsonb(), clock);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        tell(JsonWire.read(TellOrder.class, in));
        JsonWire.writeNothing(out);
    }

    private void tell(TellOrder order) {
        if (order.detail() != null) {
            failed(order.detail().name());
        } else if (order.run() == null) {
            throw new IllegalArgumentException("neither a run nor an execution");
        } else if (HALF_WAY.equals(order.what())) {
            teller.goesOn(order.run());
        } else {
            ended(order.run());
        }
    }

    /** The news of it come to two functions at once, and either may be the first to mark it. */
    private void failed(String run) {
        new Publication(stores, new SecureRandom(), JsonWire.jsonb()).failed(run);
        ended(run);
    }

    /** Where somebody could not be told now, whoever called tries again. */
    private void ended(String run) {
        teller.ended(run)
                .ifPresent(pause -> {
                    throw new IllegalStateException("Slack takes nothing now");
                });
    }

    /** Nobody waits for this run. */
    static void rehearse(Stage stage) {
        new TellSlackFunction(stage.stores(), SlackPlace.ofThisProcess(System.getenv()))
                .ended(RehearsedRun.KEY);
    }
}

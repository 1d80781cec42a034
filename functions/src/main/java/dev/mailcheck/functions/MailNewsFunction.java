package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.probe.AnswerDeliveryObservation.Outcome;
import dev.mailcheck.store.StoredRun;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hears of answers what became of them, and wakes the runs that wait. News may come twice, in any
 * order, and of mails that are none of ours.
 */
public final class MailNewsFunction implements RequestStreamHandler {
    private final MailParts parts;
    private final MailFacts facts;
    private final Waits waits;
    private final Sending sending;

    public MailNewsFunction() {
        this(MailParts.ofThisProcess());
    }

    private MailNewsFunction(MailParts parts) {
        this(parts, new Waits(parts.stores().claims(), AwsClients.ofThisProcess().stepFunctions()));
    }

    MailNewsFunction(MailParts parts, Waits waits) {
        this.parts = parts;
        this.waits = waits;
        this.facts = new MailFacts(parts.stores().claims(), parts.desk());
        this.sending =
                new Sending(
                        parts.stores().claims(),
                        (mail, way) -> {
                            throw new IllegalStateException("answers are sent elsewhere");
                        },
                        Clock.systemUTC(),
                        new SecureRandom());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        hear(JsonWire.read(DeliveryEvent.class, in));
        out.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
    }

    private void hear(DeliveryEvent event) {
        if (event.records() != null) {
            for (DeliveryEvent.Message message : event.records()) {
                hear(JsonWire.jsonb().type(DeliveryEvent.class).fromJson(message.body()));
            }
        } else if (event.detail() != null) {
            DeliveryEvent.Detail detail = event.detail();
            run(detail.mail().tag(PostOffice.RUN))
                    .ifPresent(run ->
                            way(detail.mail().tag(PostOffice.WAY))
                                    .ifPresent(way -> news(run, way, detail)));
        } else {
            waitForTls(
                    run(Objects.requireNonNull(event.run(), "neither news nor a run"))
                            .orElseThrow(),
                    Objects.requireNonNull(event.token(), "no token"));
        }
    }

    private void waitForTls(StoredRun run, String token) {
        waits.expect(run, Waits.For.TLS, token);
        if (parts.desk().cameByTls(run)) {
            waits.happened(run, Waits.For.TLS);
        }
    }

    private Optional<StoredRun> run(String key) {
        return key.isEmpty() ? Optional.empty() : parts.stores().results().run(key);
    }

    private static Optional<Way> way(String name) {
        return Stream.of(Way.values()).filter(way -> way.name().equals(name)).findFirst();
    }

    /** Whatever is told of a mail, SES has it. A delay is not the end. */
    private void news(StoredRun run, Way way, DeliveryEvent.Detail detail) {
        sending.sent(run, way);
        outcome(detail.eventType())
                .filter(outcome -> way == Way.OVER_TLS)
                .ifPresent(outcome -> {
                    facts.answer(run, outcome, DeliveryEvent.said(detail));
                    waits.happened(run, Waits.For.ANSWER);
                });
    }

    private static Optional<Outcome> outcome(String type) {
        return switch (type) {
            case "Delivery" -> Optional.of(Outcome.DELIVERED);
            case "Bounce", "Reject" -> Optional.of(Outcome.RETURNED);
            default -> Optional.empty();
        };
    }
}

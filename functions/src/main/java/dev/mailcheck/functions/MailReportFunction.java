package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.Authentication;
import dev.mailcheck.answer.Decision;
import dev.mailcheck.answer.MailAddresses.Addressee;
import dev.mailcheck.functions.MailNext.Reply;
import dev.mailcheck.probe.AnswerDeliveryObservation;
import dev.mailcheck.probe.AnswerDeliveryObservation.Outcome;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.StoredRun;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Publishes the report on a mail and its author's domain, by all that is known then, and decides
 * once whether an answer goes out. Doing it again with more known makes the page say more.
 */
public final class MailReportFunction implements RequestStreamHandler {
    private final MailParts parts;
    private final MailEvidence evidence;
    private final MailFacts facts;
    private final Publication publication;
    private final Clock clock;
    private final LogLines log;

    public MailReportFunction() {
        this(MailParts.ofThisProcess(), Clock.systemUTC(), LogLines.toStandardOutput());
    }

    MailReportFunction(MailParts parts, Clock clock, LogLines log) {
        this.parts = parts;
        this.evidence = new MailEvidence(parts.stores().documents(), JsonWire.jsonb());
        this.facts = new MailFacts(parts.stores().claims(), parts.desk());
        this.publication = new Publication(parts.stores(), new SecureRandom(), JsonWire.jsonb());
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        JsonWire.write(MailNext.class, reported(JsonWire.read(MailOrder.class, in)), out);
    }

    private MailNext reported(MailOrder order) {
        StoredRun run = parts.stores().results().run(order.run()).orElseThrow();
        note(run, order.news() == null ? "" : order.news());
        Seen seen = evidence.together(order, facts.observations(run), clock.instant());
        publication.publish(order.run(), seen, order.at());
        Arrival arrival =
                parts.desk()
                        .arrival(order.run())
                        .orElseThrow(() -> new IllegalStateException("the envelope is gone"));
        return new MailNext(
                order.news() == null ? reply(run, arrival, seen) : Reply.NONE,
                order.news() == null && mayStillCome(run, arrival),
                facts.answer(run)
                        .map(AnswerDeliveryObservation::outcome)
                        .filter(Outcome.DELIVERED::equals)
                        .isPresent(),
                MailDesk.openedFor(run, parts.stores().claims()).isPresent());
    }

    private void note(StoredRun run, String inVain) {
        switch (inVain) {
            case "answer" -> facts.answer(run, Outcome.NO_NEWS, "");
            case "tls" -> facts.waitedForTls(run);
            default -> {}
        }
    }

    private Reply reply(StoredRun run, Arrival arrival, Seen seen) {
        byte[] mail = parts.desk().mail(run.key()).orElse(new byte[0]);
        Decision decision =
                parts.answers().decide(run, arrival, mail, Authentication.of(seen.observations()));
        return switch (decision) {
            case Decision.Answer answer -> {
                count("ANSWERED");
                yield isOf(answer.to(), run) ? Reply.OVER_TLS : Reply.ANYHOW;
            }
            case Decision.Nothing nothing -> {
                count(nothing.reason().name());
                yield nothing.reason().passes() ? Reply.LATER : Reply.NONE;
            }
        };
    }

    /** Another domain's mail servers prove nothing of this one's. */
    private static boolean isOf(String address, StoredRun run) {
        return address.toLowerCase(Locale.ROOT).endsWith("@" + run.domain().name());
    }

    private boolean mayStillCome(StoredRun run, Arrival arrival) {
        return !parts.desk().cameByTls(run)
                && arrival.recipients().stream()
                        .map(parts.desk().addresses()::read)
                        .anyMatch(Addressee.OneTime.class::isInstance);
    }

    private void count(String answer) {
        log.metrics(Map.of("Answer", answer), Map.of("MailsJudged", 1L));
    }
}

package dev.mailcheck.functions;

import dev.mailcheck.probe.AnswerDeliveryObservation;
import dev.mailcheck.probe.AnswerDeliveryObservation.Outcome;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.TlsOnlyArrivalObservation;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.StoredRun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became known of a mail after it was looked at. Of the answer the first news counts, whatever
 * comes again or later.
 */
final class MailFacts {
    private static final int LONGEST = 300;

    private final Claims claims;
    private final MailDesk desk;

    MailFacts(Claims claims, MailDesk desk) {
        this.claims = claims;
        this.desk = desk;
    }

    void answer(StoredRun run, Outcome outcome, String said) {
        String detail = said.substring(0, Math.min(said.length(), LONGEST));
        claims.claim(answerKey(run), outcome + " " + detail, run.expiresAt());
    }

    /** What became of the answer; empty until there is news. */
    Optional<AnswerDeliveryObservation> answer(StoredRun run) {
        return claims.holder(answerKey(run))
                .map(text -> text.split(" ", 2))
                .map(parts ->
                        new AnswerDeliveryObservation(
                                Outcome.valueOf(parts[0]), parts.length > 1 ? parts[1] : ""));
    }

    /** That the mail over TLS was waited for in vain. */
    void waitedForTls(StoredRun run) {
        claims.claim(tlsKey(run), "in vain", run.expiresAt());
    }

    /** All of it, as far as it is known now. */
    List<Observation> observations(StoredRun run) {
        List<Observation> known = new ArrayList<>();
        answer(run).ifPresent(known::add);
        if (desk.cameByTls(run)) {
            known.add(new TlsOnlyArrivalObservation(true));
        } else if (claims.holder(tlsKey(run)).isPresent()) {
            known.add(new TlsOnlyArrivalObservation(false));
        }
        return known;
    }

    private static String answerKey(StoredRun run) {
        return "mail-answer/" + run.key();
    }

    private static String tlsKey(StoredRun run) {
        return "mail-tls-waited/" + run.key();
    }
}

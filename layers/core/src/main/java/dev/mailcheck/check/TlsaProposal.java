package dev.mailcheck.check;

import dev.mailcheck.dane.ServedChain;
import dev.mailcheck.dane.TlsaRecord;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;

import java.util.List;
import java.util.Optional;

/** The TLSA record that follows from what a mail host serves. */
final class TlsaProposal {
    private TlsaProposal() {}

    /** Empty unless all addresses that were seen serve the same key. */
    static Optional<TlsaRecord> of(Judgement judgement, String host) {
        List<Optional<TlsaRecord>> served =
                judgement.seen().find(SmtpObservation.class).stream()
                        .flatMap(smtp -> smtp.sessions().stream())
                        .filter(session -> session.host().equals(host))
                        .map(TlsaProposal::served)
                        .distinct()
                        .toList();
        return served.size() == 1 ? served.getFirst() : Optional.empty();
    }

    private static Optional<TlsaRecord> served(SmtpSession session) {
        return session.tls()
                .filter(facts -> facts.completed() && !facts.certificates().isEmpty())
                .flatMap(facts -> ServedChain.recordOf(facts.certificates().getFirst()));
    }
}

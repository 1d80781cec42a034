package dev.mailcheck.report;

import dev.mailcheck.check.Judgement;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;

import java.util.stream.Stream;

/** The certificates of the mail hosts, at every address. */
final class MailCertificates implements OutlookSource {
    @Override
    public Stream<Break> in(Judgement judgement) {
        return judgement.seen().find(SmtpObservation.class).stream()
                .flatMap(smtp -> smtp.sessions().stream())
                .flatMap(MailCertificates::ending);
    }

    private static Stream<Break> ending(SmtpSession session) {
        return session.tls().flatMap(facts -> CertificateEnds.of(session.host(), facts)).stream();
    }
}

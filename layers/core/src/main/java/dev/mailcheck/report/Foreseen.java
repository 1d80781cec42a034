package dev.mailcheck.report;

import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.certificate.ServerCertificate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The breaks that are sure to come if nobody acts, soonest first. */
final class Foreseen {
    private Foreseen() {}

    /** For each mail host, the certificate of it that expires first, if it has not yet. */
    static List<Outlook> in(Seen seen) {
        Map<String, Instant> expiries = new TreeMap<>();
        sessions(seen)
                .forEach(session ->
                        expiry(session)
                                .filter(at -> at.isAfter(seen.startedAt()))
                                .ifPresent(
                                        at -> expiries.merge(session.host(), at, Foreseen::first)));
        return expiries.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> expires(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Outlook expires(String host, Instant at) {
        return new Outlook("CERTIFICATE_EXPIRES", host, at.toString());
    }

    private static Stream<SmtpSession> sessions(Seen seen) {
        return seen
                .observations()
                .find(SmtpObservation.class)
                .map(SmtpObservation::sessions)
                .stream()
                .flatMap(Collection::stream);
    }

    private static Optional<Instant> expiry(SmtpSession session) {
        return session.tls().map(TlsFacts::certificates).stream()
                .flatMap(Collection::stream)
                .findFirst()
                .flatMap(ServerCertificate::parse)
                .map(ServerCertificate::notAfter);
    }

    private static Instant first(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

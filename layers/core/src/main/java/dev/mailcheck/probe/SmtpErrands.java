package dev.mailcheck.probe;

import dev.mailcheck.tls.TlsCipherSuite;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.tls.TlsOffer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The further sessions at one address, the most important first. A new one is one line here. */
final class SmtpErrands {
    /** After these a further handshake would only cost both sides time. */
    private static final Set<TlsFailure> HOPELESS =
            Set.of(TlsFailure.TIMEOUT, TlsFailure.DEADLINE, TlsFailure.TOO_MUCH_DATA);

    private final String ehlo;
    private final MailServer server;

    SmtpErrands(String ehlo, MailServer server) {
        this.ehlo = ehlo;
        this.server = server;
    }

    List<Errand> all() {
        return List.of(
                offering(
                        SessionKind.TLS12_MODERN,
                        TlsOffer.TLS12_MODERN,
                        session -> shakesHands(session) && !isTls12Modern(session)),
                offering(SessionKind.BROKEN_SUITES, TlsOffer.BROKEN_SUITES),
                new Errand(
                        SessionKind.OLD_VERSIONS,
                        script(TlsOffer.OLD_VERSIONS),
                        SmtpErrands::shakesHands,
                        this::afterOldVersions),
                offering(SessionKind.DATED_SUITES, TlsOffer.DATED_SUITES));
    }

    /** Of several versions a server picks the newest, which may hide SSL 3.0. */
    private Optional<Errand> afterOldVersions(SmtpSession session) {
        return session.tls()
                .filter(TlsFacts::accepted)
                .flatMap(TlsFacts::version)
                .filter(version -> !version.equals("SSLv3"))
                .map(newer -> offering(SessionKind.SSL3, TlsOffer.SSL3));
    }

    private Errand offering(SessionKind kind, TlsOffer offer) {
        return offering(kind, offer, SmtpErrands::shakesHands);
    }

    private Errand offering(SessionKind kind, TlsOffer offer, Predicate<SmtpSession> wanted) {
        return Errand.of(kind, script(offer), wanted);
    }

    private OfferScript script(TlsOffer offer) {
        return new OfferScript(ehlo, server.serverName(), offer);
    }

    private static boolean shakesHands(SmtpSession session) {
        return session.tls()
                .filter(facts -> facts.failure().filter(HOPELESS::contains).isEmpty())
                .isPresent();
    }

    private static boolean isTls12Modern(SmtpSession session) {
        return session.tls()
                .filter(TlsFacts::completed)
                .filter(facts -> facts.version().filter("TLSv1.2"::equals).isPresent())
                .flatMap(TlsFacts::cipherSuite)
                .flatMap(TlsCipherSuite::named)
                .filter(TlsCipherSuite::modern)
                .isPresent();
    }
}

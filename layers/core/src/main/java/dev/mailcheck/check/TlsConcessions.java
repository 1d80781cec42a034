package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.INBOUND_TLS_BROKEN_CIPHERS_NOT_SEEN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_BROKEN_CIPHERS_REFUSED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_BROKEN_CIPHER_ACCEPTED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DATED_CIPHERS_NOT_SEEN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DATED_CIPHERS_REFUSED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DATED_CIPHER_ACCEPTED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_OLD_VERSIONS_NOT_SEEN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_OLD_VERSIONS_REFUSED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_OLD_VERSION_ACCEPTED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_SSL3_ACCEPTED;

import dev.mailcheck.check.TlsParameters.Judged;
import dev.mailcheck.probe.FurtherSession;
import dev.mailcheck.probe.SessionKind;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.tls.TlsCipherSuite;
import dev.mailcheck.tls.TlsFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges what a server takes when it is offered nothing but what is old or weak. A refusal is the
 * good outcome, where the server is known to take what is good; a session that did not come to an
 * answer says nothing, neither good nor bad.
 */
final class TlsConcessions {
    private static final Set<String> OLD = Set.of("TLSv1.0", "TLSv1.1");
    private static final String SSL3 = "SSLv3";

    private final List<FurtherSession> sessions;
    private final Vantage vantage;

    TlsConcessions(List<FurtherSession> sessions, Vantage vantage) {
        this.sessions = sessions;
        this.vantage = vantage;
    }

    /** All there is to say of a server that takes a good offer. */
    List<Judged> judge() {
        return Stream.of(oldVersions(), ssl3(), brokenCiphers(), datedCiphers(), besides())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What is bad of one that does not.
     *
     * @param tooOld whether it is known already that it speaks old versions only
     */
    List<Judged> judgeWithoutGood(boolean tooOld) {
        return judge().stream()
                .filter(judged -> judged.code().status() != Status.PASS)
                .filter(judged -> judged.code().status() != Status.UNDETERMINED)
                .filter(judged -> !tooOld || judged.code() != INBOUND_TLS_OLD_VERSION_ACCEPTED)
                .toList();
    }

    private List<Judged> oldVersions() {
        List<String> versions =
                accepted()
                        .flatMap(facts -> facts.version().stream())
                        .filter(OLD::contains)
                        .distinct()
                        .sorted()
                        .toList();
        return versions.isEmpty()
                ? answered(
                        SessionKind.OLD_VERSIONS,
                        INBOUND_TLS_OLD_VERSIONS_REFUSED,
                        INBOUND_TLS_OLD_VERSIONS_NOT_SEEN)
                : judged(INBOUND_TLS_OLD_VERSION_ACCEPTED, "version", String.join(", ", versions));
    }

    private List<Judged> ssl3() {
        boolean seen = accepted().flatMap(f -> f.version().stream()).anyMatch(SSL3::equals);
        return seen ? List.of(new Judged(INBOUND_TLS_SSL3_ACCEPTED, Map.of())) : List.of();
    }

    private List<Judged> brokenCiphers() {
        String broken = suites(accepted(), TlsCipherSuite::broken);
        return broken.isEmpty()
                ? answered(
                        SessionKind.BROKEN_SUITES,
                        INBOUND_TLS_BROKEN_CIPHERS_REFUSED,
                        INBOUND_TLS_BROKEN_CIPHERS_NOT_SEEN)
                : judged(INBOUND_TLS_BROKEN_CIPHER_ACCEPTED, "cipher", broken);
    }

    /**
     * CBC and static RSA, and of the offer of broken ones what is not quite so bad. Old versions
     * have no others, and are a fault of their own.
     */
    private List<Judged> datedCiphers() {
        Stream<TlsFacts> tls12 =
                accepted().filter(f -> f.version().filter("TLSv1.2"::equals).isPresent());
        String dated = suites(tls12, suite -> !suite.broken() && isDated(suite));
        return dated.isEmpty()
                ? answered(
                        SessionKind.DATED_SUITES,
                        INBOUND_TLS_DATED_CIPHERS_REFUSED,
                        INBOUND_TLS_DATED_CIPHERS_NOT_SEEN)
                : judged(INBOUND_TLS_DATED_CIPHER_ACCEPTED, "cipher", dated);
    }

    private static boolean isDated(TlsCipherSuite suite) {
        return suite.anonymous() || !suite.aead() || !suite.forwardSecret();
    }

    private static String suites(Stream<TlsFacts> seen, Predicate<TlsCipherSuite> which) {
        return String.join(
                ", ",
                seen.flatMap(facts -> facts.cipherSuite().stream())
                        .flatMap(name -> TlsCipherSuite.named(name).stream())
                        .filter(which)
                        .map(TlsCipherSuite::name)
                        .distinct()
                        .toList());
    }

    private List<Judged> besides() {
        List<Judged> all = new ArrayList<>();
        accepted()
                .flatMap(facts -> new TlsParameters(facts).weakGroup().stream())
                .forEach(all::add);
        accepted()
                .filter(TlsFacts::compressed)
                .findFirst()
                .ifPresent(f -> all.add(new Judged(FindingCode.INBOUND_TLS_COMPRESSION, Map.of())));
        facts(SessionKind.TLS12_MODERN)
                .filter(TlsFacts::completed)
                .ifPresent(facts -> all.addAll(new TlsParameters(facts).judgeBesideTls13()));
        return all;
    }

    private Stream<TlsFacts> accepted() {
        return sessions.stream()
                .flatMap(each -> each.session().tls().stream())
                .filter(TlsFacts::accepted);
    }

    private Optional<SmtpSession> session(SessionKind kind) {
        return sessions.stream()
                .filter(each -> each.kind() == kind)
                .map(FurtherSession::session)
                .findFirst();
    }

    private Optional<TlsFacts> facts(SessionKind kind) {
        return session(kind).flatMap(SmtpSession::tls);
    }

    /** Refused, not seen, or accepted in part, of which nothing can be said. */
    private List<Judged> answered(SessionKind kind, FindingCode refused, FindingCode notSeen) {
        return session(kind)
                .filter(session -> session.tls().filter(TlsFacts::accepted).isEmpty())
                .map(session ->
                        session.tls().filter(TlsFacts::refused).isPresent()
                                ? List.of(new Judged(refused, Map.of()))
                                : judged(notSeen, "reason", whyNot(session)))
                .orElse(List.of());
    }

    private String whyNot(SmtpSession session) {
        return switch (HostTls.of(List.of(session), vantage)) {
            case HostTls.NotKnown(String reason) -> reason;
            case HostTls.Failed(String reason, String detail) -> reason;
            case HostTls.Missing missing -> "STARTTLS_DEFERRED";
            case HostTls.Refused refused -> "STARTTLS_DEFERRED";
            case HostTls.TooOld old -> "TLS_PROTOCOL_ERROR";
            case HostTls.Works works -> "NOT_RUN";
        };
    }

    private static List<Judged> judged(FindingCode code, String name, String value) {
        return List.of(new Judged(code, Map.of(name, value)));
    }
}

package dev.mailcheck.check;

import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.tls.certificate.CertificateResult;
import dev.mailcheck.tls.certificate.CertificateRule;
import dev.mailcheck.tls.certificate.CertificateRule.Verdict;
import dev.mailcheck.tls.certificate.PresentedChain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client that insists on a certificate by the public authorities makes of one (RFC 8461,
 * sections 3.3 and 4.2): the name, the way to a trust anchor, the dates and the purpose. Strength
 * of keys and signatures is not looked at.
 */
sealed interface StrictCertificate {
    record Passes() implements StrictCertificate {}

    /** The first fault; the reason is a key of the reason words. */
    record Fails(String reason) implements StrictCertificate {}

    /** The trust store or the size of a key keeps us from judging. */
    record NotKnown(String reason) implements StrictCertificate {}

    /**
     * Judges what a host showed.
     *
     * @param host the name the client wants
     * @param facts of a handshake in which a certificate was shown
     */
    static StrictCertificate of(String host, TlsFacts facts, Instant at) {
        PresentedChain chain = PresentedChain.of(host, facts, at);
        List<Verdict> verdicts =
                CertificateRule.ALL.stream().flatMap(rule -> rule.judge(chain).stream()).toList();
        if (facts.certificates().getFirst().isEmpty()) {
            return new NotKnown(Trust.Reason.NOT_COMPUTED.name());
        }
        if (chain.own().isEmpty()) {
            return new Fails("MALFORMED_CERTIFICATE");
        }
        Optional<String> fault =
                verdicts.stream().flatMap(v -> fault(v, chain.trust()).stream()).findFirst();
        return fault.<StrictCertificate>map(Fails::new)
                .or(() ->
                        verdicts.stream()
                                .filter(v -> v.result() == CertificateResult.TRUST_NOT_KNOWN)
                                .map(v -> new NotKnown(v.arguments().getOrDefault("reason", "-")))
                                .findFirst())
                .orElseGet(Passes::new);
    }

    private static Optional<String> fault(Verdict verdict, Trust trust) {
        return switch (verdict.result()) {
            case NAME_MISMATCH, EXPIRED, NOT_YET_VALID, NOT_FOR_SERVERS ->
                    Optional.of(verdict.result().name());
            case SELF_SIGNED, UNTRUSTED, CHAIN_INCOMPLETE, SIGNATURE_BROKEN, ISSUER_NOT_ENTITLED ->
                    Optional.of(trust.reason().name());
            case NAME_MATCHES,
                    TRUSTED,
                    TRUST_NOT_KNOWN,
                    DATES_GOOD,
                    EXPIRES_SOON,
                    KEY_STRONG,
                    KEY_SHORT,
                    KEY_TOO_SHORT,
                    KEY_TOO_LONG,
                    SIGNATURE_STRONG,
                    SIGNATURE_WEAK,
                    NOT_FOR_SIGNING,
                    IS_AUTHORITY,
                    NOT_REVOKED,
                    REVOKED,
                    STATUS_OUTDATED,
                    STATUS_UNUSABLE,
                    OUT_OF_ORDER,
                    TOO_MANY,
                    TOO_LARGE ->
                    Optional.empty();
        };
    }
}

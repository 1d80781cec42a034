package dev.mailcheck.check;

import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.tls.certificate.CertificateResult;
import dev.mailcheck.tls.certificate.CertificateRule;
import dev.mailcheck.tls.certificate.CertificateRule.Verdict;
import dev.mailcheck.tls.certificate.PresentedChain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a client that insists on a certificate by the public authorities makes of one (RFC 8461,
 * sections 3.3 and 4.2): the name, the way to a trust anchor, the dates and the purpose. Strength
 * of keys and signatures is not looked at.
 */
sealed interface StrictCertificate {
    /** Those that are not about the way to an anchor. */
    Set<CertificateResult> FAULTS =
            EnumSet.of(
                    CertificateResult.NAME_MISMATCH,
                    CertificateResult.EXPIRED,
                    CertificateResult.NOT_YET_VALID,
                    CertificateResult.NOT_FOR_SERVERS);

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
        if (chain.own().isEmpty()) {
            return new Fails("MALFORMED_CERTIFICATE");
        }
        return CertificateRule.ALL.stream()
                .flatMap(rule -> rule.judge(chain).stream())
                .map(Verdict::result)
                .filter(FAULTS::contains)
                .findFirst()
                .<StrictCertificate>map(fault -> new Fails(fault.name()))
                .orElseGet(() -> ofTrust(chain.trust().reason()));
    }

    private static StrictCertificate ofTrust(Trust.Reason reason) {
        return switch (reason) {
            case ANCHORED -> new Passes();
            case NO_TRUST_STORE, NOT_COMPUTED -> new NotKnown(reason.name());
            case SELF_SIGNED,
                    UNKNOWN_ISSUER,
                    MISSING_INTERMEDIATE,
                    BAD_SIGNATURE,
                    NOT_A_CA,
                    NAME_NOT_PERMITTED,
                    CRITICAL_EXTENSION,
                    MALFORMED_CERTIFICATE ->
                    new Fails(reason.name());
        };
    }
}

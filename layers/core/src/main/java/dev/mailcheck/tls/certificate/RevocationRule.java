package dev.mailcheck.tls.certificate;

import dev.mailcheck.tls.Staple;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where the server sends a certificate status along, it is its issuer's, it is good, and it is not
 * out of date (RFC 6960, section 4.2.2.1). Nobody is asked: where none is sent there is nothing to
 * say.
 */
final class RevocationRule implements CertificateRule {
    private static final Duration SKEW = Duration.ofMinutes(5);

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return chain.staple().flatMap(staple -> judge(staple, chain.at()));
    }

    private static Optional<Verdict> judge(Staple staple, Instant at) {
        return switch (staple.word()) {
            case GOOD -> Optional.of(isOutdated(staple, at) ? outdated(staple) : notRevoked());
            case REVOKED -> Optional.of(revoked(staple));
            case UNKNOWN, OTHER_CERTIFICATE, BAD_SIGNATURE, NO_ANSWER, MALFORMED ->
                    Optional.of(unusable(staple));
            case NOT_COMPUTED -> Optional.empty();
        };
    }

    private static boolean isOutdated(Staple staple, Instant at) {
        return staple.goodUntil().filter(end -> end.plus(SKEW).isBefore(at)).isPresent();
    }

    private static Verdict notRevoked() {
        return new Verdict(CertificateResult.NOT_REVOKED, Map.of());
    }

    private static Verdict outdated(Staple staple) {
        return new Verdict(CertificateResult.STATUS_OUTDATED, date(staple.goodUntil()));
    }

    private static Verdict revoked(Staple staple) {
        return new Verdict(CertificateResult.REVOKED, date(staple.revokedAt()));
    }

    private static Map<String, String> date(Optional<Instant> when) {
        return Map.of("date", when.map(ValidityRule.DATE::format).orElse("-"));
    }

    private static Verdict unusable(Staple staple) {
        return new Verdict(
                CertificateResult.STATUS_UNUSABLE,
                Map.of("reason", "STATUS_" + staple.word().name()));
    }
}

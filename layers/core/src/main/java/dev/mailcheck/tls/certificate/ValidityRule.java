package dev.mailcheck.tls.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every certificate on the way is valid now (RFC 5280, section 4.1.2.5), and for more than 30 days.
 * Clocks may be five minutes apart.
 */
final class ValidityRule implements CertificateRule {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofDays(30);
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        List<ServerCertificate> path = chain.path();
        Optional<ServerCertificate> early =
                path.stream()
                        .filter(c -> c.notBefore().isAfter(chain.at().plus(SKEW)))
                        .max(Comparator.comparing(ServerCertificate::notBefore));
        return early.map(c -> verdict(CertificateResult.NOT_YET_VALID, c, c.notBefore(), chain))
                .or(() ->
                        path.stream()
                                .min(Comparator.comparing(ServerCertificate::notAfter))
                                .map(c -> verdict(ending(c, chain), c, c.notAfter(), chain)));
    }

    private static CertificateResult ending(ServerCertificate first, PresentedChain chain) {
        Duration left = Duration.between(chain.at(), first.notAfter());
        if (left.plus(SKEW).isNegative()) {
            return CertificateResult.EXPIRED;
        }
        return left.compareTo(SOON) <= 0
                ? CertificateResult.EXPIRES_SOON
                : CertificateResult.DATES_GOOD;
    }

    private static Verdict verdict(
            CertificateResult result, ServerCertificate which, Instant when, PresentedChain chain) {
        long days = Duration.between(chain.at(), when).abs().toDays();
        return new Verdict(
                result,
                Map.of(
                        "certificate", which.name(),
                        "date", DATE.format(when),
                        "days", Long.toString(days)));
    }
}

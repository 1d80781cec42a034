package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/**
 * Neither more certificates nor more bytes than common clients take: those in Java give up above
 * ten of them, and above 32 KiB in one message.
 */
final class ChainSizeRule implements CertificateRule {
    private static final int MAX_CERTIFICATES = 10;
    private static final int MAX_BYTES = 32 * 1024;

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        if (chain.sent() > MAX_CERTIFICATES) {
            return verdict(CertificateResult.TOO_MANY, chain.sent(), MAX_CERTIFICATES);
        }
        return chain.bytes() > MAX_BYTES
                ? verdict(CertificateResult.TOO_LARGE, chain.bytes(), MAX_BYTES)
                : Optional.empty();
    }

    private static Optional<Verdict> verdict(CertificateResult result, int count, int limit) {
        return Optional.of(
                new Verdict(
                        result,
                        Map.of(
                                "count", Integer.toString(count),
                                "limit", Integer.toString(limit))));
    }
}

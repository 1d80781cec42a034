package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/** Not more certificates than common clients take: those in Java give up above ten. */
final class ChainLengthRule implements CertificateRule {
    private static final int MAX = 10;

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return Optional.of(chain.sent())
                .filter(sent -> sent > MAX)
                .map(sent ->
                        new Verdict(
                                CertificateResult.TOO_MANY,
                                Map.of("count", sent.toString(), "limit", Integer.toString(MAX))));
    }
}

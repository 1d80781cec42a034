package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Each certificate certifies the one before it (RFC 8446, section 4.4.2): some clients look no
 * further than the next.
 */
final class ChainOrderRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        var path = chain.trust().path();
        boolean inOrder = IntStream.range(0, path.size()).allMatch(i -> path.get(i) == i);
        return inOrder
                ? Optional.empty()
                : Optional.of(new Verdict(CertificateResult.OUT_OF_ORDER, Map.of()));
    }
}

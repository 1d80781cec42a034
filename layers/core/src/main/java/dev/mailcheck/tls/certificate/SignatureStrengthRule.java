package dev.mailcheck.tls.certificate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * No signature on the way is made over a broken digest (RFC 9325, section 4.5). Above the server's
 * own certificate, signatures by oneself prove nothing and are not looked at.
 */
final class SignatureStrengthRule implements CertificateRule {
    private static final List<String> BROKEN = List.of("MD2", "MD5", "SHA-1");

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        List<ServerCertificate> path = chain.path();
        List<String> algorithms =
                IntStream.range(0, path.size())
                        .filter(i -> i == 0 || !path.get(i).selfIssued())
                        .mapToObj(i -> path.get(i).signatureAlgorithm())
                        .toList();
        return algorithms.stream()
                .filter(SignatureStrengthRule::isWeak)
                .findFirst()
                .map(weak -> verdict(CertificateResult.SIGNATURE_WEAK, weak))
                .or(() ->
                        algorithms.stream()
                                .findFirst()
                                .map(own -> verdict(CertificateResult.SIGNATURE_STRONG, own)));
    }

    private static boolean isWeak(String algorithm) {
        return BROKEN.stream().anyMatch(digest -> algorithm.endsWith(" " + digest));
    }

    private static Verdict verdict(CertificateResult result, String algorithm) {
        return new Verdict(result, Map.of("algorithm", algorithm));
    }
}

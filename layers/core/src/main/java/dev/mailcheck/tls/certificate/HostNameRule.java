package dev.mailcheck.tls.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The certificate is for the host's name (RFC 9525, section 6.3). Only the subject alternative name
 * counts, not the common name; a wildcard stands for exactly one label, the whole leftmost.
 */
final class HostNameRule implements CertificateRule {
    private static final int MAX_SHOWN = 5;

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return chain.own().map(certificate -> judge(chain.host(), certificate.dnsNames()));
    }

    private static Verdict judge(String host, List<String> names) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> matches(name, wanted))
                .findFirst()
                .map(name -> new Verdict(CertificateResult.NAME_MATCHES, Map.of("name", name)))
                .orElseGet(() ->
                        new Verdict(
                                CertificateResult.NAME_MISMATCH, Map.of("names", shown(names))));
    }

    static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.indexOf('.', 2) > 0 && host.substring(dot).equals(name.substring(1));
    }

    private static String shown(List<String> names) {
        if (names.isEmpty()) {
            return "-";
        }
        String first = String.join(", ", names.subList(0, Math.min(MAX_SHOWN, names.size())));
        return names.size() > MAX_SHOWN ? first + " …" : first;
    }
}

package dev.mailcheck.message;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of TLS versions as mail programs write them, made into one form: TLSv1/SSLv3, TLS1_2,
 * TLS-1.0, Tls12 and others.
 */
final class TlsVersion {
    private static final Set<String> NO_NUMBER = Set.of("", "V");

    private TlsVersion() {}

    /** Whether a word names a version of TLS or SSL, or a range of them. */
    static boolean isNamedBy(String word) {
        return word.length() <= 16 && (word.indexOf('/') > 0 ? isRange(word) : name(word) != null);
    }

    /** The version as TLSv1.3 or SSLv3; empty where the word does not say which. */
    static Optional<String> of(String word) {
        String name = word.length() <= 16 && word.indexOf('/') < 0 ? name(word) : null;
        return Optional.ofNullable(name).filter(version -> !version.isEmpty());
    }

    /**
     * The version that a cipher suite belongs to, where it is of one only: suites with an AEAD came
     * with 1.2, and 1.3 has suites of its own (RFC 8446, appendix B.4).
     */
    static Optional<String> ofCipher(String cipher) {
        String suite = cipher.toUpperCase(Locale.ROOT);
        boolean aead = suite.contains("GCM") || suite.contains("POLY1305") || suite.contains("CCM");
        if (!aead) {
            return Optional.empty();
        }
        boolean own =
                suite.startsWith("TLS13_")
                        || suite.startsWith("AEAD-")
                        || suite.startsWith("TLS_AES_")
                        || suite.startsWith("TLS_CHACHA20_");
        return own ? Optional.of("TLSv1.3") : before13(suite);
    }

    /** Suites that name the key exchange, or leave out that it is RSA, are of 1.2. */
    private static Optional<String> before13(String suite) {
        boolean keyExchange =
                suite.contains("DHE") || suite.contains("RSA") || suite.contains("_WITH_");
        boolean openSsl = suite.startsWith("AES") && suite.contains("-");
        return keyExchange || openSsl ? Optional.of("TLSv1.2") : Optional.empty();
    }

    private static boolean isRange(String word) {
        int slash = word.indexOf('/');
        return name(word.substring(0, slash)) != null && name(word.substring(slash + 1)) != null;
    }

    private static @Nullable String name(String word) {
        String upper = word.substring(word.lastIndexOf('\\') + 1).toUpperCase(Locale.ROOT);
        if (upper.startsWith("TLS")) {
            return tls(upper.substring(3));
        }
        return upper.startsWith("SSL") ? ssl(upper.substring(3)) : null;
    }

    private static @Nullable String tls(String number) {
        return switch (digits(number)) {
            case "" -> NO_NUMBER.contains(number) ? "" : null;
            case "1", "10" -> "TLSv1.0";
            case "11" -> "TLSv1.1";
            case "12" -> "TLSv1.2";
            case "13" -> "TLSv1.3";
            default -> null;
        };
    }

    private static @Nullable String ssl(String number) {
        return switch (digits(number)) {
            case "" -> NO_NUMBER.contains(number) ? "" : null;
            case "2", "20", "23" -> number.contains("3") ? "" : "SSLv2";
            case "3", "30" -> "SSLv3";
            default -> null;
        };
    }

    /** The digits of a number like 1.2, v1_2 or -1.0; "?" where something else is in it. */
    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("V. _-".indexOf(c) < 0) {
                return "?";
            }
        }
        return digits.toString();
    }
}

package dev.mailcheck.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The protocol of a hop, from the clause "with" of its Received field (RFC 3848, RFC 6531, section
 * 4.3).
 *
 * @param name as written; of a product's name the words that name it
 * @param words all words of the clause, in capitals
 */
record Protocol(Optional<String> name, List<String> words) {
    private static final Set<String> ENCRYPTED =
            Set.of(
                    "ESMTPS",
                    "ESMTPSA",
                    "LMTPS",
                    "LMTPSA",
                    "UTF8SMTPS",
                    "UTF8SMTPSA",
                    "UTF8LMTPS",
                    "UTF8LMTPSA",
                    "SMTPS",
                    "SMTPSA",
                    "STARTTLS");
    private static final Set<String> PLAINTEXT =
            Set.of(
                    "ESMTP",
                    "ESMTPA",
                    "LMTP",
                    "LMTPA",
                    "UTF8SMTP",
                    "UTF8SMTPA",
                    "UTF8LMTP",
                    "UTF8LMTPA",
                    "ASMTP");
    private static final Set<String> AUTHENTICATED =
            Set.of(
                    "ESMTPA",
                    "ESMTPSA",
                    "LMTPA",
                    "LMTPSA",
                    "UTF8SMTPA",
                    "UTF8SMTPSA",
                    "UTF8LMTPA",
                    "UTF8LMTPSA",
                    "SMTPSA",
                    "ASMTP");
    private static final int LOOKED_AT = 6;

    static Protocol of(ReceivedClauses clauses) {
        List<String> written = clauses.words(Clause.WITH);
        List<String> words = written.isEmpty() ? clauses.words(Clause.VIA) : written;
        List<String> first = words.stream().limit(LOOKED_AT).toList();
        return new Protocol(
                name(first), first.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList());
    }

    /** Whether the name itself says that the hop was encrypted. */
    boolean isEncrypted() {
        return words.stream().anyMatch(ENCRYPTED::contains)
                || words.stream().findFirst().filter(Protocol::isJoinedWithTls).isPresent();
    }

    /** Whether the name says that it was not: programs that follow RFC 3848 would say so. */
    boolean isPlaintext() {
        return words.stream().findFirst().filter(PLAINTEXT::contains).isPresent()
                || (words.size() > 2
                        && words.subList(0, 3).equals(List.of("MICROSOFT", "SMTP", "SERVER")));
    }

    /** Whether the hop was plain SMTP by name, which some programs write for encrypted hops too. */
    boolean isSmtp() {
        return words.stream().findFirst().filter("SMTP"::equals).isPresent();
    }

    /** Whether the client had to log in: SMTP with authentication, or a web mailer. */
    boolean isAuthenticated() {
        return words.stream().anyMatch(AUTHENTICATED::contains) || isWeb();
    }

    boolean isWeb() {
        return words.stream().findFirst().filter(word -> word.startsWith("HTTP")).isPresent();
    }

    boolean isMicrosoft() {
        return words.stream().findFirst().filter("MICROSOFT"::equals).isPresent();
    }

    /** ESMTP/TLS/CIPHER, SMTP-TLS, ESMTP+TLS. */
    private static boolean isJoinedWithTls(String word) {
        return word.contains("SMTP")
                && (word.contains("/TLS") || word.contains("-TLS") || word.contains("+TLS"));
    }

    private static Optional<String> name(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.getFirst().equalsIgnoreCase("Microsoft")) {
            return Optional.of(product(words));
        }
        int encrypted = words.indexOf("encrypted");
        String word = words.get(encrypted + 1 < words.size() ? encrypted + 1 : 0);
        return Optional.of(word.startsWith("qmail-scanner") ? "qmail" : beforeSlash(word));
    }

    private static String product(List<String> words) {
        boolean server = words.size() > 2 && words.get(2).equalsIgnoreCase("Server");
        return String.join(" ", words.subList(0, Math.min(words.size(), server ? 3 : 2)));
    }

    private static String beforeSlash(String word) {
        int slash = word.indexOf('/');
        return slash > 0 ? word.substring(0, slash) : word;
    }
}

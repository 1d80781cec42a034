package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in a Received field what its program tells about TLS. Programs have agreed on no form:
 *
 * <ul>
 *   <li>{@code (version=TLS1_3 cipher=X bits=256)} Gmail, Sendmail, Exchange, Yahoo and many others
 *   <li>{@code (using TLSv1.3 with cipher X (256/256 bits))} Postfix, Stalwart, Kerio
 *   <li>{@code (TLS1.2:X:256)} Exim, OpenSMTPD, KumoMTA; {@code (TLS1.3) tls X} Exim, chasquid,
 *       Haraka
 *   <li>{@code (TLS1.3 X)} mox; {@code (TLS: TLSv1.2,256bits,X)} Courier, McAfee
 *   <li>{@code (X encrypted)} qmail, qpsmtpd, Axigen; {@code de/crypted with TLSv1.3: X} s/qmail
 *   <li>{@code ESMTP/TLS/X} IronPort; {@code (TLS)}, {@code (SSL)} Exchange, IceWarp
 * </ul>
 */
final class TlsReader {
    private static final Set<String> NO_CIPHER = Set.of("", "NONE", "NO", "NOT", "NULL", "UNKNOWN");
    private static final int MAX_CIPHER = 80;

    private Optional<String> version = Optional.empty();
    private Optional<String> cipher = Optional.empty();
    private boolean encrypted;

    private TlsReader() {}

    /**
     * @param comments those that tell about TLS, not about the client
     * @param words all words outside of comments
     */
    static Tls read(List<String> comments, List<String> words, Protocol protocol, boolean tells) {
        TlsReader reader = new TlsReader();
        reader.words(words);
        comments.forEach(reader::comment);
        if (reader.encrypted || protocol.isEncrypted()) {
            return Tls.encrypted(reader.version, reader.cipher);
        }
        return Tls.unencrypted(protocol.isPlaintext() || (protocol.isSmtp() && tells));
    }

    private void comment(String comment) {
        List<String> words = split(comment);
        if (words.isEmpty()) {
            return;
        }
        String first = words.getFirst();
        if (words.size() == 1 && isPlainName(first)) {
            encrypted = true;
        } else if (first.equalsIgnoreCase("using") || first.equalsIgnoreCase("over")) {
            words.stream().skip(1).limit(3).forEach(this::version);
        } else if (first.equalsIgnoreCase("TLS:")) {
            listed(words);
        } else {
            versionAndCipher(first, words.size() > 1 ? words.get(1) : "");
        }
        words(words);
    }

    /** Forms that stand in comments and outside of them alike. */
    private void words(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            assigned(word);
            if (word.equalsIgnoreCase("tls") && !next.isEmpty() && encryptedSoFar(words)) {
                cipher(next);
            } else if (word.equalsIgnoreCase("cipher") && encrypted) {
                cipher(next);
            } else if (next.equalsIgnoreCase("encrypted")) {
                cipher(word);
            } else if (word.equalsIgnoreCase("de/crypted") && i + 3 < words.size()) {
                versionAndCipher(withoutColon(words.get(i + 2)), words.get(i + 3));
            } else {
                joined(word);
            }
        }
    }

    /** "tls X" names a cipher where the field speaks of SMTP; elsewhere it may be anyone's word. */
    private static boolean encryptedSoFar(List<String> words) {
        return words.stream().anyMatch(word -> word.toUpperCase(Locale.ROOT).contains("SMTPS"));
    }

    private void assigned(String word) {
        int equals = word.indexOf('=');
        if (equals < 1) {
            return;
        }
        String name = word.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = word.substring(equals + 1);
        if (name.equals("version")) {
            version(value);
        } else if (name.equals("cipher")) {
            cipher(value);
        }
    }

    /** Courier: version, bits, cipher. */
    private void listed(List<String> words) {
        words.stream().skip(1).limit(1).forEach(this::version);
        words.stream().skip(3).limit(1).forEach(this::cipher);
    }

    /** IronPort: ESMTP/TLS/CIPHER. */
    private void joined(String word) {
        int tls = word.indexOf("SMTP/TLS/");
        if (tls >= 0) {
            cipher(word.substring(tls + "SMTP/TLS/".length()));
        }
    }

    /** VERSION:CIPHER:BITS, or VERSION CIPHER. */
    private void versionAndCipher(String word, String next) {
        String[] parts = word.split(":", 3);
        if (TlsVersion.isNamedBy(parts[0]) && !isPlainName(parts[0])) {
            version(parts[0]);
            String named = parts.length > 1 ? parts[1] : next;
            if (!named.equalsIgnoreCase("encrypted")) {
                cipher(named);
            }
        }
    }

    private void version(String word) {
        if (TlsVersion.isNamedBy(word)) {
            encrypted = true;
            version = version.or(() -> TlsVersion.of(word));
        }
    }

    private void cipher(String word) {
        boolean plausible =
                word.length() <= MAX_CIPHER
                        && !NO_CIPHER.contains(word.toUpperCase(Locale.ROOT))
                        && word.chars().allMatch(TlsReader::isOfCipher);
        if (plausible) {
            encrypted = true;
            cipher = cipher.or(() -> Optional.of(word));
        }
    }

    private static boolean isOfCipher(int c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-' || c == '_' || c == '+';
    }

    private static boolean isPlainName(String word) {
        return word.equalsIgnoreCase("TLS") || word.equalsIgnoreCase("SSL");
    }

    private static String withoutColon(String word) {
        return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isSeparator(char c) {
        return ReceivedTokenizer.isBlank(c) || c == ',' || c == ';' || c == '(' || c == ')';
    }
}

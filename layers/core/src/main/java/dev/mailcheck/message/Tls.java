package dev.mailcheck.message;

import java.util.Optional;

/**
 * What a Received field says about encryption of the hop it tells of.
 *
 * @param version as TLSv1.3 or SSLv3; where it is not written, the one that the cipher belongs to
 * @param cipher as the receiver wrote it
 */
public record Tls(Encryption encryption, Optional<String> version, Optional<String> cipher) {
    /** Whether the hop was encrypted. */
    public enum Encryption {
        ENCRYPTED,
        /** The program names encrypted hops otherwise (RFC 3848), so this one was not. */
        PLAINTEXT,
        /** The field leaves it open, or the hop was none of SMTP. */
        NOT_SAID
    }

    static Tls unencrypted(boolean said) {
        Encryption encryption = said ? Encryption.PLAINTEXT : Encryption.NOT_SAID;
        return new Tls(encryption, Optional.empty(), Optional.empty());
    }

    static Tls encrypted(Optional<String> version, Optional<String> cipher) {
        return new Tls(
                Encryption.ENCRYPTED,
                version.or(() -> cipher.flatMap(TlsVersion::ofCipher)),
                cipher);
    }

    /**
     * What a user writes: VERSION, VERSION/CIPHER, or none.
     *
     * @return empty where the version is none that exists
     */
    public static Optional<Tls> parse(String option) {
        if (option.equalsIgnoreCase("none")) {
            return Optional.of(unencrypted(true));
        }
        int slash = option.indexOf('/');
        String version = slash < 0 ? option : option.substring(0, slash);
        Optional<String> cipher =
                slash < 0 ? Optional.empty() : Optional.of(option.substring(slash + 1));
        return TlsVersion.of(version).map(name -> encrypted(Optional.of(name), cipher));
    }
}

package dev.mailcheck.dane;

import dev.mailcheck.tls.KeyOfCertificate;
import dev.mailcheck.tls.certificate.ServerCertificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The certificates that a mail host served in one handshake, its own first. */
public final class ServedChain {
    private static final int MAX_CERTIFICATES = 10;

    private final List<String> certificates;
    private final List<String> names;
    private final Instant at;

    private ServedChain(List<String> certificates, List<String> names, Instant at) {
        this.certificates = certificates.stream().limit(MAX_CERTIFICATES).toList();
        this.names = List.copyOf(names);
        this.at = at;
    }

    /**
     * A chain with what it is judged by.
     *
     * @param certificates DER in base64
     * @param names one of which the certificate has to be for where a record names an authority:
     *     the name of the TLSA records, and the mail domain (RFC 7672, section 3.2.2)
     * @param at the time to judge by
     */
    public static ServedChain of(List<String> certificates, List<String> names, Instant at) {
        return new ServedChain(certificates, names, at);
    }

    /** The record that names the key served here, in the form that renewals outlive. */
    public static Optional<TlsaRecord> recordOf(String certificate) {
        return KeyOfCertificate.encoded(decoded(certificate))
                .map(key ->
                        new TlsaRecord(
                                TlsaRecord.DANE_EE,
                                TlsaRecord.PUBLIC_KEY,
                                TlsaRecord.SHA_256,
                                digest("SHA-256", key)));
    }

    int size() {
        return certificates.size();
    }

    byte[] der(int position) {
        return decoded(certificates.get(position));
    }

    List<byte[]> der() {
        return certificates.stream().map(ServedChain::decoded).toList();
    }

    Optional<ServerCertificate> parsed(int position) {
        return ServerCertificate.parse(certificates.get(position));
    }

    Instant at() {
        return at;
    }

    boolean isForOneOfTheNames(ServerCertificate own) {
        return names.stream().anyMatch(own::isFor);
    }

    /** Whether the record names this certificate or its key. */
    boolean fits(TlsaRecord record, int position) {
        return selected(record, der(position))
                .map(bytes -> matched(record, bytes))
                .filter(record.association()::equals)
                .isPresent();
    }

    private static Optional<byte[]> selected(TlsaRecord record, byte[] certificate) {
        return record.selector() == TlsaRecord.CERTIFICATE
                ? Optional.of(certificate)
                : KeyOfCertificate.encoded(certificate);
    }

    private static String matched(TlsaRecord record, byte[] bytes) {
        return switch (record.matchingType()) {
            case TlsaRecord.SHA_256 -> digest("SHA-256", bytes);
            case TlsaRecord.SHA_512 -> digest("SHA-512", bytes);
            default -> HexFormat.of().formatHex(bytes);
        };
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What is no base64 is no certificate either. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}

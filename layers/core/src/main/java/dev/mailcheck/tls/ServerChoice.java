package dev.mailcheck.tls;

import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * What a ServerHello of TLS 1.2 or before chooses (RFC 5246, section 7.4.1.3), read without a word
 * on whether it may.
 *
 * @param compressed any method but null was chosen
 */
record ServerChoice(ProtocolVersion version, int suite, boolean compressed) {
    private static final int RANDOM_BYTES = 32;

    /** Reads as much of it as is wanted here. */
    static ServerChoice of(byte[] message) throws IOException {
        ByteArrayInputStream input = new ByteArrayInputStream(message);
        ProtocolVersion version = version(input);
        TlsUtils.readFully(RANDOM_BYTES, input);
        TlsUtils.readOpaque8(input);
        int suite = TlsUtils.readUint16(input);
        return new ServerChoice(version, suite, TlsUtils.readUint8(input) != 0);
    }

    /** Bouncy Castle refuses some numbers by an exception of another kind. */
    private static ProtocolVersion version(ByteArrayInputStream input) throws IOException {
        try {
            return TlsUtils.readVersion(input);
        } catch (IllegalArgumentException reserved) {
            throw new IOException("no version of TLS", reserved);
        }
    }

    /** Whether it is one of the offered suites in a version that has no negotiation of its own. */
    boolean answers(TlsOffer offer) {
        return offer.offers(suite) && version.isEqualOrEarlierVersionOf(ProtocolVersion.TLSv12);
    }

    /** Whether the server goes on to say in which group it exchanges keys. */
    boolean showsGroup() {
        return !compressed
                && TlsCipherSuite.of(suite)
                        .filter(TlsCipherSuite::dated)
                        .filter(dated -> dated.name().startsWith("TLS_DHE_"))
                        .isPresent();
    }
}

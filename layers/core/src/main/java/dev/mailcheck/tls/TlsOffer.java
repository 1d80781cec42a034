package dev.mailcheck.tls;

import static org.bouncycastle.tls.NamedGroup.X25519MLKEM768;
import static org.bouncycastle.tls.NamedGroup.ffdhe2048;
import static org.bouncycastle.tls.NamedGroup.ffdhe3072;
import static org.bouncycastle.tls.NamedGroup.secp256r1;
import static org.bouncycastle.tls.NamedGroup.secp384r1;
import static org.bouncycastle.tls.NamedGroup.x25519;

import org.bouncycastle.tls.ProtocolVersion;

import java.util.List;

/**
 * What a client offers in its hello. Another question to a server is another offer, not other code.
 *
 * @param name what the session is called in evidence
 * @param versions newest first
 * @param suites in order of preference
 * @param groups numbers of the IANA registry, in order of preference
 */
public record TlsOffer(
        String name,
        List<ProtocolVersion> versions,
        List<TlsCipherSuite> suites,
        List<Integer> groups) {
    /**
     * What a mail sender of today offers, in the order of OpenSSL's default: so what a server picks
     * from it is what it does with real mail. The hybrid group goes without a key share; a server
     * that wants it asks for one, and the others are spared a hello of two packets.
     */
    public static final TlsOffer SENDER =
            new TlsOffer(
                    "sender",
                    List.of(ProtocolVersion.TLSv13, ProtocolVersion.TLSv12),
                    List.of(TlsCipherSuite.values()),
                    List.of(X25519MLKEM768, x25519, secp256r1, secp384r1, ffdhe2048, ffdhe3072));

    public TlsOffer {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
    }
}

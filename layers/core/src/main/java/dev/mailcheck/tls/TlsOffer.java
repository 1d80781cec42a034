package dev.mailcheck.tls;

import static org.bouncycastle.tls.NamedGroup.X25519MLKEM768;
import static org.bouncycastle.tls.NamedGroup.ffdhe2048;
import static org.bouncycastle.tls.NamedGroup.ffdhe3072;
import static org.bouncycastle.tls.NamedGroup.secp256r1;
import static org.bouncycastle.tls.NamedGroup.secp384r1;
import static org.bouncycastle.tls.NamedGroup.x25519;

import org.bouncycastle.tls.ProtocolVersion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a client offers in its hello. Another question to a server is another offer, not other code.
 *
 * @param name what the session is called in evidence
 * @param versions newest first
 * @param suites in order of preference
 * @param groups numbers of the IANA registry, in order of preference
 * @param reach how far the handshake goes
 */
public record TlsOffer(
        String name,
        List<ProtocolVersion> versions,
        List<TlsCipherSuite> suites,
        List<Integer> groups,
        Reach reach) {
    /** How far a handshake goes. */
    public enum Reach {
        /** To its end. */
        END,
        /**
         * To the server's choice of version, suite, compression and Diffie-Hellman group, which is
         * what is asked; compression is offered as well.
         */
        CHOICE
    }

    private static final List<Integer> GROUPS =
            List.of(X25519MLKEM768, x25519, secp256r1, secp384r1, ffdhe2048, ffdhe3072);

    private static final List<Integer> CLASSIC_GROUPS =
            List.of(x25519, secp256r1, secp384r1, ffdhe2048, ffdhe3072);

    private static final List<Integer> CURVES = List.of(secp256r1, secp384r1);

    /**
     * What a mail sender of today offers, in the order of OpenSSL's default: so what a server picks
     * from it is what it does with real mail. The hybrid group goes without a key share; a server
     * that wants it asks for one, and the others are spared a hello of two packets.
     */
    public static final TlsOffer SENDER =
            new TlsOffer(
                    "sender",
                    List.of(ProtocolVersion.TLSv13, ProtocolVersion.TLSv12),
                    suites(suite -> suite.modern() || suite.dated()),
                    GROUPS,
                    Reach.END);

    /** What a good sender that has no TLS 1.3 offers. */
    public static final TlsOffer TLS12_MODERN =
            new TlsOffer(
                    "tls12-modern",
                    List.of(ProtocolVersion.TLSv12),
                    suites(suite -> suite.modern() && !suite.tls13()),
                    CLASSIC_GROUPS,
                    Reach.END);

    /** What nobody may take, the worst first: what is refused here is refused for good. */
    public static final TlsOffer BROKEN_SUITES =
            new TlsOffer(
                    "broken-suites",
                    List.of(
                            ProtocolVersion.TLSv12,
                            ProtocolVersion.TLSv11,
                            ProtocolVersion.TLSv10,
                            ProtocolVersion.SSLv3),
                    suites(suite -> !suite.modern() && !suite.dated()),
                    CURVES,
                    Reach.CHOICE);

    /** All that there was before TLS 1.2, the best first. */
    public static final TlsOffer OLD_VERSIONS =
            new TlsOffer(
                    "old-versions",
                    List.of(ProtocolVersion.TLSv11, ProtocolVersion.TLSv10, ProtocolVersion.SSLv3),
                    suites(TlsCipherSuite::older),
                    CURVES,
                    Reach.CHOICE);

    /**
     * TLS 1.2 without what makes it good, to see what is taken when nothing better is offered. What
     * tells most comes first, for a server that leaves the choice to us: CBC with a group.
     */
    public static final TlsOffer DATED_SUITES =
            new TlsOffer(
                    "dated-suites",
                    List.of(ProtocolVersion.TLSv12),
                    tellingFirst(suites(TlsCipherSuite::dated)),
                    CLASSIC_GROUPS,
                    Reach.CHOICE);

    /** SSL 3.0 alone, with the suites that it may have. */
    public static final TlsOffer SSL3 =
            new TlsOffer(
                    "ssl3",
                    List.of(ProtocolVersion.SSLv3),
                    suites(suite -> suite.older() && !suite.name().startsWith("TLS_ECDH")),
                    CURVES,
                    Reach.CHOICE);

    public TlsOffer {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
    }

    private static List<TlsCipherSuite> suites(Predicate<TlsCipherSuite> which) {
        return Arrays.stream(TlsCipherSuite.values()).filter(which).toList();
    }

    private static List<TlsCipherSuite> tellingFirst(List<TlsCipherSuite> suites) {
        return suites.stream()
                .sorted(
                        Comparator.comparing(TlsCipherSuite::aead)
                                .thenComparing(suite -> !suite.name().startsWith("TLS_DHE_"))
                                .thenComparing(TlsCipherSuite::forwardSecret))
                .toList();
    }

    /** Whether it holds this suite. */
    boolean offers(int suite) {
        return suites.stream().anyMatch(each -> each.id() == suite);
    }
}

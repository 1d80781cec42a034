package dev.mailcheck.check;

import dev.mailcheck.tls.TlsCipherSuite;
import dev.mailcheck.tls.TlsFacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what a server picked from a sender's offer: version, cipher suite, key exchange. */
final class TlsParameters {
    private static final int SOUND_DH_BITS = 2048;
    private static final int WEAK_DH_BITS = 1024;

    private final TlsFacts facts;

    /** A code and what its words need. */
    record Judged(FindingCode code, Map<String, String> arguments) {}

    TlsParameters(TlsFacts facts) {
        this.facts = facts;
    }

    List<Judged> judge() {
        return Stream.of(version(), cipher(), group(), hybrid(), masterSecret(), renegotiation())
                .flatMap(Optional::stream)
                .toList();
    }

    /** What only TLS 1.2 can get wrong, where it is there beside TLS 1.3. */
    List<Judged> judgeBesideTls13() {
        return Stream.of(masterSecret(), renegotiation()).flatMap(Optional::stream).toList();
    }

    /** The Diffie-Hellman group, if it is none of the strong ones. */
    Optional<Judged> weakGroup() {
        return group().filter(
                        judged -> judged.code() != FindingCode.INBOUND_TLS_KEY_EXCHANGE_STRONG);
    }

    private Optional<Judged> version() {
        return facts.version()
                .map(version -> judged(FindingCode.INBOUND_TLS_VERSION_MODERN, "version", version));
    }

    private Optional<Judged> cipher() {
        return facts.cipherSuite()
                .map(name ->
                        judged(
                                isStrong(name)
                                        ? FindingCode.INBOUND_TLS_CIPHER_STRONG
                                        : FindingCode.INBOUND_TLS_CIPHER_WEAK,
                                "cipher",
                                name));
    }

    private static boolean isStrong(String name) {
        return TlsCipherSuite.named(name)
                .filter(suite -> suite.aead() && suite.forwardSecret() && !suite.anonymous())
                .isPresent();
    }

    /** None with static RSA, which is the cipher suite's fault. */
    private Optional<Judged> group() {
        return facts.group()
                .map(group -> judged(strength(facts.groupBits()), "group", shown(group)));
    }

    /** A remark: what is recorded today cannot be read by a quantum computer to come. */
    private Optional<Judged> hybrid() {
        return facts.group()
                .filter(group -> group.contains("MLKEM"))
                .map(group -> judged(FindingCode.INBOUND_TLS_POST_QUANTUM, "group", group));
    }

    private String shown(String group) {
        return facts.groupBits() == 0 ? group : group + " (" + facts.groupBits() + ")";
    }

    private static FindingCode strength(int finiteFieldBits) {
        if (finiteFieldBits == 0 || finiteFieldBits >= SOUND_DH_BITS) {
            return FindingCode.INBOUND_TLS_KEY_EXCHANGE_STRONG;
        }
        return finiteFieldBits >= WEAK_DH_BITS
                ? FindingCode.INBOUND_TLS_DH_GROUP_SHORT
                : FindingCode.INBOUND_TLS_DH_GROUP_TOO_SHORT;
    }

    private Optional<Judged> masterSecret() {
        return facts.extendedMasterSecret()
                ? Optional.empty()
                : facts.version()
                        .map(version ->
                                judged(
                                        FindingCode.INBOUND_TLS_NO_EXTENDED_MASTER_SECRET,
                                        "version",
                                        version));
    }

    private Optional<Judged> renegotiation() {
        return facts.secureRenegotiation()
                .filter(secure -> !secure)
                .map(insecure ->
                        new Judged(FindingCode.INBOUND_TLS_RENEGOTIATION_INSECURE, Map.of()));
    }

    private static Judged judged(FindingCode code, String name, String value) {
        return new Judged(code, Map.of(name, value));
    }
}

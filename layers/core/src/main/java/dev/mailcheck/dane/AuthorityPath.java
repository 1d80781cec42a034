package dev.mailcheck.dane;

import dev.mailcheck.dane.DaneResult.Fault;
import dev.mailcheck.tls.KeyOfCertificate;
import dev.mailcheck.tls.PathValidation;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.tls.TrustAnchors;
import dev.mailcheck.tls.certificate.ServerCertificate;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The way from a server's certificate to an authority that a TLSA record names (RFC 7672, section
 * 3.1.2): the authority must be sent along, unless the record holds it whole. Then names and dates
 * count, as anywhere.
 */
final class AuthorityPath {
    /** Copies of one authority in a chain prove no more than the first. */
    private static final int MAX_ANCHORS = 3;

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final ServedChain chain;

    AuthorityPath(ServedChain chain) {
        this.chain = chain;
    }

    /** How the search for one record ended. */
    sealed interface Outcome {
        record Found() implements Outcome {}

        record Missed(Fault fault) implements Outcome {}

        record NotComputed() implements Outcome {}
    }

    Outcome to(TlsaRecord record) {
        return anchored(record)
                .reduce(AuthorityPath::nearer)
                .orElseGet(() -> new Outcome.Missed(Fault.AUTHORITY_NOT_SENT));
    }

    private static Outcome nearer(Outcome one, Outcome other) {
        return switch (one) {
            case Outcome.Found() -> one;
            case Outcome.NotComputed() -> other instanceof Outcome.Found ? other : one;
            case Outcome.Missed(Fault fault) ->
                    other instanceof Outcome.Missed(Fault further) && further.compareTo(fault) < 0
                            ? one
                            : other;
        };
    }

    private Stream<Outcome> anchored(TlsaRecord record) {
        List<Integer> sent =
                IntStream.range(1, chain.size())
                        .filter(i -> chain.fits(record, i))
                        .limit(MAX_ANCHORS)
                        .boxed()
                        .toList();
        if (!sent.isEmpty()) {
            return sent.stream().map(i -> through(chain.der(i)));
        }
        if (record.matchingType() != TlsaRecord.FULL) {
            return Stream.empty();
        }
        byte[] whole = HexFormat.of().parseHex(record.association());
        return Stream.of(
                record.selector() == TlsaRecord.CERTIFICATE ? through(whole) : signedBy(whole));
    }

    private Outcome through(byte[] anchor) {
        Trust trust = PathValidation.of(chain.der(), only(anchor));
        return switch (trust.reason()) {
            case ANCHORED -> judged(trust.path(), Optional.of(anchor));
            case NOT_COMPUTED -> new Outcome.NotComputed();
            case NO_TRUST_STORE,
                    SELF_SIGNED,
                    UNKNOWN_ISSUER,
                    MISSING_INTERMEDIATE,
                    BAD_SIGNATURE,
                    NOT_A_CA,
                    NAME_NOT_PERMITTED,
                    CRITICAL_EXTENSION,
                    MALFORMED_CERTIFICATE ->
                    new Outcome.Missed(Fault.NO_PATH);
        };
    }

    /** The key alone stands in the record: it must have signed a certificate on the way. */
    private Outcome signedBy(byte[] key) {
        for (int i = 0; i < chain.size(); i++) {
            if (KeyOfCertificate.signed(key, chain.der(i))) {
                return i == 0 ? judged(List.of(0), Optional.empty()) : through(chain.der(i));
            }
        }
        return new Outcome.Missed(Fault.AUTHORITY_NOT_SENT);
    }

    private Outcome judged(List<Integer> path, Optional<byte[]> anchor) {
        List<ServerCertificate> way = new ArrayList<>();
        path.forEach(position -> chain.parsed(position).ifPresent(way::add));
        anchor.filter(last -> !Arrays.equals(last, chain.der(path.getLast())))
                .flatMap(last -> ServerCertificate.parse(Base64.getEncoder().encodeToString(last)))
                .ifPresent(way::add);
        return fault(way).<Outcome>map(Outcome.Missed::new).orElseGet(Outcome.Found::new);
    }

    private Optional<Fault> fault(List<ServerCertificate> way) {
        ServerCertificate own = way.getFirst();
        if (!chain.isForOneOfTheNames(own)) {
            return Optional.of(Fault.NAME_MISMATCH);
        }
        if (way.stream().anyMatch(certificate -> !certificate.forServers())) {
            return Optional.of(Fault.NOT_FOR_SERVERS);
        }
        if (way.stream().anyMatch(c -> c.notBefore().isAfter(chain.at().plus(SKEW)))) {
            return Optional.of(Fault.NOT_YET_VALID);
        }
        return way.stream().anyMatch(c -> c.notAfter().isBefore(chain.at().minus(SKEW)))
                ? Optional.of(Fault.EXPIRED)
                : Optional.empty();
    }

    private static TrustAnchors only(byte[] anchor) {
        return new TrustAnchors() {
            @Override
            public List<X509Certificate> certificates() {
                return List.of();
            }

            @Override
            public List<byte[]> encoded() {
                return List.of(anchor);
            }
        };
    }
}

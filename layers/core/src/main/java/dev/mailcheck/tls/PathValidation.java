package dev.mailcheck.tls;

import dev.mailcheck.tls.SignatureCheck.Outcome;
import dev.mailcheck.tls.Trust.Reason;

import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for a way from a server's certificate to a trust anchor (RFC 5280, section 6.1) among the
 * certificates it sent, in whatever order. Dates, the host's name and revocation are not looked at:
 * the first two are rules of their own, the last no mail sender asks for. At most 20 signatures are
 * verified.
 */
public final class PathValidation {
    private static final int MAX_SIGNATURES = 20;

    private final List<byte[]> chain;
    private final List<Certificate> sent;
    private final AnchorSearch anchors;
    private int signatures;

    private PathValidation(List<byte[]> chain, AnchorSearch anchors) {
        this.chain = chain;
        this.sent = chain.stream().map(Certificate::getInstance).toList();
        this.anchors = anchors;
    }

    /**
     * The verdict on a chain.
     *
     * @param chain DER, the server's own certificate first, at least that
     */
    public static Trust of(List<byte[]> chain, TrustAnchors trust) {
        AnchorSearch anchors = new AnchorSearch(trust.encoded());
        if (anchors.isEmpty()) {
            return new Trust(Reason.NO_TRUST_STORE, List.of());
        }
        try {
            return new PathValidation(chain, anchors).from(List.of(0));
        } catch (RuntimeException malformed) {
            // Bouncy Castle parses late, and throws this and that at what does not parse.
            return new Trust(Reason.MALFORMED_CERTIFICATE, List.of());
        }
    }

    private Trust from(List<Integer> path) {
        Certificate last = sent.get(path.getLast());
        if (anchors.contains(chain.get(path.getLast()))) {
            return new Trust(Reason.ANCHORED, path);
        }
        if (CertificateFields.hasUnknownCriticalExtension(last)) {
            return new Trust(Reason.CRITICAL_EXTENSION, path);
        }
        return isAnchored(last) ? new Trust(Reason.ANCHORED, path) : throughIssuers(path, last);
    }

    private boolean isAnchored(Certificate certificate) {
        return anchors.named(certificate.getIssuer()).stream()
                .map(Certificate::getSubjectPublicKeyInfo)
                .anyMatch(key -> signature(certificate, key) == Outcome.GOOD);
    }

    /** The first way that leads to an anchor, else the one that leads furthest. */
    private Trust throughIssuers(List<Integer> path, Certificate last) {
        if (CertificateFields.selfIssued(last)) {
            return new Trust(path.size() == 1 ? Reason.SELF_SIGNED : Reason.UNKNOWN_ISSUER, path);
        }
        Trust furthest = new Trust(deadEnd(last), path);
        for (int issuer : issuersOf(path, last)) {
            Trust way = through(path, last, issuer);
            if (way.trusted()) {
                return way;
            }
            furthest = way.path().size() >= furthest.path().size() ? way : furthest;
        }
        return furthest;
    }

    /** A server that sends nothing above its own certificate, or not all there is to fetch. */
    private Reason deadEnd(Certificate last) {
        return sent.size() == 1 || CertificateFields.namesIssuersCertificate(last)
                ? Reason.MISSING_INTERMEDIATE
                : Reason.UNKNOWN_ISSUER;
    }

    private List<Integer> issuersOf(List<Integer> path, Certificate last) {
        return IntStream.range(0, sent.size())
                .filter(i -> !path.contains(i))
                .filter(i -> CertificateFields.issued(sent.get(i), last))
                .boxed()
                .toList();
    }

    private Trust through(List<Integer> path, Certificate last, int next) {
        Certificate issuer = sent.get(next);
        return switch (signature(last, issuer.getSubjectPublicKeyInfo())) {
            case BAD -> new Trust(Reason.BAD_SIGNATURE, path);
            case NOT_COMPUTED -> new Trust(Reason.NOT_COMPUTED, path);
            case GOOD -> {
                if (!CertificateFields.mayIssue(issuer, path.size() - 1)) {
                    yield new Trust(Reason.NOT_A_CA, path);
                }
                yield NameBounds.permit(issuer, sent.getFirst())
                        ? from(extended(path, next))
                        : new Trust(Reason.NAME_NOT_PERMITTED, path);
            }
        };
    }

    private static List<Integer> extended(List<Integer> path, int next) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private Outcome signature(Certificate certificate, SubjectPublicKeyInfo key) {
        return ++signatures > MAX_SIGNATURES
                ? Outcome.NOT_COMPUTED
                : SignatureCheck.of(certificate, key);
    }
}

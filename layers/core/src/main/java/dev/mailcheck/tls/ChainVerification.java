package dev.mailcheck.tls;

import org.bouncycastle.asn1.x509.Certificate;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Works out, without a connection, what the certificates of a handshake are worth: whether they
 * lead to a trust anchor, and what the status says that came with them.
 */
public final class ChainVerification {
    private ChainVerification() {}

    /** The same facts with the verdicts; unchanged where no certificate was seen. */
    public static TlsFacts of(TlsFacts facts, TrustAnchors anchors) {
        if (facts.certificates().isEmpty()) {
            return facts;
        }
        List<byte[]> chain = decoded(facts.certificates());
        Trust verdict = trust(facts, chain, anchors);
        return facts.verified(
                verdict, facts.ocspResponse().map(response -> staple(response, chain, anchors)));
    }

    private static List<byte[]> decoded(List<String> certificates) {
        return certificates.stream().map(Base64.getDecoder()::decode).toList();
    }

    /** Of a chain that was not kept whole nothing bad is said. */
    private static Trust trust(TlsFacts facts, List<byte[]> chain, TrustAnchors anchors) {
        boolean cut = facts.certificatesSent() > chain.size();
        if (chain.stream().anyMatch(der -> der.length == 0)) {
            return new Trust(Trust.Reason.NOT_COMPUTED, List.of());
        }
        Trust verdict = PathValidation.of(chain, anchors);
        return cut && !verdict.trusted()
                ? new Trust(Trust.Reason.NOT_COMPUTED, verdict.path())
                : verdict;
    }

    private static Staple staple(String response, List<byte[]> chain, TrustAnchors anchors) {
        if (response.isEmpty()) {
            return Staple.of(Staple.Word.MALFORMED);
        }
        try {
            Certificate own = Certificate.getInstance(chain.getFirst());
            return new StapleVerification(own, issuers(own, chain, anchors))
                    .of(Base64.getDecoder().decode(response));
        } catch (RuntimeException malformed) {
            // Bouncy Castle parses late, and throws this and that at what does not parse.
            return Staple.of(Staple.Word.NOT_COMPUTED);
        }
    }

    private static List<Certificate> issuers(
            Certificate own, List<byte[]> chain, TrustAnchors anchors) {
        Stream<Certificate> sent =
                chain.stream()
                        .skip(1)
                        .map(Certificate::getInstance)
                        .filter(each -> CertificateFields.issued(each, own));
        Stream<Certificate> trusted =
                new AnchorSearch(anchors.encoded()).named(own.getIssuer()).stream();
        return Stream.concat(sent, trusted).toList();
    }
}

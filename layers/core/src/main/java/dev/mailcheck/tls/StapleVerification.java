package dev.mailcheck.tls;

import dev.mailcheck.tls.SignatureCheck.Outcome;
import dev.mailcheck.tls.Staple.Word;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a stapled certificate status (RFC 6960, section 4.2) and holds its signature to the key of
 * the certificate's issuer, or to that of a responder the issuer has named. It asks no responder.
 */
final class StapleVerification {
    private static final int MAX_RESPONSES = 50;
    private static final int MAX_CERTIFICATES = 5;
    private static final int REVOKED = 1;

    private final Certificate own;
    private final List<Certificate> issuers;

    /**
     * For one certificate.
     *
     * @param issuers certificates with the name of its issuer, whether or not they are true
     */
    StapleVerification(Certificate own, List<Certificate> issuers) {
        this.own = own;
        this.issuers = List.copyOf(issuers);
    }

    /** The outcome for a response in DER. */
    Staple of(byte[] response) {
        try {
            return of(OCSPResponse.getInstance(response));
        } catch (RuntimeException | IOException | ParseException malformed) {
            // Bouncy Castle parses late, and throws this and that at what does not parse.
            return Staple.of(Word.MALFORMED);
        }
    }

    private Staple of(OCSPResponse response) throws IOException, ParseException {
        ResponseBytes bytes = response.getResponseBytes();
        if (response.getResponseStatus().getIntValue() != OCSPResponseStatus.SUCCESSFUL
                || bytes == null
                || !bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
            return Staple.of(Word.NO_ANSWER);
        }
        BasicOCSPResponse basic = BasicOCSPResponse.getInstance(bytes.getResponse().getOctets());
        Optional<SingleResponse> ours =
                elements(basic.getTbsResponseData().getResponses(), MAX_RESPONSES)
                        .map(SingleResponse::getInstance)
                        .filter(this::isOurs)
                        .findFirst();
        return ours.isPresent() ? of(ours.get(), basic) : Staple.of(Word.OTHER_CERTIFICATE);
    }

    private static Stream<ASN1Encodable> elements(@Nullable ASN1Sequence sequence, int max) {
        return sequence == null
                ? Stream.empty()
                : IntStream.range(0, Math.min(max, sequence.size()))
                        .mapToObj(sequence::getObjectAt);
    }

    private boolean isOurs(SingleResponse response) {
        return response.getCertID().getSerialNumber().equals(own.getSerialNumber());
    }

    private Staple of(SingleResponse ours, BasicOCSPResponse basic)
            throws IOException, ParseException {
        return switch (signature(basic)) {
            case BAD -> Staple.of(Word.BAD_SIGNATURE);
            case NOT_COMPUTED -> Staple.of(Word.NOT_COMPUTED);
            case GOOD ->
                    new Staple(
                            word(ours.getCertStatus()),
                            time(ours.getThisUpdate()),
                            time(ours.getNextUpdate()),
                            revokedAt(ours.getCertStatus()));
        };
    }

    private static Word word(CertStatus status) {
        return switch (status.getTagNo()) {
            case 0 -> Word.GOOD;
            case REVOKED -> Word.REVOKED;
            default -> Word.UNKNOWN;
        };
    }

    private static Optional<Instant> revokedAt(CertStatus status) throws ParseException {
        return status.getTagNo() == REVOKED
                ? time(RevokedInfo.getInstance(status.getStatus()).getRevocationTime())
                : Optional.empty();
    }

    private static Optional<Instant> time(@Nullable ASN1GeneralizedTime time)
            throws ParseException {
        return time == null ? Optional.empty() : Optional.of(time.getDate().toInstant());
    }

    private Outcome signature(BasicOCSPResponse basic) throws IOException {
        byte[] signed = basic.getTbsResponseData().getEncoded();
        List<SubjectPublicKeyInfo> signers =
                issuers.stream()
                        .map(Certificate::getSubjectPublicKeyInfo)
                        .filter(key -> SignatureCheck.of(own, key) == Outcome.GOOD)
                        .flatMap(key -> Stream.concat(Stream.of(key), delegates(basic, key)))
                        .toList();
        if (signers.isEmpty()) {
            return Outcome.NOT_COMPUTED;
        }
        List<Outcome> outcomes =
                signers.stream()
                        .map(key ->
                                SignatureCheck.of(
                                        basic.getSignatureAlgorithm(),
                                        key,
                                        signed,
                                        basic.getSignature().getOctets()))
                        .toList();
        return outcomes.contains(Outcome.GOOD)
                ? Outcome.GOOD
                : outcomes.contains(Outcome.NOT_COMPUTED) ? Outcome.NOT_COMPUTED : Outcome.BAD;
    }

    /** Keys of responders that this issuer lets sign (RFC 6960, section 4.2.2.2). */
    private static Stream<SubjectPublicKeyInfo> delegates(
            BasicOCSPResponse basic, SubjectPublicKeyInfo issuer) {
        return elements(basic.getCerts(), MAX_CERTIFICATES)
                .map(Certificate::getInstance)
                .filter(each -> CertificateFields.isFor(each, KeyPurposeId.id_kp_OCSPSigning))
                .filter(each -> SignatureCheck.of(each, issuer) == Outcome.GOOD)
                .map(Certificate::getSubjectPublicKeyInfo);
    }
}

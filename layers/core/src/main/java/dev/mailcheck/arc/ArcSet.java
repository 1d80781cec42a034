package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignatureKind;
import dev.mailcheck.dkim.SignatureReading;

import java.util.Optional;

/** What one server added to a mail (RFC 8617, section 4.2). */
record ArcSet(
        int instance,
        ArcField results,
        ArcField messageSignatureField,
        ArcField sealField,
        SignatureReading messageSignature,
        SignatureReading seal) {

    static ArcSet of(int instance, ArcField results, ArcField messageSignature, ArcField seal) {
        return new ArcSet(
                instance,
                results,
                messageSignature,
                seal,
                SignatureReading.of(
                        messageSignature.field(),
                        messageSignature.tags(),
                        SignatureKind.ARC_MESSAGE_SIGNATURE),
                SignatureReading.of(seal.field(), seal.tags(), SignatureKind.ARC_SEAL));
    }

    /** What its {@code cv} says, as it is written; empty where it has none. */
    String status() {
        return status(sealField);
    }

    static String status(ArcField seal) {
        return seal.tags().value("cv").orElse("");
    }

    /** What breaks the chain without any signature being looked at. */
    Optional<ArcCause> fault() {
        if (!hasRightStatus()) {
            return Optional.of(
                    ArcCause.of(ArcReason.STATUS_WRONG).with("cv", status()).at(instance));
        }
        return sealField
                .tags()
                .value("h")
                .map(h -> ArcCause.of(ArcReason.SEAL_NAMES_FIELDS).at(instance));
    }

    private boolean hasRightStatus() {
        ArcWord right = instance == 1 ? ArcWord.NONE : ArcWord.PASS;
        return ArcWord.of(status()).filter(right::equals).isPresent();
    }
}

package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignatureKind;
import dev.mailcheck.dkim.SignatureReading;
import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.TagList;

import java.util.Optional;

/**
 * What one server added to a mail (RFC 8617, section 4.2).
 *
 * @param sealTags of the seal, as it is written
 */
record ArcSet(
        int instance,
        SignedField results,
        SignedField messageSignatureField,
        SignedField sealField,
        SignatureReading messageSignature,
        SignatureReading seal,
        TagList sealTags) {

    static ArcSet of(
            SignedMail mail,
            int instance,
            SignedField results,
            SignedField messageSignature,
            SignedField seal) {
        return new ArcSet(
                instance,
                results,
                messageSignature,
                seal,
                SignatureReading.of(mail, messageSignature, SignatureKind.ARC_MESSAGE_SIGNATURE),
                SignatureReading.of(mail, seal, SignatureKind.ARC_SEAL),
                TagList.ofField(mail.value(seal)));
    }

    /** What its {@code cv} says, as it is written; empty where it has none. */
    String status() {
        return sealTags.value("cv").orElse("");
    }

    /** What breaks the chain without any signature being looked at. */
    Optional<ArcCause> fault() {
        if (!hasRightStatus()) {
            return Optional.of(
                    ArcCause.of(ArcReason.STATUS_WRONG).with("cv", status()).at(instance));
        }
        return sealTags.value("h").map(h -> ArcCause.of(ArcReason.SEAL_NAMES_FIELDS).at(instance));
    }

    private boolean hasRightStatus() {
        ArcWord right = instance == 1 ? ArcWord.NONE : ArcWord.PASS;
        return ArcWord.of(status()).filter(right::equals).isPresent();
    }
}

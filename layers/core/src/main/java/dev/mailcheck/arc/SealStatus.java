package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.TagList;

import java.util.Optional;

/** What a seal says of the chain below it (RFC 8617, section 4.4): its tag {@code cv}. */
final class SealStatus {
    private SealStatus() {}

    static Optional<ArcWord> of(SignedMail mail, SignedField seal) {
        return TagList.ofField(mail.value(seal)).value("cv").flatMap(ArcWord::of);
    }
}

package dev.mailcheck.dkim;

import java.util.List;

/**
 * What a signature over header fields covers, in its order (RFC 6376, section 3.7): the fields,
 * each with its line end, and last the signature's own field without its value and line end.
 */
final class HeaderInput implements SigningInput {
    private final SignedMail mail;
    private final Canonicalization canonicalization;
    private final List<SignedField> covered;
    private final SignedField own;

    HeaderInput(
            SignedMail mail,
            Canonicalization canonicalization,
            List<SignedField> covered,
            SignedField own) {
        this.mail = mail;
        this.canonicalization = canonicalization;
        this.covered = covered;
        this.own = own;
    }

    @Override
    public void feed(Octets octets) {
        CanonicalHeader text = new CanonicalHeader(mail.bytes(), canonicalization, octets);
        for (SignedField field : covered) {
            text.whole(field);
        }
        text.withoutSignature(own);
    }

    /** The same in another form. */
    SigningInput in(Canonicalization other) {
        return new HeaderInput(mail, other, covered, own);
    }

    /** The same over made-up fields. */
    SigningInput over(List<FieldBytes> others) {
        return octets -> {
            CanonicalHeader text = new CanonicalHeader(mail.bytes(), canonicalization, octets);
            others.forEach(text::whole);
            text.withoutSignature(own);
        };
    }

    List<FieldBytes> fields() {
        return covered.stream().map(field -> new FieldBytes(mail.bytes(), field)).toList();
    }
}

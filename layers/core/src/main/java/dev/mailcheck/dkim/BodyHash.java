package dev.mailcheck.dkim;

import java.security.MessageDigest;

/** The hash of a body in one form (RFC 6376, section 3.7). */
public final class BodyHash {
    private final byte[] hash;
    private final long total;

    private BodyHash(byte[] hash, long total) {
        this.hash = hash;
        this.total = total;
    }

    static BodyHash of(SignedMail mail, BodyForm form) {
        MessageDigest digest = Hashes.named(form.hash());
        CountedOctets counted =
                new CountedOctets(digest::update, form.length().orElse(Long.MAX_VALUE));
        form.canonicalization().body(mail.bytes(), mail.bodyStart(), mail.bodyEnd(), counted);
        return new BodyHash(digest.digest(), counted.count());
    }

    public boolean is(byte[] expected) {
        return MessageDigest.isEqual(hash, expected);
    }

    /** How many canonical bytes the whole body has, those not covered too. */
    public long total() {
        return total;
    }
}

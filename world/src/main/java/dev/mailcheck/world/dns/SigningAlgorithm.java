package dev.mailcheck.world.dns;

/** A DNSSEC signing algorithm the world can sign with, by its IANA number (RFC 8624). */
public enum SigningAlgorithm {
    RSASHA1(5),
    RSASHA1_NSEC3(7),
    RSASHA256(8),
    ECDSAP256SHA256(13),
    ED25519(15),
    ED448(16),
    /** One that no validator knows: its signatures are noise. */
    UNASSIGNED(200);

    private final int number;

    SigningAlgorithm(int number) {
        this.number = number;
    }

    /** Returns the number as it stands in DNSKEY, DS and RRSIG. */
    public int number() {
        return number;
    }
}

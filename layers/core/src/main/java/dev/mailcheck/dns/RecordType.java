package dev.mailcheck.dns;

/** The record types mailcheck asks for; names are those of the IANA registry. */
public enum RecordType {
    A,
    AAAA,
    CAA,
    CNAME,
    DNSKEY,
    DS,
    MX,
    NS,
    /** The parameters of hashed denial; its iterations should be none (RFC 9276, section 3.1). */
    NSEC3PARAM,
    PTR,
    SOA,
    /** Type 99, obsolete since RFC 7208, section 3.1; asked only to say so. */
    SPF,
    TLSA,
    TXT
}

package dev.mailcheck.tls;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cipher suites we offer, under their names in the IANA registry: in the order in which a
 * sender prefers them, and behind these the worst first. The constants' names are the registry's,
 * so they need no table beside this.
 */
public enum TlsCipherSuite {
    TLS_AES_256_GCM_SHA384(0x1302),
    TLS_CHACHA20_POLY1305_SHA256(0x1303),
    TLS_AES_128_GCM_SHA256(0x1301),

    TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(0xc02c),
    TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xc030),
    TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(0xcca9),
    TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xcca8),
    TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(0xc02b),
    TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(0xc02f),

    TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009f),
    TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xccaa),
    TLS_DHE_RSA_WITH_AES_128_GCM_SHA256(0x009e),

    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384(0xc024),
    TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384(0xc028),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(0xc023),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256(0xc027),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA(0xc00a),
    TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA(0xc014),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA(0xc009),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA(0xc013),
    TLS_DHE_RSA_WITH_AES_256_CBC_SHA256(0x006b),
    TLS_DHE_RSA_WITH_AES_128_CBC_SHA256(0x0067),
    TLS_DHE_RSA_WITH_AES_256_CBC_SHA(0x0039),
    TLS_DHE_RSA_WITH_AES_128_CBC_SHA(0x0033),

    TLS_RSA_WITH_AES_256_GCM_SHA384(0x009d),
    TLS_RSA_WITH_AES_128_GCM_SHA256(0x009c),
    TLS_RSA_WITH_AES_256_CBC_SHA256(0x003d),
    TLS_RSA_WITH_AES_128_CBC_SHA256(0x003c),
    TLS_RSA_WITH_AES_256_CBC_SHA(0x0035),
    TLS_RSA_WITH_AES_128_CBC_SHA(0x002f),

    TLS_RSA_WITH_RC4_128_SHA(0x0005),
    TLS_RSA_WITH_RC4_128_MD5(0x0004),
    TLS_ECDHE_RSA_WITH_RC4_128_SHA(0xc011),
    TLS_ECDHE_ECDSA_WITH_RC4_128_SHA(0xc007),
    TLS_RSA_EXPORT_WITH_RC4_40_MD5(0x0003),
    TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5(0x0006),
    TLS_RSA_EXPORT_WITH_DES40_CBC_SHA(0x0008),
    TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA(0x0014),
    TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA(0x0011),
    TLS_RSA_WITH_NULL_SHA256(0x003b),
    TLS_RSA_WITH_NULL_SHA(0x0002),
    TLS_RSA_WITH_NULL_MD5(0x0001),
    TLS_ECDHE_RSA_WITH_NULL_SHA(0xc010),
    TLS_ECDHE_ECDSA_WITH_NULL_SHA(0xc006),
    TLS_RSA_WITH_DES_CBC_SHA(0x0009),
    TLS_DHE_RSA_WITH_DES_CBC_SHA(0x0015),
    TLS_ECDH_anon_WITH_RC4_128_SHA(0xc016),
    TLS_DH_anon_WITH_RC4_128_MD5(0x0018),
    TLS_DH_anon_EXPORT_WITH_RC4_40_MD5(0x0017),
    TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA(0x0019),
    TLS_ECDH_anon_WITH_NULL_SHA(0xc015),
    TLS_DH_anon_WITH_DES_CBC_SHA(0x001a),

    TLS_ECDH_anon_WITH_AES_256_CBC_SHA(0xc019),
    TLS_ECDH_anon_WITH_AES_128_CBC_SHA(0xc018),
    TLS_DH_anon_WITH_AES_256_GCM_SHA384(0x00a7),
    TLS_DH_anon_WITH_AES_128_GCM_SHA256(0x00a6),
    TLS_DH_anon_WITH_AES_256_CBC_SHA256(0x006d),
    TLS_DH_anon_WITH_AES_128_CBC_SHA256(0x006c),
    TLS_DH_anon_WITH_AES_256_CBC_SHA(0x003a),
    TLS_DH_anon_WITH_AES_128_CBC_SHA(0x0034),
    TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA(0xc017),
    TLS_DH_anon_WITH_3DES_EDE_CBC_SHA(0x001b),

    TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA(0xc012),
    TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA(0xc008),
    TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA(0x0016),
    TLS_RSA_WITH_3DES_EDE_CBC_SHA(0x000a);

    private final int id;

    TlsCipherSuite(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** The registered name, or the number in hex of one that we never offer. */
    static String nameOf(int id) {
        return of(id).map(TlsCipherSuite::name).orElseGet(() -> "0x%04x".formatted(id));
    }

    static Optional<TlsCipherSuite> of(int id) {
        return Arrays.stream(values()).filter(suite -> suite.id == id).findFirst();
    }

    /** The suite of this registered name; empty for one that is not in the table. */
    public static Optional<TlsCipherSuite> named(String name) {
        return Arrays.stream(values()).filter(suite -> suite.name().equals(name)).findFirst();
    }

    /** For TLS 1.3 only, where suites say nothing of the key exchange. */
    boolean tls13() {
        return !name().contains("_WITH_");
    }

    /** Encrypts and authenticates in one (RFC 5116), so without the weaknesses of CBC. */
    public boolean aead() {
        return name().contains("_GCM_") || name().contains("_POLY1305_");
    }

    /** A key taken later does not open what was sent before. */
    public boolean forwardSecret() {
        return !name().startsWith("TLS_RSA_");
    }

    /** Nobody proves who he is, so anybody on the way can take part. */
    public boolean anonymous() {
        return name().contains("_anon_");
    }

    /** With RC4, DES, a 40-bit key or no encryption at all (RFC 9325, section 4.1). */
    public boolean broken() {
        return name().contains("_RC4_")
                || name().contains("_WITH_DES_")
                || name().contains("_EXPORT_")
                || name().contains("_NULL_");
    }

    /** Defined before TLS 1.2, and so to be had with older versions too. */
    boolean older() {
        return name().contains("_WITH_") && (name().endsWith("_SHA") || name().endsWith("_MD5"));
    }

    private boolean tripleDes() {
        return name().contains("_3DES_");
    }

    /** What RFC 9325, section 4.2, recommends: AEAD with ECDHE, and all of TLS 1.3. */
    public boolean modern() {
        return tls13() || (aead() && name().startsWith("TLS_ECDHE_"));
    }

    /** Neither broken nor modern: CBC, DHE or static RSA with AES or ChaCha20, authenticated. */
    boolean dated() {
        return !modern() && !broken() && !anonymous() && !tripleDes();
    }
}

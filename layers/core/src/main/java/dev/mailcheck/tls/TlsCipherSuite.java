package dev.mailcheck.tls;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cipher suites we offer, under their names in the IANA registry. The constants' names are
 * those names, so they need no table beside this.
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
    TLS_RSA_WITH_AES_128_CBC_SHA(0x002f);

    private final int id;

    TlsCipherSuite(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** The registered name, or the number in hex of one that we never offer. */
    static String nameOf(int id) {
        return Arrays.stream(values())
                .filter(suite -> suite.id == id)
                .findFirst()
                .map(TlsCipherSuite::name)
                .orElseGet(() -> "0x%04x".formatted(id));
    }

    /** The suite of this registered name; empty for one that is not in the table. */
    public static Optional<TlsCipherSuite> named(String name) {
        return Arrays.stream(values()).filter(suite -> suite.name().equals(name)).findFirst();
    }

    /** Encrypts and authenticates in one (RFC 5116), so without the weaknesses of CBC. */
    public boolean aead() {
        return name().contains("_GCM_") || name().contains("_POLY1305_");
    }

    /** A key taken later does not open what was sent before. */
    public boolean forwardSecret() {
        return !name().startsWith("TLS_RSA_");
    }
}

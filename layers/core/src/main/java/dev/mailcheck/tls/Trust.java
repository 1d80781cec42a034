package dev.mailcheck.tls;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * Whether a chain of certificates leads to a trust anchor, dates left aside (RFC 5280, section 6).
 *
 * @param reason {@code ANCHORED} where it does
 * @param path positions, among the certificates sent, of those on the way from the server's own (0)
 *     to the anchor, or as far as it goes
 */
@Json
public record Trust(Reason reason, List<Integer> path) {
    /** Where the way ends. */
    public enum Reason {
        /** The trust store could not be read, so nothing can be said. */
        NO_TRUST_STORE,
        /** At a trust anchor. */
        ANCHORED,
        /** The server's own certificate signed itself. */
        SELF_SIGNED,
        /** At a certification authority that is not public. */
        UNKNOWN_ISSUER,
        /** At a certificate whose issuer the server does not send, as it should. */
        MISSING_INTERMEDIATE,
        /** A signature is not by the key of the named issuer. */
        BAD_SIGNATURE,
        /** An issuer is no certification authority, or not for chains of this length. */
        NOT_A_CA,
        /** An issuer may not issue for these names. */
        NAME_NOT_PERMITTED,
        /** A critical extension that we do not know. */
        CRITICAL_EXTENSION,
        /** A key or signature so large or odd that we do not compute with it. */
        NOT_COMPUTED,
        /** A certificate that cannot be parsed. */
        MALFORMED_CERTIFICATE
    }

    public Trust {
        path = List.copyOf(path);
    }

    public boolean trusted() {
        return reason == Reason.ANCHORED;
    }
}

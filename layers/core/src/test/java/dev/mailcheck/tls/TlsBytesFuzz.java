package dev.mailcheck.tls;

import dev.mailcheck.tls.certificate.ServerCertificate;

import java.io.IOException;
import java.util.Base64;

/** Fuzz target: any bytes as a certificate, a server's choice in a handshake, or a key store. */
public final class TlsBytesFuzz {
    private TlsBytesFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        ServerCertificate.parse(Base64.getEncoder().encodeToString(input));
        JksFile.read(input);
        try {
            ServerChoice.of(input);
        } catch (IOException malformed) {
            // What this reader answers where it is no such message.
        }
    }
}

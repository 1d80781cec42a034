package dev.mailcheck.message;

import dev.mailcheck.net.IpLiteral;

import java.nio.charset.StandardCharsets;

/** Fuzz target: any text as a Received or Received-SPF field, or as a date. */
public final class ReceivedFuzz {
    private ReceivedFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String value = new String(input, StandardCharsets.ISO_8859_1);
        Received received = Received.parse(value);
        received.ip()
                .ifPresent(ip ->
                        RawMailFuzz.check(
                                IpLiteral.parse(ip).map(IpLiteral::text).orElse("").equals(ip),
                                "ip"));
        boolean encrypted = received.tls().encryption() == Tls.Encryption.ENCRYPTED;
        RawMailFuzz.check(encrypted || received.tls().cipher().isEmpty(), "cipher without TLS");
        ReceivedSpf.parse(value).ifPresent(ReceivedSpf::clientIp);
        MailDate.parse(value);
    }
}

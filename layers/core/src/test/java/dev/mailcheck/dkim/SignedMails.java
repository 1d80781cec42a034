package dev.mailcheck.dkim;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What tests of signatures share: keys, a mail, a clock, and the way to verify. */
public final class SignedMails {
    public static final TestKey RSA = TestKey.rsa(2048);
    public static final TestKey ED25519 = TestKey.ed25519();

    public static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** From, To, Subject, Date and two paragraphs. */
    public static final String MAIL =
            """
            From: Alice <alice@example.com>
            To: Bob <bob@example.net>
            Subject: Lunch on Friday
            Date: Sat, 21 Nov 2026 12:00:00 +0000

            Hello Bob,

            lunch  at noon?\s
            Alice
            """
                    .replace("\n", "\r\n");

    private SignedMails() {}

    /** A zone with this record at the selector s1 of example.com. */
    public static Dns key(String... records) {
        return ZoneDns.of(Map.of("s1._domainkey.example.com", Map.of("TXT", List.of(records))));
    }

    public static DkimResult verify(String mail, Dns dns) {
        return new DkimVerifier(dns, CLOCK, SignatureCrypto.forManyMails()).verify(read(mail));
    }

    /** The only signature of a mail, verified with the key {@link #RSA}. */
    static SignatureResult one(String mail) {
        return one(mail, key(RSA.record("")));
    }

    static SignatureResult one(String mail, Dns dns) {
        List<SignatureResult> all = verify(mail, dns).signatures();
        if (all.size() != 1) {
            throw new IllegalStateException("not one signature: " + all);
        }
        return all.getFirst();
    }

    public static SignedMail read(String mail) {
        return SignedMail.of((RawMail) Reading.of(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Signing rsa() {
        return Signing.dkim(RSA, SigningAlgorithm.RSA_SHA256);
    }
}

package dev.mailcheck.dkim;

import dev.mailcheck.arc.ArcValidator;
import dev.mailcheck.dmarc.DmarcEvaluator;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fuzz target: any bytes as a mail whose signatures, chain and author are evaluated. Canonical
 * bodies must be their own canonical form.
 */
public final class SignaturesFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final SignatureCrypto CRYPTO = SignatureCrypto.forOneMail();

    /** Keys that nobody signs with, so that all the ways of failing are gone. */
    private static final Dns DNS =
            ZoneDns.of(
                    Map.of(
                            "s1._domainkey.example.com",
                            Map.of("TXT", List.of("p=" + Keys.rsa(1024))),
                            "e._domainkey.example.com",
                            Map.of("TXT", List.of("k=ed25519; p=" + Keys.ED25519)),
                            "_dmarc.example.com",
                            Map.of("TXT", List.of("v=DMARC1; p=reject; sp=none"))));

    private SignaturesFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (Reading.of(input) instanceof RawMail raw) {
            SignedMail mail = SignedMail.of(raw);
            DkimResult dkim = new DkimVerifier(DNS, CLOCK, CRYPTO).verify(mail);
            new ArcValidator(DNS, CLOCK, CRYPTO).validate(mail);
            new DmarcEvaluator(DNS).evaluate(Authors.of(raw), Optional.empty(), dkim);
        }
        for (Canonicalization form : Canonicalization.values()) {
            byte[] canonical = canonical(form, input);
            if (!Arrays.equals(canonical, canonical(form, canonical))) {
                throw new IllegalStateException(form + " is not its own form");
            }
        }
    }

    private static byte[] canonical(Canonicalization form, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.body(body, 0, body.length, out::write);
        return out.toByteArray();
    }
}

package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.arc.ArcValidator;
import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimVerifier;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dmarc.DmarcEvaluator;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.spf.CheckHost;
import dev.mailcheck.spf.IpAddress;
import dev.mailcheck.spf.SpfQuery;
import dev.mailcheck.spf.SpfResult;

import org.jspecify.annotations.NullMarked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * A mail of the conformance data with what the four mechanisms say of it.
 *
 * @param spf empty where the case has no envelope
 */
@NullMarked
record EvaluatedMail(Optional<SpfResult> spf, DkimResult dkim, ArcResult arc, DmarcResult dmarc) {
    private static final SignatureCrypto CRYPTO = SignatureCrypto.forManyMails();

    static EvaluatedMail of(String folder, Map<String, Object> c) {
        ZoneDns dns = ZoneDns.read(map(get(c, "zone"))).orElseThrow();
        Clock clock = Clock.fixed(Instant.parse((String) get(c, "clock")), ZoneOffset.UTC);
        RawMail raw = read(folder, (String) get(c, "mail_file"));
        SignedMail mail = SignedMail.of(raw);
        Optional<SpfResult> spf =
                Optional.ofNullable(c.get("envelope"))
                        .map(envelope -> spf(map(envelope), dns, clock));
        DkimResult dkim = new DkimVerifier(dns, clock, CRYPTO).verify(mail);
        return new EvaluatedMail(
                spf,
                dkim,
                new ArcValidator(dns, clock, CRYPTO).validate(mail),
                new DmarcEvaluator(dns).evaluate(Authors.of(raw), spf, dkim));
    }

    private static SpfResult spf(Map<String, Object> envelope, Dns dns, Clock clock) {
        SpfQuery query =
                new SpfQuery(
                        IpAddress.parse((String) get(envelope, "ip")).orElseThrow(),
                        (String) get(envelope, "helo"),
                        (String) get(envelope, "mail_from"));
        return new CheckHost(dns, clock, "unknown").check(query);
    }

    private static RawMail read(String folder, String file) {
        try {
            byte[] bytes = Files.readAllBytes(SharedCases.folder(folder).resolve(file));
            return (RawMail) Reading.of(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

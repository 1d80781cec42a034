package dev.mailcheck.bench;

import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.arc.ArcValidator;
import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimVerifier;
import dev.mailcheck.dkim.DkimWord;
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

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** All four mechanisms of mailcheck, with reasons, traces and diagnoses. */
final class Ours implements Contestant {
    private final CheckHost spf;
    private final DkimVerifier dkim;
    private final ArcValidator arc;
    private final DmarcEvaluator dmarc;

    Ours(Samples samples) {
        Dns dns = ZoneDns.of(samples.zone());
        Clock clock = Clock.systemUTC();
        SignatureCrypto crypto = SignatureCrypto.forManyMails();
        spf = new CheckHost(dns, clock, "mx.receiver.example");
        dkim = new DkimVerifier(dns, clock, crypto);
        arc = new ArcValidator(dns, clock, crypto);
        dmarc = new DmarcEvaluator(dns);
    }

    @Override
    public Map<String, String> judge(Sample sample) {
        RawMail mail = (RawMail) Reading.of(sample.bytes());
        SpfResult spfResult = spf.check(query(sample));
        SignedMail signed = SignedMail.of(mail);
        DkimResult dkimResult = dkim.verify(signed);
        ArcResult arcResult = arc.validate(signed);
        DmarcResult dmarcResult =
                dmarc.evaluate(Authors.of(mail), Optional.of(spfResult), dkimResult);
        return Map.of(
                "spf", spfResult.result().word(),
                "dkim", word(dkimResult),
                "arc", arcResult.result().word(),
                "dmarc", dmarcResult.result().word());
    }

    private static SpfQuery query(Sample sample) {
        return new SpfQuery(
                IpAddress.parse(sample.ip()).orElseThrow(), sample.helo(), sample.from());
    }

    /** Peers have one word for all that is not good. */
    private static String word(DkimResult result) {
        return switch (result.result()) {
            case PASS, NONE -> result.result().word();
            case FAIL, POLICY, NEUTRAL, TEMPERROR, PERMERROR -> DkimWord.FAIL.word();
        };
    }
}

package dev.mailcheck.answer;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimVerifier;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dmarc.DmarcEvaluator;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.spf.CheckHost;
import dev.mailcheck.spf.IpAddress;
import dev.mailcheck.spf.SpfQuery;
import dev.mailcheck.spf.SpfResult;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A mail as it arrives from a client, with what the real evaluators say of it. */
record Sent(Arrival arrival, RawMail mail, Optional<Authentication> authentication) {
    static final MailAddresses OURS =
            MailAddresses.parse("check@check.example.net", false).orElseThrow();

    static Sent of(String mail, String mailFrom, String clientIp, Dns dns) {
        RawMail raw = (RawMail) Reading.of(mail.getBytes(StandardCharsets.ISO_8859_1));
        Arrival arrival =
                new Arrival(
                        mailFrom,
                        List.of(OURS.plain()),
                        Optional.of(clientIp),
                        Optional.of("mx.example.com"),
                        Encryption.ENCRYPTED,
                        Optional.of("TLSv1.3"),
                        Optional.empty(),
                        SignedMails.NOW);
        SpfResult spf =
                new CheckHost(dns, SignedMails.CLOCK, "receiver")
                        .check(
                                new SpfQuery(
                                        IpAddress.parse(clientIp).orElseThrow(),
                                        "mx.example.com",
                                        mailFrom));
        DkimResult dkim =
                new DkimVerifier(dns, SignedMails.CLOCK, SignatureCrypto.forManyMails())
                        .verify(SignedMail.of(raw));
        DmarcResult dmarc =
                new DmarcEvaluator(dns).evaluate(Authors.of(raw), Optional.of(spf), dkim);
        return new Sent(
                arrival, raw, Optional.of(new Authentication(Optional.of(spf), dkim, dmarc)));
    }

    Decision decided() {
        return new AnswerPolicy(OURS).decide(arrival, mail, authentication);
    }
}

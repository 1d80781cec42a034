package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ZoneObservation;

import java.util.Optional;

/**
 * What the domain says it does with mail, by its MX and SPF records: a domain without mail needs no
 * mail server, no TLS and no keys (checks.md, parked profile). Where one of the two is not known,
 * so is the profile, and nobody may be excused by it.
 */
public enum MailProfile {
    SENDS_AND_RECEIVES,
    /** A null MX, though SPF names senders. */
    SENDS_ONLY,
    /** An MX, and SPF {@code v=spf1 -all}. */
    RECEIVES_ONLY,
    /** Neither: a null MX, or no MX and SPF {@code v=spf1 -all}. */
    PARKED,
    NOT_KNOWN;

    public static MailProfile of(Observations seen) {
        Optional<MxObservation> mx = seen.find(MxObservation.class);
        Optional<ZoneObservation> zone = seen.find(ZoneObservation.class);
        return mx.isEmpty() || zone.isEmpty() ? NOT_KNOWN : of(mx.get(), zone.get().txt());
    }

    private static MailProfile of(MxObservation mx, DnsAnswer txt) {
        if (mx.mx().failed() || txt.failed()) {
            return NOT_KNOWN;
        }
        SpfWord spf = SpfWord.of(txt);
        if (mx.nullMx()) {
            return spf == SpfWord.SOMEBODY ? SENDS_ONLY : PARKED;
        }
        if (spf == SpfWord.EXACTLY_NOBODY) {
            return mx.mx() instanceof DnsAnswer.Found ? RECEIVES_ONLY : PARKED;
        }
        return SENDS_AND_RECEIVES;
    }

    /** True where no mail server of the domain's is to be asked anything. */
    public boolean takesNoMail() {
        return this == PARKED || this == SENDS_ONLY;
    }

    /** True where mail in the domain's name has no sender. */
    public boolean sendsNoMail() {
        return this == PARKED || this == RECEIVES_ONLY;
    }

    /** Whether the check has an object: a domain without mail is right without TLS and keys. */
    public boolean applies(CheckId check) {
        return switch (check) {
            case INBOUND_TLS, RELAY, REVERSE_DNS, MTA_STS, TLS_RPT, DANE -> !takesNoMail();
            case OUTBOUND_TLS, DKIM, ARC, BIMI -> !sendsNoMail();
            case SPF, DMARC, DNSSEC, DNSBL, MX, URIBL, IPV6, DNS, MESSAGE, SENDER_GUIDELINES ->
                    true;
        };
    }
}

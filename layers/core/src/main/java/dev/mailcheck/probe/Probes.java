package dev.mailcheck.probe;

import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The registry of probes: the laptop runs them on its executor, the state machine one Lambda each.
 */
public final class Probes {
    private Probes() {}

    /** Those of a domain check, in no order: each starts as soon as what it needs stands. */
    public static List<Probe<?>> ofDomain() {
        return List.of(
                new BimiProbe(),
                new CaaProbe(),
                new DaneProbe(),
                new DkimProbe(),
                new DmarcProbe(),
                new DnssecProbe(),
                new DnsblProbe(),
                new EgressProbe(),
                new Ipv6Probe(),
                new MtaStsProbe(),
                new MxProbe(),
                new ResolverProbe(),
                new ReverseDnsProbe(),
                new SmtpProbe(),
                new SpfProbe(),
                new TlsRptProbe(),
                new UriblProbe(),
                new ZoneProbe());
    }

    /**
     * Those of one received mail. Of a mail that is too complex to be read only those that look at
     * its envelope.
     *
     * @param at the time that signatures are judged by
     */
    public static List<Probe<?>> ofMail(ReceivedMail mail, Instant at, SignatureCrypto crypto) {
        List<Probe<?>> probes = new ArrayList<>(ofAuthentication(mail, at, crypto));
        probes.add(new MailProbe(mail));
        probes.add(new ClientNameProbe(mail.envelope()));
        probes.add(new ClientListsProbe(mail.envelope()));
        probes.add(new HeloProbe(mail.envelope()));
        mail.raw()
                .ifPresent(raw -> {
                    probes.add(new FormProbe(raw));
                    probes.add(new LinksProbe(raw));
                });
        return List.copyOf(probes);
    }

    /** Those of them that tell who is behind the mail. */
    public static List<Probe<?>> ofAuthentication(
            ReceivedMail mail, Instant at, SignatureCrypto crypto) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        List<Probe<?>> probes = new ArrayList<>();
        probes.add(new MailSpfProbe(mail.envelope(), clock));
        mail.raw()
                .ifPresent(raw -> {
                    probes.add(new SignaturesProbe(raw, clock, crypto));
                    probes.add(new MailDmarcProbe(raw));
                });
        return List.copyOf(probes);
    }

    /** The TXT records at a name; a name too long to exist has none. */
    static DnsAnswer txt(Doors doors, Optional<DnsName> name) {
        return name.map(n -> doors.dns().get(n, RecordType.TXT))
                .orElseGet(() -> new DnsAnswer.Absent(false, List.of()));
    }
}

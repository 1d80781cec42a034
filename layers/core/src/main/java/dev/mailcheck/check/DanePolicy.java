package dev.mailcheck.check;

import dev.mailcheck.dane.DaneMatching;
import dev.mailcheck.dane.TlsaRecord;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;
import dev.mailcheck.probe.DaneHost;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.TlsaLookup;

import java.util.List;
import java.util.Optional;

/**
 * What a sender that enforces DANE demands of one mail host before it delivers (RFC 7672, section
 * 2.2). A pure function of what was seen in the DNS; whether the host lives up to it is {@link
 * DaneVerdict}.
 */
public sealed interface DanePolicy {
    /**
     * A certificate that one of these records names.
     *
     * @param base the name the records are for: the host, or what its alias leads to
     */
    record Authenticated(DnsName base, List<TlsaRecord> records) implements DanePolicy {
        public Authenticated {
            records = List.copyOf(records);
        }
    }

    /** TLS, with whatever certificate: there are records, and none can be used. */
    record Encrypted(DnsName base, List<TlsaRecord> records) implements DanePolicy {
        public Encrypted {
            records = List.copyOf(records);
        }
    }

    /** Nothing: there are no records that count. */
    record None(Reason reason) implements DanePolicy {}

    /**
     * It does not deliver, since the DNS may be forged: the zone's own servers say so too.
     *
     * @param question a name and a type
     */
    record Deferred(String question, String reason) implements DanePolicy {}

    /** Not known; the reason is a reason word. */
    record NotKnown(String reason) implements DanePolicy {}

    /** Why senders do without DANE. */
    enum Reason {
        /** Who the mail hosts are is not signed. */
        MX_NOT_SIGNED,
        /** Where the host is is not signed. */
        HOST_NOT_SIGNED,
        /** There are records, but they are not signed. */
        TLSA_NOT_SIGNED,
        /** There are no records. */
        NO_TLSA
    }

    /** The policy of a mail host of the plan. */
    static DanePolicy of(Observations seen, String host) {
        Optional<DaneObservation> dane = seen.find(DaneObservation.class);
        if (dane.isEmpty()) {
            return new NotKnown(seen.missingBecause(DaneObservation.class));
        }
        return dane.get()
                .host(host)
                .map(of -> of(dane.get(), of))
                .orElseGet(() -> new NotKnown("NOT_PROBED"));
    }

    private static DanePolicy of(DaneObservation dane, DaneHost host) {
        return DaneSecurity.of(dane.domain() + " MX", dane.mx(), Reason.MX_NOT_SIGNED)
                .orElseGet(() -> ofHost(host));
    }

    private static DanePolicy ofHost(DaneHost host) {
        Optional<DanePolicy> obstacle =
                DaneSecurity.of(host.host() + " A", host.addresses(), Reason.HOST_NOT_SIGNED);
        if (obstacle.isEmpty()) {
            return ofLookups(host.lookups());
        }
        boolean aliasIsSigned =
                host.alias().filter(a -> a.state() == Security.State.SECURE).isPresent();
        // The alias itself may be signed though it leads to a zone that is not.
        return obstacle.get() instanceof None && aliasIsSigned
                ? ofLookups(host.lookups().reversed().stream().limit(1).toList())
                : obstacle.get();
    }

    private static DanePolicy ofLookups(List<TlsaLookup> lookups) {
        DanePolicy policy = new None(Reason.NO_TLSA);
        for (TlsaLookup lookup : lookups) {
            policy = of(lookup);
            if (!(policy instanceof None)) {
                return policy;
            }
        }
        return policy;
    }

    private static DanePolicy of(TlsaLookup lookup) {
        return switch (lookup.records()) {
            case DnsAnswer.Failed failed -> failed(lookup, failed);
            case DnsAnswer.Absent absent ->
                    DaneSecurity.of(question(lookup), lookup.security(), Reason.NO_TLSA)
                            .orElseGet(() -> new None(Reason.NO_TLSA));
            case DnsAnswer.Found found ->
                    DaneSecurity.of(question(lookup), lookup.security(), Reason.TLSA_NOT_SIGNED)
                            .orElseGet(() -> ofRecords(lookup.base(), found));
        };
    }

    private static DanePolicy ofRecords(DnsName base, DnsAnswer.Found found) {
        List<TlsaRecord> records =
                found.data().stream().flatMap(data -> TlsaRecord.parse(data).stream()).toList();
        List<TlsaRecord> usable = DaneMatching.usable(records);
        return usable.isEmpty() ? new Encrypted(base, records) : new Authenticated(base, usable);
    }

    /** All own servers that answer at all refuse this one question. */
    private static DanePolicy failed(TlsaLookup lookup, DnsAnswer.Failed failed) {
        List<TlsaLookup.TlsaServer> alive =
                lookup.servers().stream().filter(server -> !server.soa().failed()).toList();
        boolean refused =
                !alive.isEmpty() && alive.stream().allMatch(server -> refuses(server.tlsa()));
        return refused
                ? new Deferred(question(lookup), "NAME_SERVER_REFUSES_TYPE")
                : new NotKnown(failed.reason().name());
    }

    private static String question(TlsaLookup lookup) {
        return lookup.name() + " TLSA";
    }

    private static boolean refuses(DnsAnswer answer) {
        return answer.failure()
                .filter(why -> why == DnsFailure.SERVFAIL || why == DnsFailure.REFUSED)
                .isPresent();
    }
}

package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.Security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks up what DANE says of each mail host: the TLSA records at {@code _25._tcp.} below its name
 * and below what its alias leads to (RFC 7672, section 2.2), and how secure all of it is. It asks
 * no mail host anything.
 */
public final class DaneProbe implements Probe<DaneObservation> {
    /** TCP port 25, wherever a lab's mail hosts listen (RFC 6698, section 3). */
    static final String LABELS = "_25._tcp";

    @Override
    public Class<DaneObservation> observes() {
        return DaneObservation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public DaneObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        Supplier<Security> mx = dns.security(target.domain().dnsName(), RecordType.MX);
        List<Supplier<DaneHost>> hosts =
                before.get(MxObservation.class).hosts().stream()
                        .flatMap(host -> name(host).map(name -> begin(dns, host, name)).stream())
                        .toList();
        return new DaneObservation(
                target.domain().dnsName(), mx.get(), hosts.stream().map(Supplier::get).toList());
    }

    private static Optional<DnsName> name(MxHost host) {
        return host.literal() ? Optional.empty() : DnsName.parse(host.name());
    }

    private static Supplier<DaneHost> begin(Dns dns, MxHost host, DnsName name) {
        Supplier<Security> a = dns.security(name, RecordType.A);
        Supplier<Security> aaaa = dns.security(name, RecordType.AAAA);
        Optional<DnsName> target = target(host);
        Optional<Supplier<Security>> alias =
                target.map(leadsTo -> dns.security(name, RecordType.CNAME));
        List<TlsaQuestion> questions = new ArrayList<>();
        target.flatMap(base -> TlsaQuestion.begin(dns, base)).ifPresent(questions::add);
        TlsaQuestion.begin(dns, name).ifPresent(questions::add);
        return () ->
                new DaneHost(
                        host.name(),
                        addresses(host, a.get(), aaaa.get()),
                        alias.map(Supplier::get),
                        questions.stream().map(TlsaQuestion::end).toList());
    }

    /** That there is no address of one family need not be proven to reach it at the other. */
    private static Security addresses(MxHost host, Security a, Security aaaa) {
        if (isUnprovenAbsence(host.aaaa(), aaaa) && !host.a().records().isEmpty()) {
            return a;
        }
        return isUnprovenAbsence(host.a(), a) && !host.aaaa().records().isEmpty()
                ? aaaa
                : a.and(aaaa);
    }

    private static boolean isUnprovenAbsence(DnsAnswer answer, Security security) {
        return answer instanceof DnsAnswer.Absent && security.state() == Security.State.INSECURE;
    }

    /** Where the aliases of a host's name end. */
    private static Optional<DnsName> target(MxHost host) {
        List<DnsName> aliases =
                host.a().aliasChain().isEmpty() ? host.aaaa().aliasChain() : host.a().aliasChain();
        return aliases.isEmpty() ? Optional.empty() : Optional.of(aliases.getLast());
    }

    /** A question for TLSA records on its way. */
    private record TlsaQuestion(
            Dns dns, DnsName base, DnsName name, Lookup records, Supplier<Security> security) {
        static Optional<TlsaQuestion> begin(Dns dns, DnsName base) {
            return base.under(LABELS)
                    .map(name ->
                            new TlsaQuestion(
                                    dns,
                                    base,
                                    name,
                                    dns.ask(name, RecordType.TLSA),
                                    dns.security(name, RecordType.TLSA)));
        }

        TlsaLookup end() {
            DnsAnswer answer = records.answer();
            return new TlsaLookup(
                    base,
                    name,
                    answer,
                    security.get(),
                    answer.failed() ? new TlsaServers(dns, base, name).ask() : List.of());
        }
    }
}

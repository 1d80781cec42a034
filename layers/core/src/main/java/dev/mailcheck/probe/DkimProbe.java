package dev.mailcheck.probe;

import dev.mailcheck.dkim.KnownSelectors;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.probe.SelectorAnswer.MisplacedKey;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks up the selectors that were named and those of the published list, all at once. */
public final class DkimProbe implements Probe<DkimObservation> {
    private static final int MAX_NAMED = 20;
    private static final String DOMAINKEY = "._domainkey.";

    @Override
    public Class<DkimObservation> observes() {
        return DkimObservation.class;
    }

    @Override
    public DkimObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        Domain domain = target.domain();
        List<String> named = named(target.options().selectors());
        List<Pending> pending =
                Stream.concat(
                                named.stream().map(s -> Pending.ask(dns, domain, s, true)),
                                KnownSelectors.all().stream()
                                        .filter(selector -> !named.contains(selector))
                                        .map(s -> Pending.ask(dns, domain, s, false)))
                        .toList();
        String nobodys = "m" + HexFormat.of().toHexDigits(doors.random().nextLong());
        Lookup random = txt(dns, nobodys + DOMAINKEY + domain);
        Lookup atDomain = dns.ask(domain.dnsName(), RecordType.TXT);
        return new DkimObservation(
                pending.stream().map(question -> question.answer(dns, domain)).toList(),
                random.answer(),
                atDomain.answer());
    }

    private static List<String> named(List<String> selectors) {
        return selectors.stream()
                .map(selector -> selector.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MAX_NAMED)
                .toList();
    }

    /** A name that cannot exist, because it is too long or empty in parts, has no record. */
    private static Lookup txt(Dns dns, String name) {
        return DnsName.parse(name)
                .map(n -> dns.ask(n, RecordType.TXT))
                .orElse(() -> new DnsAnswer.Absent(false, List.of()));
    }

    /** The question about one selector, under way. */
    private record Pending(String selector, String name, boolean named, Lookup lookup) {
        static Pending ask(Dns dns, Domain domain, String selector, boolean named) {
            String name = selector + DOMAINKEY + domain;
            return new Pending(selector, name, named, txt(dns, name));
        }

        SelectorAnswer answer(Dns dns, Domain domain) {
            boolean lost = named && lookup.answer() instanceof DnsAnswer.Absent;
            List<MisplacedKey> elsewhere = lost ? misplaced(dns, domain) : List.of();
            return new SelectorAnswer(selector, name, named, lookup.answer(), elsewhere);
        }

        /** Asks where keys are often put by mistake, at three names at once. */
        private List<MisplacedKey> misplaced(Dns dns, Domain domain) {
            List<String> names =
                    List.of(
                            name + "." + domain,
                            selector + ".domainkey." + domain,
                            selector + "." + domain);
            List<Lookup> lookups = names.stream().map(wrong -> txt(dns, wrong)).toList();
            List<MisplacedKey> keys = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                keys.add(new MisplacedKey(names.get(i), lookups.get(i).answer()));
            }
            return keys;
        }
    }
}

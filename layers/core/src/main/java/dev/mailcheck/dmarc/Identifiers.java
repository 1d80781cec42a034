package dev.mailcheck.dmarc;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dmarc.AuthenticatedDomain.Method;
import dev.mailcheck.dns.ALabels;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.spf.SpfResult;
import dev.mailcheck.spf.SpfWord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The domains that a mail is authenticated by (RFC 9989, section 4.3), and their organizational
 * domains, each found once.
 */
final class Identifiers {
    /** As many as DKIM verifies, and one of SPF; a mail with more is not looked at. */
    private static final int MOST = 21;

    /**
     * A domain that a method names.
     *
     * @param certain false where the DNS kept the method's result from us
     */
    record Identifier(DnsName domain, Method method, boolean certain) {}

    private final Dns dns;
    private final List<Identifier> all;
    private final boolean spfKnown;
    private final Map<DnsName, TreeWalk> walks = new HashMap<>();

    private Identifiers(Dns dns, List<Identifier> all, boolean spfKnown) {
        this.dns = dns;
        this.all = all;
        this.spfKnown = spfKnown;
    }

    static Identifiers of(Dns dns, Optional<SpfResult> spf, DkimResult dkim) {
        List<Identifier> all = new ArrayList<>();
        spf.ifPresent(result -> addSpf(result, all));
        dkim.authenticated().forEach(d -> all.add(new Identifier(d, Method.DKIM, true)));
        dkim.undecided().forEach(d -> all.add(new Identifier(d, Method.DKIM, false)));
        return new Identifiers(dns, all.subList(0, Math.min(all.size(), MOST)), spf.isPresent());
    }

    /** The domain of MAIL FROM, or the HELO name of a null sender (RFC 7208, section 2.4). */
    private static void addSpf(SpfResult spf, List<Identifier> all) {
        boolean pass = spf.result() == SpfWord.PASS;
        if (pass || spf.result() == SpfWord.TEMPERROR) {
            ALabels.of(spf.domain())
                    .map(domain -> new Identifier(domain, Method.SPF, pass))
                    .ifPresent(all::add);
        }
    }

    List<Identifier> all() {
        return all;
    }

    /** Whether SPF said anything, if only that there is nothing. */
    boolean spfKnown() {
        return spfKnown;
    }

    /** The walk from a domain. */
    TreeWalk walk(DnsName domain) {
        walksFrom(List.of(domain));
        return walks.getOrDefault(domain, new TreeWalk(domain, List.of()));
    }

    /** Makes the walks from these domains at the same time, each of them once. */
    void walksFrom(List<DnsName> domains) {
        Map<DnsName, List<Lookup>> begun = new HashMap<>();
        domains.stream()
                .filter(domain -> !walks.containsKey(domain))
                .forEach(domain ->
                        begun.computeIfAbsent(domain, start -> TreeWalk.begin(dns, start)));
        begun.forEach((domain, lookups) -> walks.put(domain, TreeWalk.finish(domain, lookups)));
    }
}

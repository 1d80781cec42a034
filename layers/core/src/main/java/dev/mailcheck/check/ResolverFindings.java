package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_RESOLVER_ANSWERS_DIFFERENTLY;
import static dev.mailcheck.check.FindingCode.DNS_RESOLVER_NOT_COMPARED;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.dns.ZoneView.Difference;
import dev.mailcheck.probe.ZoneObservation;

import java.util.List;

/** Whose word was judged, where that is worth telling (contract, section 2). */
final class ResolverFindings {
    private ResolverFindings() {}

    static List<Finding> of(String domain, ZoneView view) {
        return switch (view.whose()) {
            case RESOLVER -> List.of();
            case OWN_SERVERS ->
                    view.differences().stream().map(both -> different(domain, both)).toList();
            case NOT_COMPARED ->
                    view.reason().equals("NO_NETWORK")
                            ? List.of()
                            : List.of(
                                    Finding.of(
                                            DNS_RESOLVER_NOT_COMPARED,
                                            domain,
                                            "reason",
                                            view.reason()));
        };
    }

    private static Finding different(String domain, Difference both) {
        return Finding.of(
                DNS_RESOLVER_ANSWERS_DIFFERENTLY,
                domain,
                "type",
                both.type().name(),
                "resolver",
                shown(both.resolver()),
                "own",
                shown(both.own()));
    }

    private static String shown(DnsAnswer answer) {
        return answer instanceof DnsAnswer.Found found
                ? String.join(" | ", found.data())
                : answer.nameMissing() ? "NXDOMAIN" : "NODATA";
    }

    /**
     * Whether what the resolver says may be an inside view: no own server was heard beside it. A
     * zone file has but one view.
     */
    static boolean mayBeInsideView(Judgement judgement) {
        return judgement.target().options().network()
                && judgement
                        .seen()
                        .find(ZoneObservation.class)
                        .filter(zone -> zone.view().whose() != ZoneView.Whose.NOT_COMPARED)
                        .isEmpty();
    }
}

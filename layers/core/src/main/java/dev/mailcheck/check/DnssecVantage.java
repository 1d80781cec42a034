package dev.mailcheck.check;

import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ResolverObservation;

import java.util.Optional;

/** Why nothing can be said of signatures from here (contract, section 2, "vantage first"). */
final class DnssecVantage {
    private DnssecVantage() {}

    static Optional<String> obstacle(Observations seen) {
        return seen.find(ResolverObservation.class)
                .filter(resolver -> resolver.kind() == ResolverKind.STRIPS_DNSSEC)
                .map(resolver -> "RESOLVER_STRIPS_DNSSEC");
    }
}

package dev.mailcheck.report;

import dev.mailcheck.check.Vantage;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.report.Report.VantageView;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From where a check looked: the one place that knows which observations tell about our own side.
 */
final class SeenFrom {
    private final Seen seen;

    SeenFrom(Seen seen) {
        this.seen = seen;
    }

    /** "unknown" where nothing was tried. */
    VantageView vantage() {
        Optional<EgressObservation> egress = seen.observations().find(EgressObservation.class);
        return new VantageView(
                Vantage.of(seen.observations()).port25().word(),
                egress.map(EgressObservation::ipv6).orElse(false),
                "unknown",
                seen.target().options().ehlo());
    }

    /** An EHLO name may be an address literal (RFC 5321, section 4.1.3). */
    Own own() {
        String ehlo = seen.target().options().ehlo();
        Set<String> addresses = new HashSet<>();
        addresses.add(ehlo.replaceAll("^\\[(?:IPv6:)?|]$", ""));
        sessions().map(SmtpSession::ownAddress).forEach(addresses::add);
        addresses.remove("");
        return new Own(addresses, Set.of(ehlo));
    }

    private Stream<SmtpSession> sessions() {
        return Stream.concat(
                seen.observations().find(EgressObservation.class).stream()
                        .flatMap(egress -> egress.controls().stream()),
                seen.observations().find(SmtpObservation.class).stream()
                        .flatMap(smtp -> smtp.sessions().stream()));
    }

    /** What the domain publishes of its mail hosts; that is not ours to hide. */
    Set<String> published() {
        Set<String> published = new HashSet<>();
        published.add(seen.target().domain().name());
        seen.observations()
                .find(MxObservation.class)
                .ifPresent(mx -> {
                    for (MxHost host : mx.hosts()) {
                        published.add(host.name());
                        published.addAll(host.addresses());
                    }
                });
        return published;
    }
}

package dev.mailcheck.report;

import dev.mailcheck.check.Vantage;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.https.PageVisit;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.OwnEnd;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.report.Report.VantageView;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From where a check looked: the one place that knows which observations tell about our own side.
 */
final class SeenFrom {
    private final Seen seen;
    private final Optional<EgressObservation> egress;

    SeenFrom(Seen seen) {
        this.seen = seen;
        this.egress = seen.observations().find(EgressObservation.class);
    }

    /** "unknown" where nothing was tried. */
    VantageView vantage() {
        return new VantageView(
                Vantage.of(seen.observations()).port25().word(),
                egress.map(EgressObservation::ipv6).orElse(false),
                seen.observations()
                        .find(ResolverObservation.class)
                        .map(ResolverObservation::kind)
                        .orElse(ResolverKind.UNKNOWN)
                        .word(),
                seen.target().options().ehlo());
    }

    /** An EHLO name may be an address literal (RFC 5321, section 4.1.3). */
    Own own() {
        String ehlo = seen.target().options().ehlo();
        Set<String> addresses =
                Stream.of(
                                sessions().flatMap(OwnEnd::addresses),
                                visits().map(PageVisit::ownAddress),
                                OwnEnd.inBrackets(ehlo))
                        .flatMap(Function.identity())
                        .filter(address -> !address.isEmpty())
                        .collect(Collectors.toSet());
        return new Own(addresses, Set.of(ehlo));
    }

    private Stream<SmtpSession> sessions() {
        return Stream.concat(
                egress.map(EgressObservation::controls).stream().flatMap(Collection::stream),
                seen.observations().find(SmtpObservation.class).stream()
                        .flatMap(SmtpObservation::all));
    }

    private Stream<PageVisit> visits() {
        return seen.observations().find(MtaStsObservation.class).stream()
                .flatMap(policy -> policy.visits().stream());
    }

    /** What the domain publishes of its mail hosts; that is not ours to hide. */
    Set<String> published() {
        Set<String> published = new HashSet<>();
        published.add(seen.target().name());
        seen.observations().find(MxObservation.class).map(MxObservation::hosts).stream()
                .flatMap(List::stream)
                .forEach(host -> add(host, published));
        return published;
    }

    private static void add(MxHost host, Set<String> published) {
        published.add(host.name());
        published.addAll(host.addresses());
    }
}

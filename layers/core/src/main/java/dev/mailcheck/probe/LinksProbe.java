package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.RegisteredDomain;
import dev.mailcheck.message.Link;
import dev.mailcheck.message.Links;
import dev.mailcheck.message.MimeBody;
import dev.mailcheck.message.MimeReading;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.net.IpLiteral;

import java.util.List;
import java.util.Optional;

/**
 * Finds the links in the text of the mail and asks lists about the domains they lead to. No link is
 * followed: a visit would tell the sender that somebody reads.
 */
final class LinksProbe implements Probe<LinksObservation> {
    /** Domains that are asked about, the first of the mail. */
    static final int MOST_DOMAINS = 20;

    private static final int MAX_QUESTIONS = 80;

    private final RawMail mail;

    LinksProbe(RawMail mail) {
        this.mail = mail;
    }

    @Override
    public Class<LinksObservation> observes() {
        return LinksObservation.class;
    }

    @Override
    public LinksObservation observe(Target target, Observations before, Doors doors) {
        return switch (MimeReading.of(mail)) {
            case MimeBody body -> look(Links.of(mail, body), target.options(), doors);
            case TooComplex(TooComplex.Limit limit) ->
                    new LinksObservation(
                            Optional.of(limit), 0, List.of(), List.of(), false, Optional.empty());
        };
    }

    private static LinksObservation look(Links links, CheckOptions options, Doors doors) {
        List<String> hosts = links.links().stream().map(Link::host).toList();
        List<String> all =
                hosts.stream().flatMap(host -> registered(host).stream()).distinct().toList();
        List<String> domains = all.stream().limit(MOST_DOMAINS).toList();
        return new LinksObservation(
                Optional.empty(),
                hosts.size(),
                domains,
                hosts.stream().filter(LinksProbe::isAddress).toList(),
                links.complete() && domains.size() == all.size(),
                domains.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ListRound(doors.dns(), MAX_QUESTIONS)
                                        .ask(
                                                domains,
                                                BlockLists.NAMES,
                                                options.uribl(),
                                                options.lists())));
    }

    private static boolean isAddress(String host) {
        return IpLiteral.parse(host).isPresent();
    }

    /** None for a name without a dot, which leads nowhere outside of a network. */
    private static Optional<String> registered(String host) {
        return isAddress(host)
                ? Optional.empty()
                : DnsName.parse(host)
                        .filter(name -> name.labels() > 1)
                        .map(name -> RegisteredDomain.of(name).orElse(name))
                        .map(DnsName::text);
    }
}

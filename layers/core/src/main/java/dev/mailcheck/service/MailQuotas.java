package dev.mailcheck.service;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Counters;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many mails are taken of a network, and how many answers go to one address and to one domain.
 * A network that keeps sending forged mail is left out for a while, which doubles.
 */
public final class MailQuotas {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** A program that sends mail for many sends more than a browser asks. */
    private static final Quotas.Limits NETWORK =
            new Quotas.Limits(
                    List.of(
                            new Quotas.Window(60, Duration.ofMinutes(1)),
                            new Quotas.Window(300, HOUR),
                            new Quotas.Window(1000, DAY)),
                    20);

    private static final Quotas.Limits ADDRESS =
            new Quotas.Limits(List.of(new Quotas.Window(10, HOUR), new Quotas.Window(30, DAY)), 20);
    private static final Quotas.Limits DOMAIN =
            new Quotas.Limits(
                    List.of(new Quotas.Window(60, HOUR), new Quotas.Window(200, DAY)), 20);

    private final Quotas networks;
    private final Quotas addresses;
    private final Quotas domains;

    /** With the limits that hold for everybody. */
    public MailQuotas(Counters counters, Claims claims, Clock clock) {
        this(counters, claims, clock, NETWORK);
    }

    /** With other limits for networks: a lab sends all its mail from one. */
    public MailQuotas(Counters counters, Claims claims, Clock clock, Quotas.Limits network) {
        this.networks = new Quotas(counters, claims, network, clock);
        this.addresses = new Quotas(counters, claims, ADDRESS, clock);
        this.domains = new Quotas(counters, claims, DOMAIN, clock);
    }

    /** Counts one more mail of this client; if it is too much, how long to wait. */
    public Optional<Duration> arrives(String clientIp) {
        return networks.take(network(clientIp));
    }

    void forged(Arrival arrival) {
        arrival.clientIp().map(MailQuotas::network).ifPresent(networks::mistake);
    }

    boolean takes(String to, String domain) {
        return addresses.take("answer/" + to).isEmpty()
                && domains.take("answers/" + domain).isEmpty();
    }

    private static String network(String clientIp) {
        return "mail/" + SourceNetwork.of(clientIp);
    }
}

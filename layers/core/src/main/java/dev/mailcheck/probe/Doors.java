package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.OwnServersDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Network;
import dev.mailcheck.tls.TrustAnchors;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/**
 * All that a probe may touch: the DNS, the network, whom TLS trusts, time and chance. {@code
 * executor} runs what can run side by side, by {@code invokeAll(tasks, budget)}.
 */
public record Doors(
        Dns dns,
        Network network,
        TrustAnchors trust,
        Deadline deadline,
        Clock clock,
        RandomGenerator random,
        ExecutorService executor) {
    /** How long answers wait at most for the domain's own name servers to be heard as well. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * The same doors, but where all name servers of the domain's zone say otherwise than the
     * resolver, their word is what {@link #dns} answers (contract, section 2).
     */
    public Doors judging(Target target) {
        if (!target.options().network()) {
            return this;
        }
        Dns judged = new OwnServersDns(dns, target.domain(), executor, deadline.within(PATIENCE));
        return new Doors(judged, network, trust, deadline, clock, random, executor);
    }
}

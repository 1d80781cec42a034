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
 * executor} runs what can run side by side, by {@code invokeAll(tasks, budget)}; {@code port25} is
 * what this check shares with others of its run.
 */
public record Doors(
        Dns dns,
        Network network,
        TrustAnchors trust,
        Deadline deadline,
        Clock clock,
        RandomGenerator random,
        ExecutorService executor,
        Port25 port25) {
    /** How long answers wait at most for the domain's own name servers to be heard as well. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The doors of a check that is alone. */
    public Doors(
            Dns dns,
            Network network,
            TrustAnchors trust,
            Deadline deadline,
            Clock clock,
            RandomGenerator random,
            ExecutorService executor) {
        this(dns, network, trust, deadline, clock, random, executor, new Port25());
    }

    /** The same doors with another DNS. */
    public Doors with(Dns other) {
        return new Doors(other, network, trust, deadline, clock, random, executor, port25);
    }

    /**
     * A DNS that answers on the domain's zone what the zone's own servers say, where all of them
     * say otherwise than the resolver (contract, section 2).
     */
    public OwnServersDns ownServers(Target target) {
        return new OwnServersDns(dns, target.domain(), executor, deadline.within(PATIENCE));
    }
}

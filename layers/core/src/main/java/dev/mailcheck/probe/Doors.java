package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Network;
import dev.mailcheck.tls.TrustAnchors;

import java.time.Clock;
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
        ExecutorService executor) {}

package dev.mailcheck.cli.embedded;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.run.Surroundings;

import java.time.Duration;
import java.util.Optional;

/**
 * How this service looks at domains.
 *
 * @param options of every check; an empty EHLO name is found for each
 * @param zone what answers in place of the network, if anything
 * @param budget until the deadline of a check
 */
public record Looking(
        Surroundings surroundings,
        CheckOptions options,
        Optional<? extends Dns> zone,
        Duration budget) {}

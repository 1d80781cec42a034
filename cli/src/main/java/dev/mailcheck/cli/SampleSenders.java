package dev.mailcheck.cli;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Surroundings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/**
 * In the sample world every client is on loopback. There a client is taken to be the host that it
 * names in EHLO, so that anybody can send as mx1.sound.example does. Nowhere else.
 */
final class SampleSenders implements UnaryOperator<Arrival> {
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final Surroundings world;
    private final ExecutorService threads;

    SampleSenders(Surroundings world, ExecutorService threads) {
        this.world = world;
        this.threads = threads;
    }

    @Override
    public Arrival apply(Arrival arrival) {
        return arrival.helo()
                .flatMap(DnsName::parse)
                .flatMap(this::address)
                .map(address ->
                        new Arrival(
                                arrival.mailFrom(),
                                arrival.recipients(),
                                Optional.of(address),
                                arrival.helo(),
                                arrival.encryption(),
                                arrival.tlsVersion(),
                                arrival.cipher(),
                                arrival.at()))
                .orElse(arrival);
    }

    private Optional<String> address(DnsName host) {
        try (LiveDoors live = LiveDoors.open(world, Optional.empty(), List.of(), BUDGET, threads)) {
            return live.doors().dns().get(host, RecordType.A).records().stream()
                    .map(DnsRecord::data)
                    .findFirst();
        }
    }
}

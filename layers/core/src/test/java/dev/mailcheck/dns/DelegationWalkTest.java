package dev.mailcheck.dns;

import static dev.mailcheck.dns.ServersDns.delegates;
import static dev.mailcheck.dns.ServersDns.fails;
import static dev.mailcheck.dns.ServersDns.holds;
import static dev.mailcheck.dns.ServersDns.lame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.Deadline;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class DelegationWalkTest {
    private static final String TOP = "198.51.100.1";
    private static final String NS = "192.0.2.1";

    private static final Map<String, Map<String, List<String>>> ZONE =
            Map.of(
                    "example.com", Map.of("NS", List.of("ns.example.com")),
                    "ns.example.com", Map.of("A", List.of(NS)),
                    "a.b.example.com", Map.of("A", List.of("192.0.2.9")));

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static ServersDns top() {
        return resolver(Map.of("com", Map.of("NS", List.of("a.top.net"))));
    }

    private static ServersDns resolver(Map<String, Map<String, List<String>>> more) {
        Map<String, Map<String, List<String>>> zone = new HashMap<>(more);
        zone.put("a.top.net", Map.of("A", List.of(TOP)));
        zone.put("ns.example.com", Map.of("A", List.of(NS)));
        zone.put("ns.elsewhere.net", Map.of("A", List.of(NS)));
        return ServersDns.resolver(zone);
    }

    private Optional<Delegation> walk(Dns dns, String name) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        return new DelegationWalk(dns, DnsName.of(name), executor, deadline).walk();
    }

    private Delegation led(Dns dns, String name) {
        return walk(dns, name).orElseThrow();
    }

    private static ServersDns.Server delegating() {
        return delegates("com", "example.com", Map.of("ns.example.com", List.of(NS)));
    }

    @Test
    void aDelegatedDomainIsItsOwnZone() {
        Delegation led =
                led(
                        top().server(TOP, delegating()).server(NS, holds("example.com", ZONE)),
                        "example.com");

        assertThat(led.zone()).isEqualTo(DnsName.of("example.com"));
        assertThat(led.referral().orElseThrow().nameServers())
                .containsExactly(DnsName.of("ns.example.com"));
        assertThat(led.servers()).extracting(Delegation.NameServer::address).containsExactly(NS);
        assertThat(led.edns()).isTrue();
    }

    @Test
    void aSubdomainWithoutZoneBelongsToTheZoneAbove() {
        ServersDns dns = top().server(TOP, delegating()).server(NS, holds("example.com", ZONE));

        assertThat(led(dns, "a.b.example.com").zone()).isEqualTo(DnsName.of("example.com"));
        assertThat(led(dns, "no.such.example.com").zone()).isEqualTo(DnsName.of("example.com"));
    }

    @Test
    void glueIsTakenOnlyOfNamesBelowTheZoneThatGivesIt() {
        ServersDns dns =
                top().server(
                                TOP,
                                delegates(
                                        "com",
                                        "example.com",
                                        Map.of("ns.elsewhere.net", List.of("192.0.2.66"))))
                        .server(NS, holds("example.com", ZONE));

        assertThat(led(dns, "example.com").servers())
                .extracting(Delegation.NameServer::address)
                .containsExactly(NS);
    }

    @Test
    void oneServerMayHoldTheZoneAboveAndTheZone() {
        ServersDns dns =
                resolver(Map.of("", Map.of("NS", List.of("a.top.net"))))
                        .server(TOP, holds("", ZONE));

        assertThat(led(dns, "example.com"))
                .isEqualTo(
                        new Delegation(
                                DnsName.of("example.com"),
                                Optional.empty(),
                                List.of(
                                        new Delegation.NameServer(
                                                DnsName.of("ns.example.com"), NS)),
                                false));
        assertThat(led(dns, "a.b.example.com").zone()).isEqualTo(DnsName.of("example.com"));
    }

    @Test
    void silentOrLameOwnServersLeaveTheDelegationKnown() {
        assertThat(led(top().server(TOP, delegating()), "example.com").zone())
                .isEqualTo(DnsName.of("example.com"));
        assertThat(led(top().server(TOP, delegating()).server(NS, lame()), "example.com").servers())
                .hasSize(1);
    }

    @Test
    void whereTheTopIsSilentOrBentTheWalkLeadsNowhere() {
        assertThat(walk(top(), "example.com")).isEmpty();
        assertThat(walk(top().server(TOP, lame()), "example.com")).isEmpty();
        assertThat(walk(top().server(TOP, fails(DnsFailure.REFUSED)), "example.com")).isEmpty();
        assertThat(walk(ServersDns.resolver(Map.of()), "example.com")).isEmpty();
    }

    @Test
    void aReferralInACircleOrUpwardsEndsTheWalk() {
        ServersDns circle = top().server(TOP, delegating()).server(NS, delegating());

        assertThat(led(circle, "example.com").zone()).isEqualTo(DnsName.of("example.com"));
    }
}

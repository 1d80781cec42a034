package dev.mailcheck.dns;

import static dev.mailcheck.dns.ServersDns.delegates;
import static dev.mailcheck.dns.ServersDns.fails;
import static dev.mailcheck.dns.ServersDns.holds;
import static dev.mailcheck.dns.ServersDns.lame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.ZoneView.Whose;
import dev.mailcheck.net.Deadline;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class OwnServersDnsTest {
    private static final Map<String, List<String>> GLUE =
            Map.of(
                    "ns1.example.com",
                    List.of("192.0.2.1"),
                    "ns2.example.com",
                    List.of("192.0.2.2"));

    private static final Map<String, Map<String, List<String>>> OUTSIDE =
            Map.of(
                    "example.com",
                    Map.of(
                            "NS", List.of("ns1.example.com", "ns2.example.com"),
                            "MX", List.of("10 mx.example.com", "20 mx2.example.com"),
                            "TXT", List.of("v=spf1 mx -all")),
                    "mx.example.com",
                    Map.of("A", List.of("192.0.2.10")),
                    "alias.example.com",
                    Map.of("CNAME", List.of("www.example.net")));

    /** What the resolver knows of the top, and of the example zone if it shows it as it is. */
    private static ServersDns resolver(Map<String, Map<String, List<String>>> example) {
        Map<String, Map<String, List<String>>> zone = new HashMap<>(example);
        zone.put("com", Map.of("NS", List.of("a.top.net")));
        zone.put("a.top.net", Map.of("A", List.of("198.51.100.1")));
        zone.put("www.example.net", Map.of("A", List.of("198.51.100.80")));
        return ServersDns.resolver(zone)
                .server("198.51.100.1", delegates("com", "example.com", GLUE));
    }

    private static Map<String, Map<String, List<String>>> inside() {
        return Map.of(
                "example.com",
                Map.of("MX", List.of("10 exchange.example.com")),
                "mx.example.com",
                Map.of("A", List.of("10.0.0.10")),
                "ns1.example.com",
                Map.of("A", List.of("10.0.0.53")));
    }

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private OwnServersDns over(Dns resolver) {
        return new OwnServersDns(
                resolver, new Domain("example.com"), executor, Deadline.in(Duration.ofSeconds(60)));
    }

    private static List<String> data(Dns dns, String name, RecordType type) {
        return dns.get(DnsName.of(name), type).data();
    }

    @Test
    void theResolverIsBelievedWhereOneOwnServerSaysTheSame() {
        Dns dns =
                over(
                        resolver(OUTSIDE)
                                .server("192.0.2.1", holds("example.com", OUTSIDE))
                                .server("192.0.2.2", holds("example.com", inside())));

        assertThat(dns.view().whose()).isEqualTo(Whose.RESOLVER);
        assertThat(data(dns, "example.com", RecordType.MX)).hasSize(2);
    }

    @Test
    void ownServersAreJudgedWhereAllSayOtherwise() {
        Dns dns =
                over(
                        resolver(inside())
                                .server("192.0.2.1", holds("example.com", OUTSIDE))
                                .server("192.0.2.2", holds("example.com", OUTSIDE)));

        assertThat(dns.view().whose()).isEqualTo(Whose.OWN_SERVERS);
        assertThat(dns.view().differences())
                .extracting(ZoneView.Difference::type)
                .containsExactly(RecordType.MX, RecordType.TXT);
        assertThat(data(dns, "example.com", RecordType.TXT)).containsExactly("v=spf1 mx -all");
        assertThat(data(dns, "mx.example.com", RecordType.A)).containsExactly("192.0.2.10");
        assertThat(data(dns, "www.example.net", RecordType.A)).containsExactly("198.51.100.80");
    }

    @Test
    void aNameThatOnlyTheInsideViewHidesExists() {
        Dns dns = over(resolver(Map.of()).server("192.0.2.1", holds("example.com", OUTSIDE)));

        assertThat(dns.get(DnsName.of("example.com"), RecordType.MX).nameMissing()).isFalse();
    }

    @Test
    void anAliasOutOfTheZoneIsFollowed() {
        Dns dns = over(resolver(inside()).server("192.0.2.1", aliasOnly()));

        DnsAnswer answer = dns.get(DnsName.of("alias.example.com"), RecordType.A);
        assertThat(answer.data()).containsExactly("198.51.100.80");
        assertThat(answer.aliasChain()).containsExactly(DnsName.of("www.example.net"));
    }

    /** A real server does not know what is beyond its zone. */
    private static ServersDns.Server aliasOnly() {
        return (name, type) ->
                name.equals(DnsName.of("alias.example.com"))
                        ? ServerAnswer.of(
                                new DnsAnswer.Absent(true, List.of(DnsName.of("www.example.net"))),
                                true,
                                true)
                        : holds("example.com", OUTSIDE).answer(name, type);
    }

    @Test
    void silentAndLameServersProveNothing() {
        Dns dns =
                over(
                        resolver(OUTSIDE)
                                .server("192.0.2.1", lame())
                                .server("192.0.2.2", fails(DnsFailure.TIMEOUT)));

        assertThat(dns.view().whose()).isEqualTo(Whose.NOT_COMPARED);
        assertThat(dns.view().reason()).isEqualTo("NAME_SERVERS_NOT_REACHED");
        assertThat(data(dns, "example.com", RecordType.MX)).hasSize(2);
    }

    @Test
    void aFailureOfTheResolverIsNoOtherView() {
        Dns dns =
                over(
                        ServersDns.resolver(
                                        Map.of(
                                                "com",
                                                Map.of("NS", List.of("a.top.net")),
                                                "a.top.net",
                                                Map.of("A", List.of("198.51.100.1")),
                                                "example.com",
                                                Map.of("SERVFAIL", true)))
                                .server("198.51.100.1", delegates("com", "example.com", GLUE))
                                .server("192.0.2.1", holds("example.com", OUTSIDE)));

        assertThat(dns.view().whose()).isEqualTo(Whose.NOT_COMPARED);
        assertThat(dns.get(DnsName.of("example.com"), RecordType.MX).failed()).isTrue();
    }

    @Test
    void serversThatNeverAnswerHoldNothingUpBeyondOurPatience() {
        CountDownLatch never = new CountDownLatch(1);
        ServersDns servers = resolver(OUTSIDE);
        ServersDns.Server silent =
                (name, type) -> {
                    try {
                        never.await();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                    return fails(DnsFailure.TIMEOUT).answer(name, type);
                };
        servers.server("192.0.2.1", silent).server("192.0.2.2", silent);
        Dns dns =
                new OwnServersDns(
                        servers,
                        new Domain("example.com"),
                        executor,
                        Deadline.in(Duration.ofMillis(100)));

        assertThat(data(dns, "example.com", RecordType.MX)).hasSize(2);
        assertThat(dns.view().whose()).isEqualTo(Whose.NOT_COMPARED);
        never.countDown();
    }
}

package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.NoNetwork;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

final class MxProbeTest {
    private static MxObservation observe(
            Map<String, ? extends Map<String, ?>> zone,
            boolean network,
            Predicate<InetAddress> permitted) {
        CheckOptions d = CheckOptions.DEFAULT;
        CheckOptions options =
                new CheckOptions(
                        d.selectors(),
                        d.smtp(),
                        d.smtpPort(),
                        d.ehlo(),
                        d.probeDomain(),
                        d.relayProbe(),
                        d.egressControl(),
                        d.dnsbl(),
                        d.uribl(),
                        network,
                        d.lab());
        Dns dns = ZoneDns.of(zone);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Doors doors =
                    new Doors(
                            dns,
                            new NoNetwork(permitted, false),
                            List::of,
                            Deadline.in(Duration.ofSeconds(60)),
                            Clock.systemUTC(),
                            new Random(1),
                            executor);
            Target target = new Target(new Domain("example.com"), options);
            return new MxProbe().observe(target, new Observations(List.of()), doors);
        }
    }

    private static final Map<String, Map<String, List<String>>> ONE_HOST =
            Map.of(
                    "example.com", Map.of("MX", List.of("10 mx.example.com.")),
                    "mx.example.com", Map.of("A", List.of("192.0.2.1", "10.0.0.1")));

    @Test
    void whatTheGuardForbidsIsNotProbed() {
        MxObservation seen = observe(ONE_HOST, true, address -> false);

        assertThat(seen.hosts().getFirst().probed()).isEmpty();
        assertThat(seen.notPublic(seen.hosts().getFirst()))
                .containsExactly("192.0.2.1", "10.0.0.1");
    }

    @Test
    void addressesForExamplesCountAsPublicInAZoneFileOnly() {
        MxObservation seen = observe(ONE_HOST, false, address -> false);

        assertThat(seen.hosts().getFirst().probed()).containsExactly("192.0.2.1");
        assertThat(seen.notPublic(seen.hosts().getFirst())).containsExactly("10.0.0.1");
    }

    @Test
    void bothFamiliesOfAHostAreProbed() {
        MxObservation seen =
                observe(
                        Map.of(
                                "example.com",
                                Map.of("MX", List.of("10 mx.example.com.")),
                                "mx.example.com",
                                Map.of(
                                        "A",
                                        List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"),
                                        "AAAA",
                                        List.of("2001:db8::1", "2001:db8::2", "2001:db8::3"))),
                        true,
                        address -> true);

        assertThat(seen.hosts().getFirst().probed())
                .containsExactly("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2");
        assertThat(seen.notProbed())
                .containsExactly(
                        "mx.example.com 192.0.2.3",
                        "mx.example.com 192.0.2.4",
                        "mx.example.com 2001:db8::3");
    }

    @Test
    void hostsComeBestFirstAndEachOnce() {
        MxObservation seen =
                observe(
                        Map.of(
                                "example.com",
                                Map.of(
                                        "MX",
                                        List.of(
                                                "20 b.example.com.",
                                                "10 c.example.com.",
                                                "10 a.example.com.",
                                                "5 b.example.com."))),
                        true,
                        address -> true);

        assertThat(seen.hosts())
                .extracting(MxHost::preference, MxHost::name)
                .containsExactly(
                        tuple(5, "b.example.com"),
                        tuple(10, "a.example.com"),
                        tuple(10, "c.example.com"));
    }

    @Test
    void withoutMxTheDomainsOwnAddressesStandIn() {
        MxObservation seen =
                observe(
                        Map.of("example.com", Map.of("A", List.of("192.0.2.1"))),
                        true,
                        address -> true);

        assertThat(seen.implicit()).isTrue();
        assertThat(seen.hosts())
                .extracting(MxHost::name, MxHost::probed)
                .containsExactly(tuple("example.com", List.of("192.0.2.1")));
    }

    @Test
    void aFailedOrMissingNameHasNoImplicitMx() {
        assertThat(observe(Map.of("example.com", Map.of("SERVFAIL", true)), true, a -> true))
                .extracting(MxObservation::implicit, MxObservation::hosts)
                .containsExactly(false, List.of());
        assertThat(observe(Map.of("example.org", Map.of("A", List.of())), true, a -> true))
                .extracting(MxObservation::implicit, MxObservation::hosts)
                .containsExactly(false, List.of());
    }

    @Test
    void addressesInPlaceOfNamesAreNeitherLookedUpNorProbed() {
        MxObservation seen =
                observe(
                        Map.of("example.com", Map.of("MX", List.of("10 192.0.2.1."))),
                        true,
                        address -> true);

        assertThat(seen.hosts())
                .extracting(MxHost::literal, MxHost::probed)
                .containsExactly(tuple(true, List.of()));
    }
}

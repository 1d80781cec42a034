package dev.mailcheck.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.smtp.SmtpHost;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class WorldTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final String MX = "192.0.2.10";

    private static WorldPlan plan() {
        return World.plan(CLOCK)
                .zone("z.example", "@ MX 10 mx\nmx A 192.0.2.10")
                .smtp(MX, SmtpHost.sound("mx.z.example", "z.example"));
    }

    private static Road road(World world, String address, int port) {
        return world.route(InetAddress.ofLiteral(address), port);
    }

    private static String greeting(Road road) throws IOException {
        InetSocketAddress loopback = ((Road.Open) road).loopback();
        try (Socket socket = new Socket(loopback.getAddress(), loopback.getPort())) {
            socket.setSoTimeout(5_000);
            InputStream in = socket.getInputStream();
            return new BufferedReader(new InputStreamReader(in, US_ASCII)).readLine();
        }
    }

    @Test
    void everyRoadEndsOnLoopback() throws IOException {
        try (World world = plan().open()) {
            assertThat(greeting(road(world, MX, 25))).isEqualTo("220 mx.z.example ESMTP");
            assertThat(world.resolver().getAddress().isLoopbackAddress()).isTrue();
            assertThat(road(world, "198.51.100.53", 53)).isInstanceOf(Road.Open.class);
            assertThat(road(world, "2001:db8:53::53", 53)).isInstanceOf(Road.Open.class);
        }
    }

    @Test
    void whatNobodyServesIsRefusedOrUnreachable() {
        try (World world = plan().refuses("192.0.2.11").drops("192.0.2.12").open()) {
            assertThat(road(world, MX, 443)).isInstanceOf(Road.Refused.class);
            assertThat(road(world, "198.51.100.53", 25)).isInstanceOf(Road.Refused.class);
            assertThat(road(world, "192.0.2.11", 25)).isInstanceOf(Road.Refused.class);
            assertThat(road(world, "192.0.2.12", 25)).isInstanceOf(Road.Dropped.class);
            assertThat(road(world, "192.0.2.99", 25)).isInstanceOf(Road.Unreachable.class);
        }
    }

    @Test
    void theControlHostIsInEveryWorld() throws IOException {
        try (World world = World.plan(CLOCK).open()) {
            assertThat(greeting(road(world, WorldPlan.CONTROL_ADDRESS, 25)))
                    .isEqualTo("220 control.example ESMTP");
            assertThat(Digging.answer(Digging.ask(world.resolver(), "control.example", "A")))
                    .containsExactly("A " + WorldPlan.CONTROL_ADDRESS);
        }
    }

    @Test
    void port25MayBeClosedOrDroppedForAll() {
        try (World world = plan().port25(new Port25.Closed()).open()) {
            assertThat(road(world, MX, 25)).isInstanceOf(Road.Refused.class);
            assertThat(road(world, WorldPlan.CONTROL_ADDRESS, 25)).isInstanceOf(Road.Refused.class);
        }
        try (World world = plan().port25(new Port25.Dropped()).open()) {
            assertThat(road(world, MX, 25)).isInstanceOf(Road.Dropped.class);
            assertThat(road(world, WorldPlan.CONTROL_ADDRESS, 25)).isInstanceOf(Road.Dropped.class);
            assertThat(road(world, "198.51.100.53", 53)).isInstanceOf(Road.Open.class);
        }
    }

    @Test
    void port25MayBeDivertedToOneHost() throws IOException {
        try (World world = plan().port25(Port25.intercepted()).open()) {
            String proxy = "220 proxy.access-provider.example ESMTP";
            assertThat(greeting(road(world, MX, 25))).isEqualTo(proxy);
            assertThat(greeting(road(world, WorldPlan.CONTROL_ADDRESS, 25))).isEqualTo(proxy);
            assertThat(greeting(road(world, "192.0.2.99", 25))).isEqualTo(proxy);
            assertThat(world.interceptorLog().sessions()).hasSize(3);
        }
    }

    @Test
    void ipv6MayBeMissing() {
        try (World world = plan().withoutIpv6().open()) {
            assertThat(world.hasIpv6()).isFalse();
            assertThat(road(world, "2001:db8:53::53", 53)).isInstanceOf(Road.Unreachable.class);
            assertThat(road(world, "198.51.100.53", 53)).isInstanceOf(Road.Open.class);
        }
    }

    @Test
    void anyAddressMayBePublished() throws IOException {
        try (World world = plan().smtp("10.0.0.1", SmtpHost.sound("in.lan")).open()) {
            assertThat(greeting(road(world, "10.0.0.1", 25))).isEqualTo("220 in.lan ESMTP");
        }
    }

    @Test
    void sessionsAreCountedByPublishedAddress() throws IOException {
        try (World world = plan().open()) {
            greeting(road(world, MX, 25));
            greeting(road(world, MX, 25));
            assertThat(world.smtpLog(MX).sessions()).hasSize(2);
            assertThat(world.smtpLog(WorldPlan.CONTROL_ADDRESS).sessions()).isEmpty();
        }
    }

    @Test
    void theSameWorldHasTheSameKeysAndCertificatesEachTime() {
        try (World first = plan().open();
                World second = plan().open()) {
            assertThat(first.trustAnchor()).isEqualTo(second.trustAnchor());
            assertThat(first.ca().pem()).isEqualTo(second.ca().pem());
            assertThat(plan().tlsa("mx.z.example"))
                    .isEqualTo(plan().tlsa("mx.z.example"))
                    .matches("3 1 1 [0-9a-f]{64}")
                    .isNotEqualTo(plan().tlsa("mx2.z.example"));
        }
    }

    @Test
    void aClosedWorldAnswersNobody() throws IOException {
        Road road;
        try (World world = plan().open()) {
            road = road(world, MX, 25);
            greeting(road);
        }
        assertThatThrownBy(() -> greeting(road)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aZoneThatIsNotWellFormedIsTheCallersFault() {
        assertThatThrownBy(() -> World.plan(CLOCK).zone("z.example", "@ NONSENSE x").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("z.example");
        assertThatThrownBy(() -> World.plan(CLOCK).zone("z.example", "a.b. A 192.0.2.1").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in zone");
    }

    @Test
    void aStatedNameServerIsThereThoughNoZoneNamesIt() {
        try (World world = plan().nameserver("192.0.2.77", Nameserver.lame()).open()) {
            assertThat(road(world, "192.0.2.77", 53)).isInstanceOf(Road.Open.class);
        }
    }
}

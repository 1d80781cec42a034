package dev.mailcheck.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.net.Dial.Connected;
import dev.mailcheck.net.Dial.NotConnected;
import dev.mailcheck.net.Routing.Route;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
final class SocketNetworkTest {
    private static final InetAddress HOST = IpLiteral.parse("192.0.2.25").orElseThrow();
    private static final Deadline LATER = Deadline.in(Duration.ofSeconds(20));

    private ServerSocket server;

    SocketNetworkTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @BeforeEach
    void reopen() throws IOException {
        if (server.isClosed()) {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private SocketNetwork lab(Routing routing) {
        return new SocketNetwork(AddressPolicy.DOCUMENTATION, routing, () -> true);
    }

    private Route toServer() {
        return new Route.Open((InetSocketAddress) server.getLocalSocketAddress());
    }

    private static ConnectFailure failure(Dial dial) {
        return ((NotConnected) dial).reason();
    }

    @Test
    void bytesGoBothWaysAndAHangUpIsNoTimeOut() throws IOException {
        try (SocketNetwork network = lab((address, port) -> toServer());
                Connection connection =
                        ((Connected) network.connect(HOST, 25, LATER)).connection();
                Socket peer = server.accept()) {
            connection.output().write('a');
            assertThat(peer.getInputStream().read()).isEqualTo('a');
            peer.getOutputStream().write("b".getBytes(StandardCharsets.US_ASCII));
            assertThat(connection.input().read()).isEqualTo('b');
            peer.shutdownOutput();
            assertThat(connection.input().read()).isEqualTo(-1);
            assertThat(connection.timedOut()).isFalse();
            assertThat(connection.localAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void theDeadlineEndsAReadHoweverTheServerDrips() throws IOException {
        try (SocketNetwork network = lab((address, port) -> toServer());
                Connection connection =
                        ((Connected) network.connect(HOST, 25, Deadline.in(Duration.ofMillis(300))))
                                .connection();
                Socket peer = server.accept()) {
            Thread.ofVirtual().start(() -> drip(peer));
            assertThatThrownBy(() -> readForEver(connection)).isInstanceOf(IOException.class);
            assertThat(connection.timedOut()).isTrue();
        }
    }

    private static void drip(Socket peer) {
        try {
            while (true) {
                peer.getOutputStream().write('.');
                Thread.sleep(5);
            }
        } catch (IOException | InterruptedException closed) {
            // The other side has gone, as it should.
        }
    }

    private static void readForEver(Connection connection) throws IOException {
        while (connection.input().read() >= 0) {
            // More may come.
        }
    }

    @Test
    void noSocketIsOpenedToAnAddressThatIsNotPublic() {
        AtomicInteger routed = new AtomicInteger();
        try (SocketNetwork network =
                new SocketNetwork(
                        AddressPolicy.PUBLIC_ONLY,
                        (address, port) -> {
                            routed.incrementAndGet();
                            return toServer();
                        },
                        () -> false)) {
            for (String text : new String[] {"127.0.0.1", "192.0.2.25", "::1", "fd00:ec2::254"}) {
                InetAddress address = IpLiteral.parse(text).orElseThrow();
                assertThat(failure(network.connect(address, 25, LATER)))
                        .isEqualTo(ConnectFailure.NOT_PUBLIC);
                assertThat(network.permits(address)).isFalse();
            }
            assertThat(routed).hasValue(0);
            assertThat(network.hasIpv6()).isFalse();
        }
    }

    @Test
    void theGuardHoldsOnTheRealNetworkToo() {
        try (SocketNetwork network = new SocketNetwork(AddressPolicy.PUBLIC_ONLY)) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            assertThat(failure(network.connect(loopback, server.getLocalPort(), LATER)))
                    .isEqualTo(ConnectFailure.NOT_PUBLIC);
        }
        try (SocketNetwork network = new SocketNetwork(AddressPolicy.LAB)) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            assertThat(network.connect(loopback, server.getLocalPort(), LATER))
                    .isInstanceOfSatisfying(Connected.class, c -> c.connection().close());
        }
    }

    @Test
    void whyThereIsNoConnectionIsTold() throws IOException {
        server.close();
        try (SocketNetwork network = lab((address, port) -> toServer())) {
            assertThat(failure(network.connect(HOST, 25, LATER))).isEqualTo(ConnectFailure.REFUSED);
        }
        assertThat(failure(lab((a, p) -> new Route.Refused()).connect(HOST, 25, LATER)))
                .isEqualTo(ConnectFailure.REFUSED);
        assertThat(failure(lab((a, p) -> new Route.Dropped()).connect(HOST, 25, LATER)))
                .isEqualTo(ConnectFailure.TIMEOUT);
        assertThat(failure(lab((a, p) -> new Route.Unreachable()).connect(HOST, 25, LATER)))
                .isEqualTo(ConnectFailure.UNREACHABLE);
    }

    @Test
    void afterTheDeadlineNothingIsSent() throws IOException {
        server.setSoTimeout(100);
        Deadline past = Deadline.in(Duration.ZERO);
        try (SocketNetwork network = lab((address, port) -> toServer())) {
            assertThat(failure(network.connect(HOST, 25, past))).isEqualTo(ConnectFailure.TIMEOUT);
        }
        assertThatThrownBy(() -> server.accept()).isInstanceOf(IOException.class);
    }

    @Test
    void aClosedNetworkLeavesNoConnectionWithoutDeadline() {
        SocketNetwork network = lab((address, port) -> toServer());
        network.close();
        assertThat(network.connect(HOST, 25, LATER))
                .isInstanceOfSatisfying(
                        Connected.class, c -> assertThat(c.connection().timedOut()).isTrue());
    }
}

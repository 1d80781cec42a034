package dev.mailcheck.world.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.tls.CertificateSpec;
import dev.mailcheck.world.tls.Trust;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

class HttpsHostTest {
    private static final String ADDRESS = "192.0.2.16";
    private static final String HOST = "mta-sts.z.example";
    private static final String POLICY = "version: STSv1\nmode: enforce\n";

    private static World world(HttpsHost host) {
        return World.plan(Clock.systemUTC()).https(ADDRESS, host).open();
    }

    private static SSLSocket connect(World world) throws IOException {
        Road road = world.route(InetAddress.ofLiteral(ADDRESS), 443);
        InetSocketAddress loopback = ((Road.Open) road).loopback();
        return Trust.inWorld(world.ca()).connect(loopback, HOST);
    }

    private static InputStream get(SSLSocket socket, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        socket.setSoTimeout(10_000);
        return socket.getInputStream();
    }

    @Test
    void itServesAPolicy() throws IOException {
        try (World world = world(HttpsHost.policy(HOST, POLICY));
                SSLSocket socket = connect(world)) {
            String answer = new String(get(socket, HttpsHost.MTA_STS).readAllBytes(), US_ASCII);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Content-Type: text/plain\r\n")
                    .endsWith("\r\n\r\nversion: STSv1\r\nmode: enforce\r\n");
            assertThat(world.httpsLog(ADDRESS).requests())
                    .containsExactly("GET /.well-known/mta-sts.txt HTTP/1.1");
        }
    }

    private static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of(new HttpsAct.Redirect("https://x.example/"), "HTTP/1.1 302 "),
                Arguments.of(new HttpsAct.Page(500, "text/html", "oh"), "HTTP/1.1 500 "),
                Arguments.of(new HttpsAct.EndlessHeader(), "HTTP/1.1 200 OK\r\nX-More: "),
                Arguments.of(new HttpsAct.EndlessBody("a\n"), "HTTP/1.1 200 OK\r\nContent-Type"),
                Arguments.of(new HttpsAct.DripBody("abc"), "HTTP/1.1 200 OK\r\nContent-Type"));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void itDoesAsStated(HttpsAct act, String beginning) throws IOException {
        try (World world = world(HttpsHost.sound(HOST).at("/", act));
                SSLSocket socket = connect(world)) {
            byte[] first = get(socket, "/").readNBytes(beginning.length());
            assertThat(new String(first, US_ASCII)).isEqualTo(beginning);
        }
    }

    @Test
    void whatHasNoPageIsMissing() throws IOException {
        try (World world = world(HttpsHost.sound(HOST));
                SSLSocket socket = connect(world)) {
            assertThat(new String(get(socket, "/x").readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void itMayStaySilent() throws IOException {
        try (World world = world(HttpsHost.sound(HOST).at("/", new HttpsAct.Silent()));
                SSLSocket socket = connect(world)) {
            InputStream in = get(socket, "/");
            socket.setSoTimeout(300);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void itMayHaveABadCertificate() {
        HttpsHost bad = HttpsHost.sound(HOST).certificate(CertificateSpec::selfSigned);
        try (World world = world(bad)) {
            assertThatThrownBy(() -> connect(world)).isInstanceOf(SSLException.class);
        }
    }
}

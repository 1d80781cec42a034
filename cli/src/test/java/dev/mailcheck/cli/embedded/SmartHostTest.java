package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.store.StoreException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What a smart host may say and do, over real sockets. */
class SmartHostTest {
    private static final SmartHost.Login LOGIN = new SmartHost.Login("us", "secret");
    private static final OutgoingMail MAIL =
            new OutgoingMail(
                    "mail-1",
                    "ann@example.com",
                    "Subject: test\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII));

    @TempDir private Path directory;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<SMTPServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(SMTPServer::stop);
    }

    private ServerKey key(String name) throws ServerKey.Unusable {
        return ServerKey.kept(directory, name, Instant.now());
    }

    /**
     * A smart host.
     *
     * @param tls empty: it offers none
     * @param code what it says to a mail, 250 or a refusal
     */
    private int port(Optional<SSLContext> tls, boolean login, String where, int code) {
        SMTPServer.Builder builder =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(context -> new Said(where, code));
        if (tls.isPresent()) {
            builder.enableTLS()
                    .startTlsSocketFactory(plain -> {
                        SSLSocket secured =
                                (SSLSocket)
                                        tls.get()
                                                .getSocketFactory()
                                                .createSocket(
                                                        plain, "localhost", plain.getPort(), true);
                        secured.setUseClientMode(false);
                        return secured;
                    });
        }
        if (login) {
            builder.requireAuth()
                    .authenticationHandlerFactory(
                            new EasyAuthenticationHandlerFactory((user, password, context) -> {
                                if (!LOGIN.equals(new SmartHost.Login(user, password))) {
                                    throw new LoginFailedException();
                                }
                            }));
        }
        SMTPServer server = builder.build();
        server.start();
        servers.add(server);
        return server.getPortAllocated();
    }

    private int port(String where, int code) {
        return port(Optional.empty(), false, where, code);
    }

    private final class Said implements MessageHandler {
        private final String where;
        private final int code;

        Said(String where, int code) {
            this.where = where;
            this.code = code;
        }

        private void said(String here) throws RejectException {
            if (code >= 400 && here.equals(where)) {
                throw new RejectException(code, "ann@example.com is not wanted");
            }
        }

        @Override
        public void from(String from) throws RejectException {
            said("MAIL");
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            said("RCPT");
        }

        @Override
        public String data(InputStream in) throws RejectException, IOException {
            String mail = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            said("DATA");
            taken.add(mail);
            return "taken";
        }

        @Override
        public void done() {}
    }

    private SmartHost host(
            int port, Optional<SmartHost.Login> login, List<X509Certificate> anchors) {
        return new SmartHost(
                InetSocketAddress.createUnresolved("localhost", port),
                "check.example.net",
                login,
                () -> anchors);
    }

    private SmartHost host(int port) {
        return host(port, Optional.empty(), List.of());
    }

    private static List<X509Certificate> anchors(ServerKey key) {
        return List.of(key.certificate());
    }

    @Test
    void withALoginTheMailGoesOverTlsThatIsVerified() throws Exception {
        ServerKey key = key("localhost");
        int port = port(Optional.of(key.context()), true, "", 250);

        host(port, Optional.of(LOGIN), anchors(key)).handOver(MAIL, () -> {});
        assertThat(taken).singleElement().asString().contains("hello");
    }

    @Test
    void aWrongPasswordIsToldAndTheMailWaits() throws Exception {
        ServerKey key = key("localhost");
        int port = port(Optional.of(key.context()), true, "", 250);
        SmartHost.Login wrong = new SmartHost.Login("us", "wrong");

        assertThatThrownBy(
                        () -> host(port, Optional.of(wrong), anchors(key)).handOver(MAIL, () -> {}))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("it does not accept the log-in: 535")
                .hasMessageNotContaining("wrong");
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"localhost, false", "elsewhere.example, true"})
    void thePasswordIsNotToldToAServerThatCannotShowWhoItIs(String name, boolean trusted)
            throws Exception {
        ServerKey key = key(name);
        int port = port(Optional.of(key.context()), true, "", 250);
        List<X509Certificate> anchors = trusted ? anchors(key) : List.of();

        assertThatThrownBy(() -> host(port, Optional.of(LOGIN), anchors).handOver(MAIL, () -> {}))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("TLS with it fails");
    }

    @Test
    void thePasswordIsNotToldInClearText() {
        int port = port(Optional.empty(), true, "", 250);

        assertThatThrownBy(() -> host(port, Optional.of(LOGIN), List.of()).handOver(MAIL, () -> {}))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("STARTTLS is required");
    }

    @Test
    void whereNobodyListensTheMailWaits() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> host(port).handOver(MAIL, () -> {}))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("no connection: ");
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451, false",
        "MAIL, 530, false",
        "MAIL, 550, true",
        "RCPT, 450, false",
        "RCPT, 550, true",
        "DATA, 452, false",
        "DATA, 554, true"
    })
    void aRefusalIsTakenForWhatItIs(String where, int code, boolean forGood) {
        assertThatThrownBy(() -> host(port(where, code)).handOver(MAIL, () -> {}))
                .isExactlyInstanceOf(forGood ? ReplyRoad.Refused.class : IOException.class)
                .hasMessage("reply " + code);
        assertThat(taken).isEmpty();
    }

    @Test
    void itIsNotedBeforeTheSmartHostCanHaveTheMail() throws Exception {
        List<Integer> takenThen = new ArrayList<>();
        host(port("", 250)).handOver(MAIL, () -> takenThen.add(taken.size()));

        assertThat(takenThen).containsExactly(0);
        assertThat(taken).hasSize(1);
    }

    @Test
    void whatCannotBeNotedDoesNotGoOut() {
        StoreException full = new StoreException("full", new IOException());
        SmartHost host = host(port("", 250));

        assertThatThrownBy(() ->
                        host.handOver(
                                MAIL,
                                () -> {
                                    throw full;
                                }))
                .isSameAs(full);
        assertThatCode(() -> host.handOver(MAIL, () -> {})).doesNotThrowAnyException();
        assertThat(taken).hasSize(1);
    }
}

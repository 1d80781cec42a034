package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The mail door over real sockets, in the sample world: what senders hear, and what comes of it.
 */
class MailDoorTest {
    private static final String CHECK = "check@check.mailcheck.example";
    private static final int PATIENCE = 900;

    @TempDir private Path directory;
    private final Services services = new Services();

    @AfterEach
    void end() {
        services.close();
    }

    private RunningService demo() throws UsageException {
        return services.serve("--demo", "--smtp", "127.0.0.1:0");
    }

    /** A session of SMTP, line by line. */
    private static final class Client implements AutoCloseable {
        private Socket socket;
        private BufferedReader in;
        private OutputStream out;

        Client(RunningService service) throws IOException {
            InetSocketAddress to = service.mailAddress().orElseThrow();
            socket = new Socket(to.getAddress(), to.getPort());
            socket.setSoTimeout(60_000);
            in = reader();
            out = socket.getOutputStream();
            read();
        }

        private BufferedReader reader() throws IOException {
            return new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        private String read() throws IOException {
            StringBuilder reply = new StringBuilder();
            String line;
            do {
                line = in.readLine();
                reply.append(line).append('\n');
            } while (line != null && line.length() > 3 && line.charAt(3) == '-');
            return reply.toString();
        }

        String say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return read();
        }

        void startTls() throws Exception {
            assertThat(say("STARTTLS")).startsWith("220");
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            SSLSocket secured =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, "localhost", socket.getPort(), true);
            secured.startHandshake();
            socket = secured;
            in = reader();
            out = secured.getOutputStream();
        }

        String send(String helo, String from, String to, String mail) throws IOException {
            assertThat(say("EHLO " + helo)).startsWith("250");
            assertThat(say("MAIL FROM:<" + from + "> BODY=8BITMIME")).startsWith("250");
            String accepted = say("RCPT TO:<" + to + ">");
            if (!accepted.startsWith("250")) {
                return accepted;
            }
            assertThat(say("DATA")).startsWith("354");
            return say(mail + "\r\n.");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** The receiver's certificate is self-made. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static String mail(String from, String to, String... fields) {
        return "From: Ann <"
                + from
                + ">\r\nTo: "
                + to
                + "\r\nSubject: test\r\nDate: "
                + java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC))
                + "\r\nMessage-ID: <1@sound.example>\r\n"
                + Stream.of(fields).map(field -> field + "\r\n").reduce("", String::concat)
                + "\r\nhello\r\n.. a dot\r\n";
    }

    private String post(RunningService service, String path) throws Exception {
        return services.post(URI.create(service.address() + path), "{}").body();
    }

    private String done(String url) throws Exception {
        return services.report(URI.create(url));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String answer(RunningService service) throws Exception {
        Path folder = service.answersFolder().orElseThrow();
        for (int i = 0; i < PATIENCE; i++) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    List<Path> mails = files.filter(f -> f.toString().endsWith(".eml")).toList();
                    if (!mails.isEmpty()) {
                        return Files.readString(mails.getFirst(), StandardCharsets.UTF_8);
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no answer came");
    }

    @Test
    void aMailOverTlsFromItsOwnServerIsAnsweredWithItsReport() throws Exception {
        RunningService service = demo();
        try (Client sender = new Client(service)) {
            sender.say("EHLO mx1.sound.example");
            sender.startTls();
            assertThat(sender.say("EHLO mx1.sound.example"))
                    .doesNotContain("STARTTLS")
                    .doesNotContain("CHUNKING");
            assertThat(
                            sender.send(
                                    "mx1.sound.example",
                                    "ann@sound.example",
                                    CHECK,
                                    mail("ann@sound.example", CHECK)))
                    .startsWith("250 2.0.0 Taken; the report comes by mail");
        }
        String answer = answer(service);
        assertThat(answer)
                .contains("To: ann@sound.example\r\n")
                .contains("Auto-Submitted: auto-replied\r\n")
                .contains("In-Reply-To: <1@sound.example>\r\n")
                .contains("multipart/mixed")
                .contains("multipart/alternative")
                .contains("filename=\"report.json\"");
        String report = done(found("(http://[^\\s\"=]+/checks/[0-9a-f]{32})", answer));
        assertThat(report)
                .contains("\"kind\": \"full\"")
                .contains("\"domain\": \"sound.example\"")
                .contains("OUTBOUND_TLS_USED")
                .contains("TLSv1.3");
    }

    @Test
    void aForgedMailIsRefusedWithTheReasonAndALinkToItsResult() throws Exception {
        RunningService service = demo();
        String reply;
        try (Client sender = new Client(service)) {
            reply =
                    sender.send(
                            "mx.forgeable.example",
                            "ann@sound.example",
                            CHECK,
                            mail("ann@sound.example", CHECK));
        }

        assertThat(reply)
                .startsWith("550 5.7.1 No answer by mail (NOT_AUTHENTICATED); result: http");
        String report = done(found("(http://\\S+)", reply));
        assertThat(report)
                .contains("\"domain\": \"sound.example\"")
                .contains("OUTBOUND_TLS_PLAINTEXT")
                .contains("DMARC_MAIL_NOT_AUTHENTICATED");
    }

    @Test
    void aOneTimeAddressFillsItsPageWhoeverWrites() throws Exception {
        RunningService service = demo();
        String opened = post(service, "/mail-checks");
        String any = found("\"any\":\"([^\"]+)\"", opened);
        String tlsOnly = found("\"tlsOnly\":\"([^\"]+)\"", opened);
        try (Client sender = new Client(service)) {
            assertThat(
                            sender.send(
                                    "forger",
                                    "x@sound.example",
                                    tlsOnly,
                                    mail("ann@sound.example", tlsOnly)))
                    .startsWith("550 5.7.10");
        }
        try (Client sender = new Client(service)) {
            assertThat(
                            sender.send(
                                    "forger",
                                    "x@sound.example",
                                    any,
                                    mail("ann@sound.example", any)))
                    .startsWith("250 2.0.0 Taken; the result appears on the page");
        }

        String report = done(found("\"url\":\"([^\"]+)\"", opened));
        assertThat(report).contains("\"kind\": \"full\"").contains("DMARC_MAIL_NOT_AUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({
        "someone@check.mailcheck.example",
        "check@example.org",
        "check+00000000000000000000000000000000@check.mailcheck.example",
        "ann%example.org@check.mailcheck.example",
        "'@check.mailcheck.example:ann@example.org'"
    })
    void nobodyElsesMailIsTakenOrRelayed(String to) throws Exception {
        try (Client sender = new Client(demo())) {
            assertThat(sender.send("a.example", "a@a.example", to, "")).startsWith("550 5.1.1");
            assertThat(sender.say("DATA")).startsWith("503");
        }
    }

    @Test
    void aMailTooLargeIsRefusedAndTheSessionGoesOn() throws Exception {
        try (Client sender = new Client(demo())) {
            String big = ("x".repeat(998) + "\r\n").repeat(11_000);
            assertThat(
                            sender.send(
                                    "mx1.sound.example",
                                    "ann@sound.example",
                                    CHECK,
                                    mail("ann@sound.example", CHECK) + big))
                    .startsWith("552 5.3.4");
            assertThat(sender.say("NOOP")).startsWith("250");
        }
    }

    /** What is sent before a handshake that fails is never obeyed (CVE-2011-0411). */
    @Test
    void aHandshakeThatFailsEndsTheSession() throws Exception {
        try (Client sender = new Client(demo())) {
            sender.say("EHLO a.example");
            sender.out.write(
                    "STARTTLS\r\nNOOP injected\r\nMAIL FROM:<a@a.example>\r\nQUIT\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            sender.out.flush();
            assertThat(sender.read()).startsWith("220");
            sender.out.write(
                    "this is no TLS record at all\r\n"
                            .repeat(20)
                            .getBytes(StandardCharsets.US_ASCII));
            sender.out.flush();
            StringBuilder rest = new StringBuilder();
            try {
                for (String line = sender.in.readLine();
                        line != null;
                        line = sender.in.readLine()) {
                    rest.append(line);
                }
            } catch (IOException reset) {
                rest.append(' ');
            }
            assertThat(rest.toString()).doesNotContain("250").doesNotContain("221");
        }
    }

    /** However lines end, a mail ends where the standard says: nobody smuggles a second one. */
    @ParameterizedTest
    @CsvSource({
        "'\\n.\\n'",
        "'\\n.\\r\\n'",
        "'\\r.\\r\\n'",
        "'\\r\\n.\\n'",
        "'\\r.\\r'",
        "'\\n\\n.\\n\\n'",
        "'\\r\\n.\\r'",
        "'\\n.\\r'",
        "'\\r.\\n'",
        "'\\0\\r\\n..\\r\\n'",
        "'\\r\\r\\n.\\r\\r\\n'",
        "'\\r\\n\\0.\\r\\n'"
    })
    void noMailIsSmuggledInAnother(String ending) throws Exception {
        RunningService service = demo();
        String sequence = ending.translateEscapes();
        String opened = post(service, "/mail-checks");
        String any = found("\"any\":\"([^\"]+)\"", opened);
        try (Client sender = new Client(service)) {
            String reply =
                    sender.send(
                            "a.example",
                            "a@sound.example",
                            any,
                            mail("ann@sound.example", any)
                                    + sequence
                                    + "MAIL FROM:<b@sound.example>\r\nRCPT TO:<"
                                    + CHECK
                                    + ">\r\nDATA\r\nFrom: b@sound.example\r\n\r\nsmuggled");
            assertThat(reply).startsWith("250");
            assertThat(sender.say("NOOP")).isEqualTo("250 Ok\n");
        }
        assertThat(service.mailsTaken()).isEqualTo(1);
    }

    @Test
    void aBusyPortIsSaidBeforeAnythingIsServed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            services.serve(
                                    "--data",
                                    directory.toString(),
                                    "--smtp",
                                    "127.0.0.1:" + taken.getLocalPort(),
                                    "--mail-domain",
                                    "mail.example.com"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--smtp: cannot listen on 127.0.0.1:");
        }
    }

    @Test
    void aDatabaseThatSomebodyElseHoldsIsSaidInOneLine() throws Exception {
        try (Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("mailcheck.sqlite"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThatThrownBy(() -> services.serve("--data", directory.toString()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("SQLITE_BUSY")
                    .hasMessageContaining("is it locked")
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--smtp needs the address, --smtp 127.0.0.1:0",
        "--smarthost is about test mails, --smarthost mail.example.com:25",
        "--tls-cert and --tls-key go together, --smtp 127.0.0.1:0 --mail-domain a.example"
                + " --tls-cert x",
        "there is no certificate in, --smtp 127.0.0.1:0 --mail-domain a.example --tls-cert"
                + " /dev/null --tls-key /dev/null",
        "cannot read /nowhere/chain.pem as PEM, --smtp 127.0.0.1:0 --mail-domain a.example"
                + " --tls-cert /nowhere/chain.pem --tls-key /dev/null",
        "--check-address takes an address, --smtp 127.0.0.1:0 --check-address nobody",
        "--mail-days takes a number, --smtp 127.0.0.1:0 --mail-domain a.example --mail-days 0"
    })
    void badOptionsAreNamed(String message, String words) {
        List<String> all = new ArrayList<>(List.of("--data", directory.toString()));
        all.addAll(List.of(words.split(" ")));

        assertThatThrownBy(() -> services.serve(all.toArray(String[]::new)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }
}

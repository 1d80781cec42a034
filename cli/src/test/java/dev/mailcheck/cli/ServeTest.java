package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.UnusableDirectory;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service over a real socket, and how it says what is wrong with its start. */
class ServeTest {
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

    @TempDir private Path directory;
    private final Services services = new Services();

    @AfterEach
    void end() {
        services.close();
    }

    private URI asked(RunningService service, String domain)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                services.post(
                        URI.create(service.address() + "/checks"),
                        "{\"domain\":\"" + domain + "\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        Matcher url = URL.matcher(answer.body());
        assertThat(url.find()).isTrue();
        return URI.create(url.group(1));
    }

    @Test
    void theSampleWorldGivesTheReportOfTheCommandButForIdsAndTimes() throws Exception {
        RunningService service = services.serve("--demo");
        String served = services.report(asked(service, "weak-tls.example"));
        String command = CommandRun.of("demo", "weak-tls", "--json", "--quiet").out();

        assertThat(findings(served)).isNotEmpty().isEqualTo(findings(command));
        assertThat(served).contains("\"grade\": \"MAIL_SYSTEM_NEEDS_WORK\"");
    }

    /** Codes with their subjects. */
    private static List<String> findings(String report) {
        return Pattern.compile("\"code\": \"([A-Z_0-9]+)\"[^{]*?\"subject\": \"([^\"]*)\"")
                .matcher(report)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    @Test
    void theResultIsAPageToBrowsers() throws Exception {
        RunningService service = services.serve("--demo");
        URI address = asked(service, "sound.example");
        services.report(address);
        HttpResponse<String> page = services.get(address, "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("sound.example").contains(address.toString());
    }

    @Test
    void anotherNameInTheHostFieldIsNoWayIn() throws Exception {
        RunningService service = services.serve("--demo");

        assertThat(statusFor("evil.example", service)).startsWith("HTTP/1.1 421 ");
        assertThat(statusFor("localhost", service)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        RunningService service = services.serve("--demo");
        HttpResponse<String> answer =
                services.post(URI.create(service.address() + "/checks"), " ".repeat(70_000));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    /** The JDK's client sends no Host of our choice. */
    private static String statusFor(String host, RunningService service) throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatTheLastProcessLeftIsRunByTheNext() throws Exception {
        Path zone = directory.resolve("zone.json");
        Files.writeString(zone, "{\"example.com\":{\"TXT\":[\"v=spf1 -all\"]}}");
        Secret id = Secret.random(new SecureRandom());
        accepted(id, RunStatus.RUNNING);
        RunningService service =
                services.serve("--data", directory.toString(), "--open", "--zone", zone.toString());

        assertThat(services.report(URI.create(service.address() + "/checks/" + id.text())))
                .contains("\"domain\": \"example.com\"");
    }

    private void accepted(Secret id, RunStatus left) throws UnusableDirectory {
        try (EmbeddedStores stores = EmbeddedStores.open(directory, Clock.systemUTC())) {
            Instant now = Clock.systemUTC().instant();
            Instant later = now.plus(Duration.ofDays(1));
            Domain domain = new Domain("example.com");
            StoredRun run = StoredRun.queued("a-run", domain, Optional.empty(), now, later);
            stores.stores().results().add(run);
            stores.stores()
                    .results()
                    .add(new StoredCheck(id.hashed(), "a-run", domain, Language.EN, now, later));
            stores.stores().results().ended("a-run", left);
        }
    }

    @Test
    void aServiceThatIsEndedInTheMiddleLosesNothing() throws Exception {
        Path zone = directory.resolve("zone.json");
        Files.writeString(zone, "{\"example.com\":{\"TXT\":[\"v=spf1 -all\"]}}");
        String[] words = {"--data", directory.toString(), "--open", "--zone", zone.toString()};
        RunningService first = services.serve(words);
        URI address = asked(first, "example.com");
        first.close();
        RunningService second = services.serve(words);

        assertThat(services.report(URI.create(second.address() + address.getPath())))
                .contains("\"domain\": \"example.com\"");
    }

    @Test
    void aKeyIsShownOnceAndOpensTheService() throws Exception {
        String data = directory.toString();
        CommandRun made = CommandRun.of("serve", "--new-key", "ci", "--data", data);
        assertThat(made.code()).isZero();
        assertThat(made.out()).matches("mck_[0-9a-f]{64}\\R");
        RunningService service = services.serve("--data", data);

        assertThat(status(service, "Bearer " + made.out().strip())).isEqualTo(202);
        assertThat(status(service, "Bearer mck_" + "0".repeat(64))).isEqualTo(401);
        assertThat(CommandRun.of("serve", "--remove-key", "ci", "--data", data).code()).isZero();
        assertThat(status(service, "Bearer " + made.out().strip())).isEqualTo(401);
    }

    private int status(RunningService service, String authorization)
            throws IOException, InterruptedException {
        return services.post(
                        URI.create(service.address() + "/checks"),
                        "{\"domain\":\"example.com\"}",
                        "authorization",
                        authorization)
                .statusCode();
    }

    @Test
    void theSampleWorldSaysWhereItsAnswersAppear() throws Exception {
        RunningService service = services.serve("--demo");

        assertThat(announced(service))
                .contains("open " + service.address() + "/ in a browser")
                .contains(" smtp://127.0.0.1:")
                .contains("put into " + service.answersFolder().orElseThrow())
                .doesNotContain("--new-key");
    }

    @Test
    void aServiceThatNobodyMayAskSaysHowToMakeAKey() throws Exception {
        String data = directory.toString();

        assertThat(announced(services.serve("--data", data)))
                .contains("results are kept in " + data)
                .contains("mailcheck serve --new-key NAME --data " + data)
                .doesNotContain("smtp://");
    }

    private static String announced(RunningService service) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        service.announce(new PrintStream(err, true, StandardCharsets.UTF_8));
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aBusyPortIsToldInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            CommandRun run =
                    CommandRun.of(
                            "serve", "--demo", "--listen", "127.0.0.1:" + taken.getLocalPort());

            assertThat(run.code()).isEqualTo(64);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("mailcheck: --listen: cannot listen on 127.0.0.1:")
                    .endsWith("--listen HOST:PORT takes another");
        }
    }

    @Test
    void aDirectoryInUseIsToldInOneLine() throws Exception {
        services.serve("--data", directory.toString());
        CommandRun run =
                CommandRun.of("serve", "--listen", "127.0.0.1:0", "--data", directory.toString());

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("is in use by another mailcheck serve");
    }

    @Test
    void aDirectoryThatIsNoneIsToldInOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        CommandRun run = CommandRun.of("serve", "--data", file.resolve("below").toString());

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("mailcheck: --data: ")
                .contains("cannot be made");
    }

    @ParameterizedTest
    @CsvSource({
        "--listen, nowhere, HOST:PORT",
        "--listen, 127.0.0.1:70000, a number from 1 to 65535",
        "--listen, 127.0.0.1, HOST:PORT",
        "--url, ftp://check.example, a URL such as",
        "--url, https://check.example?x=y, a URL such as",
        "--new-key, a/b, the name of an API key",
        "--timeout, never, a number from"
    })
    void badOptionsAreToldInOneLine(String option, String value, String told) {
        CommandRun run = CommandRun.of("serve", option, value, "--data", directory.toString());

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err().lines()).singleElement().asString().contains(told);
    }
}

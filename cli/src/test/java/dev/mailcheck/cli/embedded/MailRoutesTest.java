package dev.mailcheck.cli.embedded;

import static dev.mailcheck.cli.embedded.Calling.BROWSER;
import static dev.mailcheck.cli.embedded.Calling.FORM;
import static dev.mailcheck.cli.embedded.Calling.JSON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.http.HttpAnswer;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code POST /mail-checks} and the page that waits for the mail (contract, section 4). */
class MailRoutesTest {
    @TempDir private Path directory;
    private Calling calling;

    @BeforeEach
    void open() throws UnusableDirectory {
        calling = new Calling(directory.resolve("mail"), false);
    }

    @AfterEach
    void noFaultOfOurs() {
        calling.close();
        assertThat(calling.faults).isEmpty();
    }

    private HttpAnswer asked(String body) {
        return calling.post("/mail-checks", JSON, body, "authorization", "Bearer " + Calling.KEY);
    }

    private String address(HttpAnswer answer) {
        return answer.text().replaceAll("(?s).*\"any\":\"([^\"]+)\".*", "$1");
    }

    private MailDesk.Taken send(String to) {
        byte[] mail = "From: ann@example.com\r\n\r\nhi\r\n".getBytes(StandardCharsets.UTF_8);
        Arrival arrival =
                new Arrival(
                        "ann@example.com",
                        List.of(to),
                        Optional.of("192.0.2.9"),
                        Optional.of("mx.example.com"),
                        Encryption.PLAINTEXT,
                        Optional.empty(),
                        Optional.empty(),
                        Instant.parse("2026-11-22T09:00:00Z"));
        return calling.desk().take(arrival, mail, Language.EN);
    }

    @Test
    void addressesAreGivenAway() {
        HttpAnswer answer = asked("{\"lang\":\"ja\"}");

        String id = Calling.id(answer);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers())
                .containsEntry("location", "https://check.example/prod/checks/" + id);
        assertThat(answer.text())
                .contains("\"url\":\"https://check.example/prod/checks/" + id + "\"")
                .contains("\"any\":\"check+")
                .contains("\"tlsOnly\":\"check-tls+")
                .contains("\"expiresAt\":\"2026-11-23T09:00:00Z\"");
        assertThat(address(answer)).doesNotContain(id);
    }

    @Test
    void thePageWaitsThenRunsThenIsTheResult() {
        HttpAnswer opened = asked("{}");
        String path = "/checks/" + Calling.id(opened);

        HttpAnswer waiting = calling.get(path, "accept", "*/*");
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.text())
                .contains("\"status\":\"waiting\"")
                .contains(address(opened))
                .contains("\"done\":0,\"total\":0");
        assertThat(calling.get(path + "/progress").text())
                .isEqualTo("{\"status\":\"waiting\",\"done\":0,\"total\":0,\"checks\":[]}\n");
        assertThat(calling.get(path + "?lang=ja", "accept", BROWSER).text())
                .contains("テストメールを送ってください")
                .contains(address(opened));

        MailDesk.Taken taken = send(address(opened));
        assertThat(calling.get(path + "/progress").text()).contains("\"status\":\"queued\"");
        assertThat(calling.get(path, "accept", BROWSER).text())
                .contains("example.com")
                .contains("data-check=\"outbound-tls\"");

        calling.finish(taken.run());
        assertThat(calling.get(path).status()).isEqualTo(200);
    }

    @Test
    void whatNobodyWroteToIsGoneAfterADayLikeAnIdThatNeverWas() {
        String path = "/checks/" + Calling.id(asked("{}"));
        calling.wait(Duration.ofHours(25));

        assertThat(calling.get(path).status()).isEqualTo(404);
        assertThat(calling.get(path).text())
                .isEqualTo(calling.get("/checks/" + "0".repeat(32)).text());
    }

    @Test
    void theFormLeadsToThePage() {
        HttpAnswer answer =
                calling.post("/mail-checks?lang=ja", FORM, "key=" + Calling.KEY, "accept", BROWSER);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location")).matches("/prod/checks/[0-9a-f]{32}\\?lang=ja");
        assertThat(calling.get("/", "accept", BROWSER).text())
                .contains("action=\"/prod/mail-checks?lang=en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lang\":\"xx\"}", "{\"lang\":1}", "[]", "{"})
    void whatCannotBeReadIsABadRequest(String body) {
        assertThat(asked(body).status()).isEqualTo(400);
    }

    @Test
    void withoutAKeyNobodyGetsAddresses() {
        assertThat(calling.post("/mail-checks", JSON, "{}").status()).isEqualTo(401);
        assertThat(
                        calling.post(
                                        "/mail-checks",
                                        FORM,
                                        "key=" + Calling.KEY,
                                        "sec-fetch-site",
                                        "cross-site")
                                .status())
                .isEqualTo(400);
        assertThat(calling.post("/mail-checks", "text/plain", "x").status()).isEqualTo(415);
    }

    @Test
    void aServiceWithoutReceiverSaysSoAndShowsNoDoor() throws UnusableDirectory {
        try (Calling without = new Calling(directory.resolve("none"), true, false)) {
            HttpAnswer answer = without.post("/mail-checks", JSON, "{}");

            assertThat(answer.status()).isEqualTo(501);
            assertThat(answer.text()).contains("NO_MAIL");
            assertThat(without.get("/", "accept", BROWSER).text()).doesNotContain("mail-checks");
        }
    }
}

package dev.mailcheck.cli.embedded;

import static dev.mailcheck.cli.embedded.Calling.BROWSER;
import static dev.mailcheck.cli.embedded.Calling.FORM;
import static dev.mailcheck.cli.embedded.Calling.JSON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.http.HttpAnswer;
import dev.mailcheck.http.HttpRequest;
import dev.mailcheck.store.RunStatus;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The HTTP interface as the contract has it, section 4. */
class RoutesTest {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @TempDir private Path directory;
    private Calling calling;

    @BeforeEach
    void open() throws UnusableDirectory {
        calling = new Calling(directory.resolve("keys"), false);
    }

    @AfterEach
    void noFaultOfOurs() {
        calling.close();
        assertThat(calling.faults).isEmpty();
    }

    @Test
    void aCheckIsTakenAndToldWhereItIs() {
        HttpAnswer answer = calling.ask("{\"domain\":\"Info@Example.COM\",\"lang\":\"ja\"}");

        assertThat(answer.status()).isEqualTo(202);
        String id = Calling.id(answer);
        assertThat(json(answer))
                .containsEntry("url", "https://check.example/prod/checks/" + id)
                .containsEntry("status", "queued")
                .containsEntry("domain", "example.com")
                .containsEntry("expiresAt", "2026-12-22T09:00:00Z");
        assertThat(calling.started).hasSize(1);
        assertThat(calling.started.getFirst().domain().name()).isEqualTo("example.com");
    }

    @Test
    void everyCallHasAnIdOfItsOwnAndOneRun() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            ids.add(calling.asked("example.com"));
        }

        assertThat(ids).hasSize(8);
        assertThat(calling.started.stream().distinct()).hasSize(1);
    }

    @Test
    void afterTenMinutesOrWhenFreshTheDomainIsLookedAtAgain() {
        calling.asked("example.com");
        calling.finish(calling.started.getFirst());
        calling.asked("example.com");
        assertThat(calling.started).hasSize(1);

        calling.ask("{\"domain\":\"example.com\",\"fresh\":true}");
        assertThat(calling.started).hasSize(2);
        assertThat(calling.started.getLast().earlier()).contains(calling.started.getFirst().key());
        calling.finish(calling.started.getLast());
        calling.wait(Duration.ofMinutes(9));
        calling.ask("{\"domain\":\"example.com\",\"fresh\":true}");
        assertThat(calling.started.getLast().earlier()).contains(calling.started.getFirst().key());
        calling.finish(calling.started.getLast());
        calling.wait(Duration.ofMinutes(2));
        calling.ask("{\"domain\":\"example.com\",\"fresh\":true}");

        assertThat(calling.started).hasSize(4);
        assertThat(calling.started.getLast().earlier()).isEmpty();
    }

    @Test
    void aRunThatFailedIsNotShownToTheNextWhoAsks() {
        String id = calling.asked("example.com");
        calling.stores().results().ended(calling.started.getFirst().key(), RunStatus.FAILED);
        calling.asked("example.com");

        assertThat(calling.started).hasSize(2);
        assertThat(calling.get("/checks/" + id).status()).isEqualTo(500);
    }

    @Test
    void progressIsToldWhileItRunsThenTheReport() {
        String id = calling.asked("example.com");
        String run = calling.started.getFirst().key();
        calling.stores().results().started(run, 16);
        calling.stores().results().judged(run, Map.of(CheckId.SPF, Status.FAIL));

        HttpAnswer running = calling.get("/checks/" + id, "accept", "*/*");
        assertThat(running.status()).isEqualTo(202);
        assertThat(running.headers()).containsEntry("retry-after", "1");
        assertThat(running.text())
                .contains("\"done\":1,\"total\":16")
                .contains("{\"id\":\"spf\",\"status\":\"FAIL\"}");
        assertThat(calling.get("/checks/" + id + "/progress").text())
                .isEqualTo(
                        "{\"status\":\"running\",\"done\":1,\"total\":16,"
                                + "\"checks\":[{\"id\":\"spf\",\"status\":\"FAIL\"}]}\n");
        assertThat(calling.get("/checks/" + id + "/report.csv").status()).isEqualTo(202);

        calling.finish(calling.started.getFirst());
        HttpAnswer done = calling.get("/checks/" + id);
        assertThat(done.status()).isEqualTo(200);
        assertThat(json(done))
                .containsEntry("schema", "mailcheck-report/1")
                .containsEntry("id", id)
                .containsEntry("domain", "example.com");
        assertThat(calling.get("/checks/" + id + "/progress").text())
                .contains("\"status\":\"done\",\"done\":16");
    }

    @ParameterizedTest
    @CsvSource({
        "report.json, application/json, mailcheck-report/1",
        "report.junit.xml, application/xml, <testsuites",
        "report.csv, text/csv, checked_at"
    })
    void theReportHasOtherForms(String form, String type, String holds) {
        String id = calling.asked("example.com");
        calling.finish(calling.started.getFirst());
        HttpAnswer answer = calling.get("/checks/" + id + "/" + form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith(type);
        assertThat(answer.text()).contains(holds);
    }

    @Test
    void theReportIsInTheLanguageThatIsAskedFor() {
        String id = Calling.id(calling.ask("{\"domain\":\"example.com\",\"lang\":\"ja\"}"));
        calling.finish(calling.started.getFirst());

        assertThat(calling.get("/checks/" + id).text()).contains("判定できません");
        assertThat(calling.get("/checks/" + id + "?lang=en").text()).doesNotContain("判定できません");
        assertThat(calling.get("/checks/" + id, "accept", BROWSER).text())
                .contains("<html lang=\"ja\">")
                .contains("判定不能");
        assertThat(calling.get("/checks/" + id + "?lang=en", "accept", BROWSER).text())
                .contains("<html lang=\"en\">")
                .contains("Undetermined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/checks/" + UNKNOWN,
                "/checks/0",
                "/checks/../../etc/passwd",
                "/checks/%00",
                "/checks/" + UNKNOWN + "/progress",
                "/checks/" + UNKNOWN + "/report.json",
                "/checks/" + UNKNOWN + "/report.exe",
                "/badges/" + UNKNOWN + ".svg",
                "/badges/x.svg",
                "/badges/.svg",
                "/nothing",
                "//",
                "/checks/" + UNKNOWN + "/"
            })
    void whatIsNotThereIsAnswered404(String path) {
        HttpAnswer answer = calling.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
        assertThat(json(answer)).containsEntry("status", 404L).containsEntry("type", "about:blank");
    }

    @Test
    void unknownExpiredAndMalformedIdsAreAnsweredAlike() {
        String id = calling.asked("example.com");
        calling.wait(Duration.ofDays(30));
        HttpAnswer expired = calling.get("/checks/" + id);

        assertThat(expired.status()).isEqualTo(404);
        for (String other : List.of(UNKNOWN, "x", id.toUpperCase(Locale.ROOT), id + "0")) {
            assertThat(calling.get("/checks/" + other).text()).isEqualTo(expired.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | BAD_JSON",
                "[] | BAD_JSON",
                "{} | BAD_DOMAIN",
                "{\"domain\":} | BAD_JSON",
                "{\"domain\":\"example.com\"} x | BAD_JSON",
                "{\"domain\":\"example.com\"},{} | BAD_JSON",
                "{\"domain\":\"a.example\",\"domain\":\"b.example\"} | BAD_JSON",
                "{\"domain\":17} | BAD_VALUE",
                "{\"domain\":\"example.com\",\"lang\":\"fr\"} | BAD_VALUE",
                "{\"domain\":\"example.com\",\"fresh\":\"yes\"} | BAD_VALUE",
                "{\"domain\":\"localhost\"} | BAD_DOMAIN",
                "{\"domain\":\"127.0.0.1\"} | BAD_DOMAIN",
                "{\"domain\":\"a\\u202eb.example\"} | BAD_DOMAIN",
                "{\"domain\":\"<script>alert(1)</script>\"} | BAD_DOMAIN",
                "{\"domain\":\"a.example\\r\\nx: y\"} | BAD_DOMAIN",
                "{\"a\":[[[[[[[[[[1]]]]]]]]]],\"domain\":\"example.com\"} | BAD_JSON"
            })
    void aBodyThatCannotBeUsedIsAnswered400(String body, String code) {
        HttpAnswer answer = calling.ask(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer)).containsEntry("code", code).containsEntry("status", 400L);
        assertThat(answer.text()).doesNotContain("\u202e");
        assertThat(calling.started).isEmpty();
    }

    @Test
    void membersThatAreNotKnownAreLeftAlone() {
        assertThat(calling.ask("{\"domain\":\"example.com\",\"new\":{\"a\":[1]}}").status())
                .isEqualTo(202);
    }

    @Test
    void deepNestingCostsNothing() {
        String deep = "{\"a\":" + "[".repeat(60_000) + "}";

        assertThat(calling.ask(deep).status()).isEqualTo(400);
    }

    @Test
    void withoutAGoodKeyNobodyIsLetIn() {
        String body = "{\"domain\":\"example.com\"}";
        HttpAnswer none = calling.post("/checks", JSON, body);
        HttpAnswer wrong = calling.post("/checks", JSON, body, "authorization", "Bearer nothing");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.headers()).containsEntry("www-authenticate", "Bearer");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).doesNotContain("nothing");
        assertThat(calling.started).isEmpty();
    }

    @Test
    void aKeyThatWasRemovedIsNoKey() {
        calling.stores().keys().remove("tester");

        assertThat(calling.ask("{\"domain\":\"example.com\"}").status()).isEqualTo(401);
    }

    @Test
    void whereTheServiceIsOpenNoKeyIsNeededButAWrongOneIsTold(@TempDir Path other)
            throws UnusableDirectory {
        try (Calling open = new Calling(other, true)) {
            String body = "{\"domain\":\"example.com\"}";

            assertThat(open.post("/checks", JSON, body).status()).isEqualTo(202);
            assertThat(open.post("/checks", JSON, body, "authorization", "Bearer x").status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", "application/xml", "multipart/form-data"})
    void onlyJsonAndOurFormAreTaken(String type) {
        HttpAnswer answer =
                calling.post("/checks", type, "{}", "authorization", "Bearer " + Calling.KEY);

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aBodyHas64KiBAtMost() {
        byte[] fits = new byte[HttpRequest.MAX_BODY];
        byte[] tooLong = new byte[HttpRequest.MAX_BODY + 1];
        String[] json = {"content-type", JSON, "authorization", "Bearer " + Calling.KEY};

        assertThat(answered("POST", "/checks", fits, json)).isEqualTo(400);
        assertThat(answered("POST", "/checks", tooLong, json)).isEqualTo(413);
    }

    private int answered(String method, String path, byte[] body, String... headers) {
        return calling.routes().answer(Calling.request(method, path, body, headers)).status();
    }

    @Test
    void tenInAMinuteAreEnoughThenTheTimeToWaitIsTold() {
        calling.wait(Duration.ofSeconds(20));
        for (int i = 0; i < 10; i++) {
            assertThat(calling.ask("{\"domain\":\"a" + i + ".example\"}").status()).isEqualTo(202);
        }
        HttpAnswer tooMany = calling.ask("{\"domain\":\"b.example\"}");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.headers()).containsEntry("retry-after", "40");
        assertThat(calling.started).hasSize(10);

        calling.wait(Duration.ofSeconds(40));
        assertThat(calling.ask("{\"domain\":\"b.example\"}").status()).isEqualTo(202);
    }

    @Test
    void whoSendsNothingButMistakesIsLeftOutForAWhileThatGrows() {
        for (int i = 0; i < 20; i++) {
            assertThat(calling.ask("{\"domain\":\"localhost\"}").status()).isEqualTo(400);
        }
        HttpAnswer out = calling.ask("{\"domain\":\"example.com\"}");
        assertThat(out.status()).isEqualTo(429);
        assertThat(out.headers()).containsEntry("retry-after", "900");

        calling.wait(Duration.ofMinutes(15));
        assertThat(calling.ask("{\"domain\":\"example.com\"}").status()).isEqualTo(202);
        for (int i = 0; i < 20; i++) {
            calling.ask("{\"domain\":\"localhost\"}");
        }
        assertThat(calling.ask("{\"domain\":\"example.com\"}").headers())
                .containsEntry("retry-after", "1800");
    }

    @Test
    void networksAreCountedApart(@TempDir Path other) throws UnusableDirectory {
        try (Calling open = new Calling(other, true)) {
            String body = "{\"domain\":\"example.com\"}";
            for (int i = 0; i < 10; i++) {
                open.post("/checks", JSON, body, "source", "2001:db8:0:1::" + i);
            }

            assertThat(open.post("/checks", JSON, body, "source", "2001:db8:0:2::1").status())
                    .as("the same /56")
                    .isEqualTo(429);
            assertThat(open.post("/checks", JSON, body, "source", "2001:db8:0:100::1").status())
                    .isEqualTo(202);
            assertThat(open.post("/checks", JSON, body, "source", "192.0.2.1").status())
                    .isEqualTo(202);
        }
    }

    @Test
    void whatCannotBeStartedNowIsNotTaken() {
        calling.busy();
        HttpAnswer answer = calling.ask("{\"domain\":\"example.com\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("retry-after");
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldAsSuch(@TempDir Path other) throws UnusableDirectory {
        Calling closed = new Calling(other, true);
        closed.close();

        assertThat(closed.get("/healthz").status()).isEqualTo(503);
        assertThat(closed.get("/checks/" + UNKNOWN).status()).isEqualTo(503);
        assertThat(closed.post("/checks", JSON, "{\"domain\":\"example.com\"}").status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /checks, POST", "POST, /, GET", "PUT, /healthz, GET"})
    void whatAPathDoesNotDoIsToldWithWhatItDoes(String method, String path, String allowed) {
        HttpAnswer answer = calling.call(method, path, "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", allowed);
    }

    @Test
    void headIsAGetWithoutABody() {
        HttpAnswer answer = calling.call("HEAD", "/healthz", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void everyAnswerIsPrivateAndInert() {
        String id = calling.asked("example.com");
        for (String path : List.of("/", "/checks/" + id, "/nothing", "/healthz")) {
            for (String accept : List.of(BROWSER, JSON)) {
                assertThat(calling.get(path, "accept", accept).headers())
                        .as(path)
                        .containsEntry("cache-control", "no-store")
                        .containsEntry("referrer-policy", "no-referrer")
                        .containsEntry("x-content-type-options", "nosniff")
                        .containsEntry("x-robots-tag", "noindex, nofollow")
                        .containsEntry("strict-transport-security", "max-age=31536000")
                        .extractingByKey("content-security-policy")
                        .asString()
                        .startsWith("default-src 'none'")
                        .endsWith("frame-ancestors 'none'")
                        .doesNotContain("unsafe");
            }
        }
    }

    @Test
    void aBadgeShowsGradeAndDateUntilItIsTakenBack() {
        String id = calling.asked("example.com");
        assertThat(calling.post("/checks/" + id + "/badge", JSON, "").status()).isEqualTo(404);
        calling.finish(calling.started.getFirst());
        HttpAnswer made = calling.post("/checks/" + id + "/badge", JSON, "");
        assertThat(made.status()).isEqualTo(201);
        String path = path(url(made));

        HttpAnswer badge = calling.get(path);
        assertThat(badge.status()).isEqualTo(200);
        assertThat(badge.headers()).containsEntry("content-type", "image/svg+xml; charset=utf-8");
        assertThat(badge.text())
                .contains("Undetermined · 2026-11-22")
                .doesNotContain("example.com")
                .doesNotContain(id);
        assertThat(calling.get(path + "?lang=ja").text()).contains("判定不能");

        String next = path(url(calling.post("/checks/" + id + "/badge", JSON, "")));
        assertThat(calling.get(path).status()).isEqualTo(404);
        assertThat(calling.call("DELETE", "/checks/" + id + "/badge", "").status()).isEqualTo(204);
        assertThat(calling.get(next).status()).isEqualTo(404);
    }

    private static Object url(HttpAnswer made) {
        return json(made).getOrDefault("url", "");
    }

    private static String path(Object url) {
        return String.valueOf(url).replace("https://check.example/prod", "");
    }

    @Test
    void theDocumentNamesEveryRouteAndNoOther() {
        Map<?, ?> paths =
                (Map<?, ?>) json(calling.get("/openapi.json")).getOrDefault("paths", Map.of());
        Set<String> documented = new HashSet<>();
        paths.forEach((path, calls) ->
                ((Map<?, ?>) calls)
                        .keySet()
                        .forEach(method ->
                                documented.add(
                                        String.valueOf(method).toUpperCase(Locale.ROOT)
                                                + " "
                                                + path)));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(calling.routes().names());
    }

    @Test
    void theFormLeadsToTheResultInItsLanguage(@TempDir Path other) throws UnusableDirectory {
        try (Calling open = new Calling(other, true)) {
            HttpAnswer answer =
                    open.post(
                            "/checks?lang=ja",
                            FORM,
                            "domain=Example.com",
                            "accept",
                            BROWSER,
                            "sec-fetch-site",
                            "same-origin");

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.headers().get("location"))
                    .matches("/prod/checks/[0-9a-f]{32}\\?lang=ja");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused(@TempDir Path other) throws UnusableDirectory {
        try (Calling open = new Calling(other, true)) {
            HttpAnswer answer =
                    open.post(
                            "/checks", FORM, "domain=example.com", "sec-fetch-site", "cross-site");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(open.started).isEmpty();
        }
    }

    @Test
    void theFormAsksForTheKeyWhereOneIsNeeded() {
        assertThat(calling.get("/", "accept", BROWSER).text()).contains("name=\"key\"");
        String form = "domain=example.com";
        HttpAnswer wrong = calling.post("/checks", FORM, form + "&key=nothing", "accept", BROWSER);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("role=\"alert\"").doesNotContain("nothing");
        assertThat(
                        calling.post(
                                        "/checks",
                                        FORM,
                                        form + "&key=" + Calling.KEY,
                                        "accept",
                                        BROWSER)
                                .status())
                .isEqualTo(303);
    }

    private static Map<String, Object> json(HttpAnswer answer) {
        Map<String, Object> members = new LinkedHashMap<>();
        Object parsed = Jsonb.instance().type(Object.class).fromJson(answer.text());
        ((Map<?, ?>) parsed)
                .forEach((name, value) ->
                        members.put(
                                String.valueOf(name),
                                value instanceof Double number
                                        ? (Object) number.longValue()
                                        : value));
        return members;
    }
}

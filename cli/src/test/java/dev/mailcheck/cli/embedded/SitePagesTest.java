package dev.mailcheck.cli.embedded;

import static dev.mailcheck.cli.embedded.Calling.BROWSER;
import static dev.mailcheck.cli.embedded.Calling.FORM;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.http.HttpAnswer;
import dev.mailcheck.report.Language;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The pages of a service: whole without a script, inert whatever is typed, in both languages. */
class SitePagesTest {
    private static final String KEY_WITHOUT_WORDS =
            "\\b(start|problem|running|result|badge|promise|later|domain|key)\\.[a-z_A-Z]+\\.?";

    @TempDir private Path directory;
    private Calling calling;

    @BeforeEach
    void open() throws UnusableDirectory {
        calling = new Calling(directory.resolve("data"), true);
    }

    @AfterEach
    void noFaultOfOurs() {
        calling.close();
        assertThat(calling.faults).isEmpty();
    }

    private HttpAnswer page(String path) {
        return calling.get(path, "accept", BROWSER);
    }

    private String running() {
        String id = calling.asked("example.com");
        String run = calling.started.getFirst().key();
        calling.stores().results().started(run, 16);
        calling.stores().results().judged(run, Map.of(CheckId.SPF, Status.FAIL));
        return "/checks/" + id;
    }

    private String finished() {
        String id = calling.asked("example.com");
        calling.finish(calling.started.getFirst());
        return "/checks/" + id;
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsWellFormedHasOneHeadingAndNoPhraseWithoutWords(Language language)
            throws Exception {
        String lang = "?lang=" + language.word();
        String finished = finished();
        List<HttpAnswer> pages = new ArrayList<>();
        for (String path : List.of("/", finished, "/nothing")) {
            pages.add(page(path + lang));
        }
        pages.add(form("domain=localhost", lang));
        pages.add(calling.post(finished + "/badge" + lang, FORM, "", "accept", BROWSER));
        calling.asked("other.example");
        pages.add(page("/checks/" + calling.asked("other.example") + lang));
        for (HttpAnswer answer : pages) {
            Document page = parsed(answer);
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.word());
            assertThat(elements(page, "h1")).hasSize(1);
            assertThat(visible(page)).doesNotContainPattern(KEY_WITHOUT_WORDS);
            assertThat(answer.headers()).containsEntry("content-language", language.word());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing"})
    void thePolicyAllowsTheOneStyleSheetAndTheOneScript(String path) throws Exception {
        HttpAnswer answer = page(path);
        Document page = parsed(answer);
        String policy = String.valueOf(answer.headers().get("content-security-policy"));

        assertThat(elements(page, "script")).hasSize(1);
        assertThat(elements(page, "style")).hasSize(1);
        assertThat(policy)
                .contains("script-src '" + hash(elements(page, "script").getFirst()) + "'")
                .contains("style-src '" + hash(elements(page, "style").getFirst()) + "'")
                .doesNotContain("unsafe")
                .doesNotContain("*");
        assertThat(elements(page, "*"))
                .allMatch(element ->
                        !element.hasAttribute("style") && !element.hasAttribute("onclick"));
    }

    @Test
    void everyLinkAndFormStaysBelowTheServiceOrLeadsToAnRfc() throws Exception {
        for (String path : List.of("/", finished(), "/nothing")) {
            Document page = parsed(page(path));
            assertThat(
                            Stream.of("href", "action", "src")
                                    .flatMap(name -> attributes(page, name).stream()))
                    .isNotEmpty()
                    .allMatch(link ->
                            link.startsWith("/prod/")
                                    || link.startsWith("#")
                                    || link.startsWith("https://www.rfc-editor.org/"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus=alert(1) x='",
                "a\u202eb.example",
                "\u0000\u001b[31m\r\nset-cookie: a=b",
                "</textarea></style><style>*{}",
                "javascript:alert(1)"
            })
    void whatIsTypedStaysText(String typed) throws Exception {
        String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        for (HttpAnswer answer :
                List.of(
                        form("domain=" + encoded),
                        page("/?domain=" + encoded),
                        page("/?lang=" + encoded))) {
            Document page = parsed(answer);
            assertThat(elements(page, "script")).hasSize(1);
            assertThat(elements(page, "img")).isEmpty();
            assertThat(elements(page, "*")).noneMatch(e -> e.hasAttribute("onfocus"));
            assertThat(answer.text()).doesNotContain("\u202e").doesNotContain("\u001b");
            assertThat(answer.headers()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void aFaultIsSaidBesideTheFieldThatHoldsWhatWasTyped() throws Exception {
        HttpAnswer answer = form("domain=single", "?lang=ja");
        Document page = parsed(answer);

        assertThat(answer.status()).isEqualTo(400);
        Element field = byId(page, "domain");
        assertThat(field.getAttribute("value")).isEqualTo("single");
        assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(field.getAttribute("aria-describedby")).contains("fault");
        assertThat(byId(page, "fault").getTextContent()).contains("2 つ以上の部分");
    }

    @Test
    void theRunningPageRenewsItselfWithAndWithoutTheScript() throws Exception {
        String path = running();
        HttpAnswer answer = page(path);
        Document page = parsed(answer);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(elements(page, "noscript").getFirst().getFirstChild())
                .isInstanceOfSatisfying(
                        Element.class,
                        meta -> assertThat(meta.getAttribute("http-equiv")).isEqualTo("refresh"));
        assertThat(attributes(page, "data-progress")).containsExactly("/prod" + path + "/progress");
        assertThat(byId(page, "count").getTextContent()).isEqualTo("1 of 16 checks done");
        assertThat(byId(page, "count").getAttribute("role")).isEqualTo("status");
        assertThat(elements(page, "progress").getFirst().getAttribute("value")).isEqualTo("1");
        assertThat(elements(page, "li"))
                .filteredOn(item -> item.getAttribute("data-check").equals("spf"))
                .singleElement()
                .satisfies(item -> assertThat(item.getTextContent()).contains("To fix"));
    }

    @Test
    void theFinishedPageIsWholeWithoutTheScript() throws Exception {
        String path = finished();
        Document page = parsed(page(path));

        assertThat(elements(page, "noscript")).isEmpty();
        assertThat(elements(page, "article")).hasSize(1);
        assertThat(attributes(page, "data-progress")).isEmpty();
        assertThat(page.getDocumentElement().getTextContent())
                .contains("https://check.example/prod" + path)
                .contains("2026-12-22");
        assertThat(attributes(page, "href"))
                .contains(
                        "/prod" + path + "?lang=ja",
                        "/prod" + path + "/report.csv?lang=en",
                        "/prod/?fresh=true&domain=example.com&lang=en");
    }

    @Test
    void theLanguageIsTheBrowsersUntilItIsSwitched() {
        assertThat(calling.get("/", "accept", BROWSER, "accept-language", "ja,en;q=0.5").text())
                .contains("<html lang=\"ja\">");
        assertThat(
                        calling.get(
                                        "/",
                                        "accept",
                                        BROWSER,
                                        "accept-language",
                                        "fr,en;q=0.5,ja;q=0.4")
                                .text())
                .contains("<html lang=\"en\">");
        assertThat(calling.get("/?lang=en", "accept", BROWSER, "accept-language", "ja").text())
                .contains("<html lang=\"en\">");
    }

    @Test
    void theBadgePageShowsItOnceWithAWayToTakeItBack() throws Exception {
        String path = finished();
        HttpAnswer made = calling.post(path + "/badge", FORM, "", "accept", BROWSER);
        Document page = parsed(made);
        assertThat(made.status()).isEqualTo(201);
        String image = attributes(page, "src").getFirst();
        assertThat(page(image.replace("/prod", "")).status()).isEqualTo(200);

        HttpAnswer revoked = calling.post(path + "/badge/revoke", FORM, "", "accept", BROWSER);
        assertThat(revoked.status()).isEqualTo(303);
        assertThat(revoked.headers()).containsEntry("location", "/prod" + path);
        assertThat(page(image.replace("/prod", "")).status()).isEqualTo(404);
    }

    @Test
    void whoAskedTooOftenReadsHowLongToWait() {
        for (int i = 0; i < 10; i++) {
            form("domain=a" + i + ".example");
        }
        HttpAnswer answer = form("domain=b.example", "?lang=ja");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).contains("秒ほど待ってから");
    }

    private HttpAnswer form(String fields) {
        return form(fields, "");
    }

    private HttpAnswer form(String fields, String query) {
        return calling.post("/checks" + query, FORM, fields, "accept", BROWSER);
    }

    private static Document parsed(HttpAnswer page)
            throws ParserConfigurationException, SAXException, IOException {
        String html = page.text().replaceFirst("<!DOCTYPE html>\n", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String visible(Document page) {
        for (String unseen : List.of("style", "script", "code")) {
            elements(page, unseen).forEach(element -> element.setTextContent(""));
        }
        return page.getDocumentElement().getTextContent();
    }

    private static List<String> attributes(Document page, String name) {
        return elements(page, "*").stream()
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .toList();
    }

    private static Element byId(Document page, String id) {
        return elements(page, "*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String hash(Element inline) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(inline.getTextContent().getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}

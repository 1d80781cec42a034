package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

class HtmlRendererTest {
    /** What a page of ours is made of: no script, no form, no frame, no image. */
    private static final Set<String> ELEMENTS =
            Set.of(
                    "html",
                    "head",
                    "meta",
                    "title",
                    "style",
                    "body",
                    "header",
                    "main",
                    "footer",
                    "article",
                    "section",
                    "div",
                    "figure",
                    "figcaption",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "p",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "details",
                    "summary",
                    "a",
                    "span",
                    "b",
                    "small",
                    "code",
                    "br",
                    "svg",
                    "symbol",
                    "circle",
                    "path",
                    "use");

    @ParameterizedTest
    @EnumSource
    void theGradeComesFirstThenWhatToDoThenEachCheck(Language language) {
        Report weak = new SampleReports(language).weak();
        Words words = new Words(language);

        assertThat(visible(page(language, weak)))
                .containsSubsequence(
                        "example.com",
                        new Verdict(words).name(weak.grade()),
                        words.phrase("to.do"),
                        "SPF_TOO_MANY_LOOKUPS",
                        words.phrase("to.do.optional"),
                        words.phrase("not.judged"),
                        words.phrase("outlook"),
                        words.phrase("html.checks"),
                        words.phrase("check.inbound-tls"),
                        words.phrase("not.tested"),
                        words.phrase("html.about"));
        assertThat(Xml.parse(page(language, weak)).elements("html").getFirst().getAttribute("lang"))
                .isEqualTo(language.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aRecordIsGivenInThePartsOfAFormEachToBeCopied() {
        Xml page = Xml.parse(page(Language.EN, new SampleReports(Language.EN).weak()));

        assertThat(page.elements("code"))
                .filteredOn(code -> code.hasAttribute("data-copy"))
                .extracting(Element::getTextContent)
                .contains(
                        "_dmarc.example.com.",
                        "TXT",
                        "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com");
    }

    @Test
    void evidenceIsFolded() {
        Xml page = Xml.parse(page(Language.EN, new SampleReports(Language.EN).weak()));

        assertThat(page.elements("details"))
                .isNotEmpty()
                .noneMatch(details -> details.hasAttribute("open"));
        assertThat(page.elements("details").getLast().getTextContent()).contains("v=spf1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sound", "weak", "halfSeen", "missing"})
    void thePageIsWellFormedAndOfNothingButTextAndItsOneStyleSheet(String name) {
        Report report = TextRendererTest.report(name, Language.JA);
        Xml page = Xml.parse(page(Language.JA, report, report));

        assertThat(page.elements("*")).extracting(Element::getTagName).isSubsetOf(ELEMENTS);
        assertThat(page.elements("style")).hasSize(1);
        assertThat(page.elements("*")).noneMatch(element -> element.hasAttribute("style"));
        assertThat(page.skeleton()).noneMatch(shape -> shape.matches(".*\\bon[a-z]+\\b.*"));
    }

    @Test
    void thePolicyAllowsTheStyleSheetAndNothingElse() throws GeneralSecurityException {
        Xml page = Xml.parse(page(Language.EN, new SampleReports(Language.EN).sound()));
        String css = page.elements("style").getFirst().getTextContent();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
        String policy = PageStyle.contentSecurityPolicy();

        assertThat(policy)
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains(Base64.getEncoder().encodeToString(digest))
                .doesNotContain("unsafe");
        assertThat(page.elements("meta"))
                .extracting(meta -> meta.getAttribute("content"))
                .contains(policy, "noindex", "no-referrer");
        assertThat(css).doesNotContain("url(").doesNotContain("@import").doesNotContain("<");
    }

    @Test
    void everyLinkLeadsToAnIdOfThePageOrToAnRfc() {
        Report report = new SampleReports(Language.EN).weak();
        Xml page = Xml.parse(page(Language.EN, report, report, report));
        List<String> ids = attributes(page, "id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(attributes(page, "href"))
                .isNotEmpty()
                .allMatch(link ->
                        link.startsWith("https://www.rfc-editor.org/rfc/rfc")
                                || ids.contains(link.substring(1)));
    }

    private static List<String> attributes(Xml page, String name) {
        return page.elements("*").stream()
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .toList();
    }

    @Test
    void severalDomainsStandBehindATableOfTheirGrades() {
        Report weak = new SampleReports(Language.EN).weak();
        Report missing = new SampleReports(Language.EN).missing();
        Xml page = Xml.parse(page(Language.EN, weak, missing));
        Element table = page.elements("table").getFirst();

        assertThat(page.elements("h1")).hasSize(1);
        assertThat(page.elements("article")).hasSize(2);
        assertThat(table.getElementsByTagName("a").getLength()).isEqualTo(2);
        assertThat(table.getTextContent())
                .contains("example.com", "Mail system needs work", "41", "exmaple.com");
    }

    @ParameterizedTest
    @EnumSource
    void headingsDescendWithoutAGap(Language language) {
        Report report = new SampleReports(language).weak();
        for (String page : List.of(page(language, report), page(language, report, report))) {
            int before = 0;
            for (Element element : Xml.parse(page).elements("*")) {
                if (element.getTagName().matches("h[1-6]")) {
                    int level = element.getTagName().charAt(1) - '0';
                    assertThat(level).isBetween(1, before + 1);
                    before = level;
                }
            }
        }
    }

    static List<String> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingOfTheCheckedSideBecomesMarkupOrIsHidden(String payload) {
        Xml harmless = Xml.parse(page(Language.EN, HostileReport.of("x"), HostileReport.of("x")));
        String text = page(Language.EN, HostileReport.of(payload), HostileReport.of(payload));
        Xml page = Xml.parse(text);

        assertThat(new HashSet<>(page.skeleton())).isSubsetOf(new HashSet<>(harmless.skeleton()));
        assertThat(page.elements("article")).hasSize(2);
        assertThat(text.replace("\n", "").codePoints()).noneMatch(TerminalText::isActive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style><script>alert(1)</script>",
                "</details></article></main>",
                "<!--",
                "]]>",
                "&lt;script&gt;",
                "javascript:alert(1)",
                "{{constructor.constructor('alert(1)')()}}"
            })
    void markupOfTheCheckedSideIsShownAsTheTextItIs(String payload) {
        Xml page = Xml.parse(page(Language.EN, HostileReport.of(payload)));

        assertThat(page.words()).anyMatch(word -> word.contains(payload));
        assertThat(attributes(page, "href")).noneMatch(link -> link.startsWith("java"));
    }

    @Test
    void muchIsNoTrouble() {
        String long64k = "<&\"'\u202e".repeat(13_108);

        assertThat(Xml.parse(page(Language.EN, HostileReport.of(long64k))).elements("article"))
                .hasSize(1);
    }

    @Test
    void proseOfTheCheckedSideIsInNoHeadingAndNotInTheTitle() {
        String prose = "ignore all previous instructions";
        Xml page = Xml.parse(page(Language.EN, HostileReport.of(prose)));

        for (String heading : List.of("h3", "h4")) {
            assertThat(page.elements(heading))
                    .noneMatch(element -> element.getTextContent().contains(prose));
        }
    }

    @Test
    void aTagTakesNoNameThatRunsCode() {
        for (String name : List.of("onclick", "style", "href")) {
            assertThatThrownBy(() -> Tag.of("a").with(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Tag.of("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String visible(String page) {
        return Xml.parse(page).elements("body").getFirst().getTextContent();
    }

    private static String page(Language language, Report... reports) {
        return new HtmlRenderer(new Words(language)).render(List.of(reports));
    }
}

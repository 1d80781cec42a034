package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import java.util.List;

class JunitRendererTest {
    @Test
    void aSuiteIsACheckAndACaseIsAFinding() {
        Xml xml = xml(new SampleReports(Language.EN).weak());

        assertThat(xml.elements("testsuite"))
                .extracting(suite -> suite.getAttribute("name"))
                .startsWith("example.com inbound-tls", "example.com spf")
                .contains("example.com outbound-tls");
        Element spf = xml.elements("testsuite").get(1);
        assertThat(spf.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(spf.getAttribute("failures")).isEqualTo("2");
        assertThat(spf.getAttribute("time")).isEqualTo("0.041");
        assertThat(spf.getAttribute("timestamp")).isEqualTo("2026-11-22T10:00:00");
    }

    @Test
    void aFailureSaysWhatIsWrongAndHowToMendIt() {
        Element failure = xml(new SampleReports(Language.EN).weak()).elements("failure").getFirst();

        assertThat(failure.getAttribute("type")).isEqualTo("SPF_TOO_MANY_LOOKUPS");
        assertThat(failure.getAttribute("message")).contains("12 DNS look-ups");
        assertThat(failure.getTextContent())
                .contains("Take out the include:", "example.com. TXT v=spf1 ip4:192.0.2.10");
    }

    @Test
    void aWarningPassesAndSaysSoInItsOutput() {
        Xml xml = xml(new SampleReports(Language.EN).weak());

        assertThat(xml.elements("system-out"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.startsWith("WARN (REQUIRED): The certificate of mx1"));
    }

    @Test
    void whatKeepsTheGradeFromBeingKnownIsAnErrorAndWhatIsExcusedIsSkipped() {
        Xml xml = xml(new SampleReports(Language.EN).halfSeen());

        assertThat(types(xml, "error"))
                .containsExactly(
                        "INBOUND_TLS_NOT_KNOWN", "REVERSE_DNS_NOT_KNOWN", "MX_CONNECT_NOT_KNOWN");
        assertThat(types(xml, "skipped")).contains("DKIM_NO_SELECTOR_SEEN", "NEEDS_MAIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sound", "weak", "halfSeen", "missing"})
    void itIsRedExactlyWhereTheGradeIsNotSecure(String name) {
        Report report = TextRendererTest.report(name, Language.EN);
        Xml xml = xml(report);

        assertThat(xml.elements("failure").isEmpty() && xml.elements("error").isEmpty())
                .isEqualTo(report.grade() == Grade.SECURE);
    }

    @Test
    void theTotalsAreThoseOfTheSuites() {
        Xml xml =
                xml(new SampleReports(Language.EN).weak(), new SampleReports(Language.EN).sound());
        Element all = xml.elements("testsuites").getFirst();

        assertThat(all.getAttribute("tests"))
                .isEqualTo(String.valueOf(xml.elements("testcase").size()));
        assertThat(all.getAttribute("failures"))
                .isEqualTo(String.valueOf(xml.elements("failure").size()));
        assertThat(all.getAttribute("errors"))
                .isEqualTo(String.valueOf(xml.elements("error").size()));
    }

    @Test
    void twoFindingsOfOneSubjectAreTwoCases() {
        Report twice =
                SampleReports.report(
                        Grade.SECURE,
                        Grade.SECURE,
                        1,
                        1,
                        SampleReports.SERVER,
                        List.of(),
                        SampleReports.check(
                                CheckId.SPF,
                                new SampleReports(Language.EN)
                                        .weak()
                                        .checks()
                                        .get(1)
                                        .findings()
                                        .getFirst(),
                                new SampleReports(Language.EN)
                                        .weak()
                                        .checks()
                                        .get(1)
                                        .findings()
                                        .getFirst()));

        assertThat(xml(twice).elements("testcase"))
                .extracting(c -> c.getAttribute("name"))
                .contains(
                        "SPF_TOO_MANY_LOOKUPS example.com", "SPF_TOO_MANY_LOOKUPS example.com (2)");
    }

    static List<String> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingOfTheCheckedSideBecomesMarkupOrACharacterThatXmlDoesNotHave(String payload) {
        Xml harmless = xml(HostileReport.of("x"));
        String text = text(HostileReport.of(payload));

        assertThat(Xml.parse(text).skeleton()).isEqualTo(harmless.skeleton());
        assertThat(text.replace("\n", "").codePoints()).noneMatch(TerminalText::isActive);
    }

    private static List<String> types(Xml xml, String element) {
        return xml.elements(element).stream().map(e -> e.getAttribute("type")).toList();
    }

    private static Xml xml(Report... reports) {
        return Xml.parse(text(reports));
    }

    private static String text(Report... reports) {
        return new JunitRenderer(new Words(Language.EN)).render(List.of(reports));
    }
}

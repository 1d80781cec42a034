package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.check.FindingCode;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

class ReportAssemblyTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final DnsAnswer NONE = new DnsAnswer.Absent(true, List.of());

    private final Jsonb jsonb = Jsonb.builder().build();

    @Test
    void theHeadSaysWhatWasCheckedWhenAndByWhat() {
        Report report = report(CheckOptions.DEFAULT, List.of(), absent());

        assertThat(report.schema()).isEqualTo("mailcheck-report/1");
        assertThat(report.kind()).isEqualTo("domain");
        assertThat(report.domain()).isEqualTo("example.com");
        assertThat(report.startedAt()).isEqualTo("2026-11-22T10:00:00.123Z");
        assertThat(report.finishedAt()).isEqualTo("2026-11-22T10:00:02.123Z");
        assertThat(report.tool()).isEqualTo("mailcheck " + Tool.version());
        assertThat(report.rules()).isEqualTo("1");
        assertThat(report.lab()).isNull();
    }

    @Test
    void aLabSaysSo() {
        assertThat(report(options("localhost", true), List.of(), absent()).lab()).isTrue();
    }

    @Test
    void anIdHas128BitsOfTheRandomnessHandedIn() {
        Set<String> ids = new HashSet<>();
        RandomGenerator random = new Random(1);
        for (int i = 0; i < 100; i++) {
            ids.add(report(CheckOptions.DEFAULT, List.of(), random, absent()).id());
        }

        assertThat(ids).hasSize(100).allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void aFindingIsPutIntoWordsWithItsFix() {
        Report.FindingView finding = only(report(CheckOptions.DEFAULT, List.of(), absent()));

        assertThat(finding.code()).isEqualTo("TLS_RPT_ABSENT");
        assertThat(finding.message()).startsWith("example.com does not ask senders");
        assertThat(finding.fix())
                .satisfies(fix -> {
                    assertThat(fix.text()).startsWith("Publish a TXT record at _smtp._tls");
                    assertThat(fix.record()).isNull();
                });
        assertThat(finding.reference()).isEqualTo("RFC 8460, section 3");
    }

    @Test
    void aProposedRecordIsGivenAsItStands() {
        Finding finding =
                Finding.of(FindingCode.TLS_RPT_ABSENT, "example.com")
                        .withRecord("_smtp._tls.example.com", "TXT", "v=TLSRPTv1; rua=mailto:a@b");

        assertThat(only(report(CheckOptions.DEFAULT, List.of(), result(finding))).fix())
                .extracting(Report.Fix::record)
                .extracting("name", "type", "value")
                .containsExactly("_smtp._tls.example.com.", "TXT", "v=TLSRPTv1; rua=mailto:a@b");
    }

    @Test
    void whatPassesHasNoFix() {
        Finding finding = Finding.of(FindingCode.TLS_RPT_RECORD_VALID, "example.com");

        assertThat(only(report(CheckOptions.DEFAULT, List.of(), result(finding))).fix()).isNull();
    }

    @Test
    void aLongArgumentIsCutInTheMessageToo() {
        Finding finding =
                Finding.of(
                        FindingCode.TLS_RPT_NOT_KNOWN, "example.com", "reason", "x".repeat(9000));

        Report.FindingView view = only(report(CheckOptions.DEFAULT, List.of(), result(finding)));

        assertThat(view.arguments().get("reason")).hasSize(EvidenceCaps.STRING);
        assertThat(view.message()).hasSizeLessThan(700);
    }

    @Test
    void ourEhloNameIsMaskedInEvidenceArgumentsMessageAndVantage() {
        Finding finding =
                Finding.of(
                        FindingCode.TLS_RPT_NOT_KNOWN,
                        "example.com",
                        "reason",
                        "550 go away, laptop.example.net [192.0.2.77]");
        CheckResult result =
                CheckResult.of(
                        CheckId.TLS_RPT,
                        List.of(finding),
                        Map.of("transcript", List.of("EHLO laptop.example.net")));

        Report report = report(options("laptop.example.net", false), List.of(), result);

        assertThat(jsonb.toJson(report)).doesNotContain("laptop.example").contains("EHLO OUR-NAME");
        assertThat(report.vantage().ehlo()).isEqualTo("OUR-NAME");
    }

    @Test
    void anAddressLiteralAsEhloIsMaskedAsAnAddress() {
        CheckResult result =
                CheckResult.of(
                        CheckId.TLS_RPT,
                        List.of(),
                        Map.of("said", "250 hello 2001:db8:0:0:0:0:0:7"));

        Report report = report(options("[IPv6:2001:db8::7]", false), List.of(), result);

        assertThat(report.vantage().ehlo()).isEqualTo("[IPv6:OUR-ADDRESS]");
        assertThat(report.checks().getFirst().evidence())
                .isEqualTo(Map.of("said", "250 hello OUR-ADDRESS"));
    }

    @Test
    void onTheDomainsOwnMailHostItsNameStaysReadable() {
        Report report =
                report(
                        options("mx.example.com", false),
                        List.of(mx(List.of())),
                        CheckResult.of(
                                CheckId.TLS_RPT, List.of(), Map.of("mx", "10 mx.example.com")));

        assertThat(report.checks().getFirst().evidence())
                .isEqualTo(Map.of("mx", "10 mx.example.com"));
    }

    @Test
    void whatIsNotRunIsListedWithItsReason() {
        Report report = report(CheckOptions.DEFAULT, List.of(), absent());

        assertThat(report.notTested())
                .contains(
                        new NotTested(CheckId.OUTBOUND_TLS, "NEEDS_MAIL"),
                        new NotTested(CheckId.MESSAGE, "NEEDS_MAIL"));
        assertThat(report.provisional()).isTrue();
    }

    @Test
    void hostsBeyondTheLimitAreNamed() {
        Report report =
                report(CheckOptions.DEFAULT, List.of(mx(List.of("mx11.example.com"))), absent());

        assertThat(report.notTested())
                .contains(new NotTested(CheckId.MX, "LIMIT", List.of("mx11.example.com")));
    }

    @Test
    void aNameThatDoesNotExistHasNothingThatCouldBeTested() {
        CheckResult missing =
                CheckResult.of(
                        CheckId.DNS,
                        List.of(Finding.of(FindingCode.DNS_DOMAIN_DOES_NOT_EXIST, "example.com")),
                        Map.of());

        Report report = report(CheckOptions.DEFAULT, List.of(), missing);

        assertThat(report.grade()).isEqualTo(Grade.UNDETERMINED);
        assertThat(report.notTested()).isEmpty();
        assertThat(report.provisional()).isFalse();
    }

    @Test
    void checksStandInTheReportsOrderAndTakeAsLongAsTheirLongestProbe() {
        Report report =
                report(
                        CheckOptions.DEFAULT,
                        List.of(),
                        absent(),
                        CheckResult.of(CheckId.SPF, List.of(), Map.of()));

        assertThat(report.checks())
                .extracting(Report.CheckView::id, Report.CheckView::elapsedMillis)
                .containsExactly(tuple(CheckId.SPF, 0L), tuple(CheckId.TLS_RPT, 41L));
    }

    @Test
    void singleValuesStandBeforeListsInTheEvidence() {
        CheckResult result =
                CheckResult.of(
                        CheckId.TLS_RPT,
                        List.of(),
                        Map.of("b", List.of(), "c", "text", "a", Map.of(), "d", 1L));

        assertThat(
                        report(CheckOptions.DEFAULT, List.of(), result)
                                .checks()
                                .getFirst()
                                .evidence()
                                .keySet())
                .containsExactly("c", "d", "a", "b");
    }

    private static CheckResult absent() {
        return result(Finding.of(FindingCode.TLS_RPT_ABSENT, "example.com"));
    }

    private static CheckResult result(Finding finding) {
        return CheckResult.of(CheckId.TLS_RPT, List.of(finding), Map.of());
    }

    private static MxObservation mx(List<String> notProbed) {
        MxHost host = new MxHost(10, "mx.example.com", false, NONE, NONE, List.of());
        return new MxObservation(NONE, false, false, List.of(host), notProbed);
    }

    private static Report.FindingView only(Report report) {
        return report.checks().getFirst().findings().getFirst();
    }

    private Report report(
            CheckOptions options, List<Observation> observations, CheckResult... results) {
        return report(options, observations, new Random(1), results);
    }

    private Report report(
            CheckOptions options,
            List<Observation> observations,
            RandomGenerator random,
            CheckResult... results) {
        Seen seen =
                new Seen(
                        new Target(new Domain("example.com"), options),
                        new Observations(observations),
                        START,
                        START.plusSeconds(2),
                        Map.of("TlsRptObservation", 41L, "MxObservation", 99L));
        return new ReportAssembly(new Words(Language.EN), random, jsonb)
                .of(seen, List.of(results), seen.startedAt());
    }

    private static CheckOptions options(String ehlo, boolean lab) {
        return new CheckOptions(
                List.of(),
                true,
                25,
                ehlo,
                Optional.empty(),
                RelayProbing.ON,
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                lab);
    }
}

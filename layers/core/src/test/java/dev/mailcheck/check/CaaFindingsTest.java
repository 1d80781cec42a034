package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_CAA_ABSENT;
import static dev.mailcheck.check.FindingCode.MX_CAA_MALFORMED;
import static dev.mailcheck.check.FindingCode.MX_CAA_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CAA_SOUND;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.CaaObservation;
import dev.mailcheck.probe.CaaProbe;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** CAA of mail hosts, from the zone to the finding. */
class CaaFindingsTest {
    private static final MxHost HOST = SmtpLab.host(10, "mx1.sound.example", "192.0.2.10");

    private static List<Finding> findings(Map<String, Map<String, ?>> zone, MxHost... hosts) {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            Observations before = new Observations(List.of(SmtpLab.mx(false, hosts)));
            CaaObservation seen =
                    new CaaProbe()
                            .observe(
                                    new Target(new Domain("sound.example"), CheckOptions.DEFAULT),
                                    before,
                                    lab.doors(
                                            ZoneDns.of(zone), Deadline.in(Duration.ofSeconds(9))));
            return CaaFindings.of(new Observations(List.of(seen)));
        }
    }

    private static List<Finding> of(String record) {
        return findings(Map.of("sound.example", Map.of("CAA", List.of(record))), HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 issue \"ca.example\"",
                "0 issue \";\"",
                "0 issue \"\"",
                "128 issue \"ca.example; account=1234; validationmethods=dns-01\"",
                "0 issuewild \";\"",
                "0 iodef \"mailto:security@sound.example\"",
                "0 unknown \"whatever !!\""
            })
    void wellFormedRecordsAreSound(String record) {
        assertThat(of(record)).extracting(Finding::code).containsExactly(MX_CAA_SOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 issue \"ca_example\"",
                "0 issue \"ca.example other.example\"",
                "0 issue \"ca.example; account\"",
                "0 issue \"https://ca.example/\"",
                "0 issuewild \"*\""
            })
    void recordsThatNoAuthorityCanReadAreMalformed(String record) {
        assertThat(of(record)).extracting(Finding::code).containsExactly(MX_CAA_MALFORMED);
    }

    @Test
    void theNearestRecordsHold() {
        Map<String, Map<String, ?>> zone =
                Map.of(
                        "mx1.sound.example", Map.of("A", List.of("192.0.2.10")),
                        "sound.example", Map.of("CAA", List.of("0 issue \"near.example\"")),
                        "example", Map.of("CAA", List.of("0 issue \"far.example\"")));

        assertThat(findings(zone, HOST).getFirst().arguments())
                .containsEntry("at", "sound.example")
                .containsEntry("records", "0 issue \"near.example\"");
    }

    @Test
    void withoutRecordsAnyAuthorityMayIssue() {
        assertThat(findings(Map.of("sound.example", Map.of("A", List.of("192.0.2.1"))), HOST))
                .extracting(Finding::code)
                .containsExactly(MX_CAA_ABSENT);
    }

    @Test
    void aQuestionWithoutAnswerOnTheWayLeavesItUnknown() {
        Map<String, Map<String, ?>> zone =
                Map.of(
                        "sound.example", Map.of("SERVFAIL", List.of("CAA")),
                        "example", Map.of("CAA", List.of("0 issue \"far.example\"")));

        List<Finding> findings = findings(zone, HOST);

        assertThat(findings).extracting(Finding::code).containsExactly(MX_CAA_NOT_KNOWN);
        assertThat(findings.getFirst().arguments()).containsEntry("reason", "SERVFAIL");
    }

    @Test
    void eachHostIsJudgedOnce() {
        MxHost twice = SmtpLab.host(20, "mx1.sound.example", "192.0.2.10");
        MxHost other = SmtpLab.host(20, "mx2.sound.example", "192.0.2.20");

        assertThat(
                        findings(
                                Map.of("example", Map.of("A", List.of("192.0.2.1"))),
                                HOST,
                                twice,
                                other))
                .extracting(Finding::subject)
                .containsExactly("mx1.sound.example", "mx2.sound.example");
    }

    @Test
    void theFormIsCheckedToTheLastPart() {
        assertThat(CaaSyntax.isSound("256 issue \"ca.example\"")).isFalse();
        assertThat(CaaSyntax.isSound("0 is-sue \"ca.example\"")).isFalse();
        assertThat(CaaSyntax.isSound("0 issue")).isFalse();
        assertThat(CaaSyntax.isSound("x issue \"ca.example\"")).isFalse();
        assertThat(CaaSyntax.isSound("")).isFalse();
        assertThat(CaaSyntax.isSound("0 issue \"" + "a".repeat(100_000) + "\"")).isTrue();
    }
}

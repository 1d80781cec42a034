package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ZoneView.Whose;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.TlsRptObservation;
import dev.mailcheck.probe.ZoneSamples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class MissingNameTest {
    private static final DnsAnswer DENIED = new DnsAnswer.Absent(false, List.of());
    private static final DnsAnswer NOTHING = new DnsAnswer.Absent(true, List.of());

    @Test
    void theMissingNameIsTheOnlyFinding() {
        assertThat(Checks.judge(judgement(DENIED, false)))
                .flatExtracting(CheckResult::findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.DNS_DOMAIN_DOES_NOT_EXIST);
    }

    @Test
    void theOtherChecksDoNotApply() {
        assertThat(Checks.judge(judgement(DENIED, false)))
                .filteredOn(result -> result.id() != CheckId.DNS)
                .hasSize(Checks.ofDomain().size() - 1)
                .extracting(CheckResult::status, CheckResult::evidence)
                .containsOnly(tuple(Status.NOT_APPLICABLE, Map.of()));
    }

    @Test
    void aCheckThatIsToldAloneDoesNotApplyEither() {
        CheckResult result = Checks.judge(new TlsRptCheck(), judgement(DENIED, false));

        assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void theResultsOfANameThatExistsStayAsTheyAre() {
        CheckResult result = Checks.judge(new TlsRptCheck(), judgement(NOTHING, false));

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.TLS_RPT_ABSENT);
    }

    @ParameterizedTest
    @CsvSource({"true,RESOLVER_DENIES_ALL", "false,NXDOMAIN"})
    void aResolverThatDeniesTheRootProvesNothing(boolean deniesRoot, String reason) {
        assertThat(MissingName.finding(judgement(DENIED, deniesRoot)).arguments())
                .containsEntry("reason", reason);
    }

    private static Judgement judgement(DnsAnswer answer, boolean deniesRoot) {
        Security unknown = Security.of(Security.State.UNKNOWN, "");
        Observation resolver =
                new ResolverObservation(
                        ResolverKind.STRIPS_DNSSEC, unknown, "com", unknown, deniesRoot);
        return new Judgement(
                new Target(new Domain("example.com"), CheckOptions.DEFAULT),
                new Observations(
                        List.of(
                                resolver,
                                ZoneSamples.answering(answer, Whose.NOT_COMPARED),
                                new TlsRptObservation("_smtp._tls.example.com", answer))),
                Instant.EPOCH);
    }
}

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
import dev.mailcheck.probe.ProbeFailure;
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
import java.util.Set;
import java.util.function.Supplier;

class ChecksTest {
    private static final Observation SEEN =
            new TlsRptObservation("a.example", new DnsAnswer.Absent(true, List.of()));

    /** A check that needs the TLS-RPT observation and answers by a script. */
    private record Scripted(Supplier<CheckResult> script) implements Check {
        @Override
        public CheckId id() {
            return CheckId.TLS_RPT;
        }

        @Override
        public Set<Class<? extends Observation>> needs() {
            return Set.of(TlsRptObservation.class);
        }

        @Override
        public CheckResult judge(Judgement judgement) {
            return script.get();
        }
    }

    @Test
    void aCheckWhoseObservationIsThereJudges() {
        CheckResult result = CheckResult.of(CheckId.TLS_RPT, List.of(), Map.of());

        assertThat(Checks.judge(new Scripted(() -> result), judgement(SEEN))).isSameAs(result);
    }

    @Test
    void aMissingObservationMakesItNotKnownWithTheReason() {
        ProbeFailure failure = new ProbeFailure("TlsRptObservation", "DEADLINE", "not started");

        CheckResult result = Checks.judge(new Scripted(ChecksTest::never), judgement(failure));

        assertNotKnown(result, "DEADLINE");
        assertThat(result.evidence()).isEqualTo(Map.of("failure", failure));
    }

    @Test
    void anObservationThatNobodyTriedIsNotKnown() {
        assertNotKnown(Checks.judge(new Scripted(ChecksTest::never), judgement()), "NOT_RUN");
    }

    @Test
    void aBugInACheckIsNeitherFailNorPassAndCostsNoOtherCheck() {
        CheckResult result =
                Checks.judge(
                        new Scripted(() -> {
                            throw new IndexOutOfBoundsException("7");
                        }),
                        judgement(SEEN));

        assertNotKnown(result, "INTERNAL_ERROR");
        assertThat(result.evidence().toString()).contains("IndexOutOfBoundsException: 7");
    }

    @Test
    void aFaultIsNotKnownWhereTheResolverRewritesAndNobodyElseWasHeard() {
        assertNotKnown(fault(ResolverKind.REWRITES, Whose.NOT_COMPARED), "RESOLVER_REWRITES");
    }

    @ParameterizedTest
    @CsvSource({"REWRITES,OWN_SERVERS", "REWRITES,RESOLVER", "VALIDATING,NOT_COMPARED"})
    void elsewhereItIsOne(ResolverKind kind, Whose whose) {
        assertThat(fault(kind, whose).status()).isEqualTo(Status.FAIL);
    }

    private static CheckResult fault(ResolverKind kind, Whose whose) {
        Finding fault = Finding.of(FindingCode.TLS_RPT_RECORD_MALFORMED, "a.example");
        CheckResult result = CheckResult.of(CheckId.TLS_RPT, List.of(fault), Map.of());
        return Checks.judge(
                new Scripted(() -> result), judgement(SEEN, resolver(kind), zone(whose)));
    }

    private static Observation resolver(ResolverKind kind) {
        Security secure = Security.of(Security.State.SECURE, "");
        return new ResolverObservation(kind, secure, "example", secure, false);
    }

    private static Observation zone(Whose whose) {
        return ZoneSamples.answering(new DnsAnswer.Absent(true, List.of()), whose);
    }

    private static void assertNotKnown(CheckResult result, String reason) {
        assertThat(result.findings())
                .extracting(Finding::code, f -> f.arguments().get("reason"), Finding::subject)
                .containsExactly(tuple(FindingCode.TLS_RPT_NOT_KNOWN, reason, "example.com"));
    }

    private static CheckResult never() {
        throw new AssertionError("judged without its observation");
    }

    private static Judgement judgement(Observation... seen) {
        return new Judgement(
                new Target(new Domain("example.com"), CheckOptions.DEFAULT),
                new Observations(List.of(seen)),
                Instant.EPOCH);
    }
}

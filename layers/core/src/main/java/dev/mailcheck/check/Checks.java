package dev.mailcheck.check;

import java.util.List;
import java.util.Map;

/** The registry of checks, and the one place that runs them. */
public final class Checks {
    private Checks() {}

    /** Those of a domain check, in the report's order. */
    public static List<Check> ofDomain() {
        return List.of(
                new InboundTlsCheck(),
                new DkimCheck(),
                new DmarcCheck(),
                new ReverseDnsCheck(),
                new MxCheck(),
                new TlsRptCheck(),
                new BimiCheck(),
                new Ipv6Check(),
                new DnsCheck());
    }

    /** Judges by one check; a missing observation makes it "not known" with its reason. */
    public static CheckResult judge(Check check, Judgement judgement) {
        return check.needs().stream()
                .filter(kind -> judgement.seen().find(kind).isEmpty())
                .map(kind -> judgement.seen().missingBecause(kind))
                .findFirst()
                .map(reason -> notKnown(check.id(), judgement.domain(), reason))
                .orElseGet(() -> check.judge(judgement));
    }

    static CheckResult notKnown(CheckId id, String subject, String reason) {
        Finding finding = Finding.of(FindingCode.notKnown(id), subject, "reason", reason);
        return CheckResult.of(id, List.of(finding), Map.of());
    }
}

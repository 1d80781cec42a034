package dev.mailcheck.check;

import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.ReportKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registry of checks, and the one place that runs them. */
public final class Checks {
    private Checks() {}

    /** Those of a domain check, in the report's order. */
    public static List<Check> ofDomain() {
        return List.of(
                new InboundTlsCheck(),
                new RelayCheck(),
                new SpfCheck(),
                new DkimCheck(),
                new DmarcCheck(),
                new ReverseDnsCheck(),
                new DnssecCheck(),
                new DnsblCheck(),
                new MxCheck(),
                new MtaStsCheck(),
                new TlsRptCheck(),
                new DaneCheck(),
                new BimiCheck(),
                new UriblCheck(),
                new Ipv6Check(),
                new DnsCheck());
    }

    /** Those of one received mail, in the report's order. */
    public static List<Check> ofMail() {
        return List.of(
                new OutboundTlsCheck(),
                new MailSpfCheck(),
                new MailDkimCheck(),
                new MailDmarcCheck(),
                new MailReverseDnsCheck(),
                new MailDnsblCheck(),
                new ArcCheck(),
                new MailUriblCheck(),
                new MessageCheck(),
                new SenderGuidelinesCheck());
    }

    /**
     * All that a report of this kind judges by. Where domain and mail have a check of one id, both
     * are there, and {@link JoinedResults} makes one result of theirs.
     */
    public static List<Check> of(ReportKind kind) {
        List<Check> checks = new ArrayList<>();
        if (kind.hasMail()) {
            checks.addAll(ofMail());
        }
        if (kind.hasDomain()) {
            checks.addAll(ofDomain());
        }
        return List.copyOf(checks);
    }

    /**
     * Judges all that was seen. A domain that does not exist has that one fault; of a mail that
     * names it the rest is judged all the same.
     */
    public static List<CheckResult> judge(Judgement judgement) {
        ReportKind kind = judgement.target().kind();
        List<CheckResult> results = new ArrayList<>();
        if (kind.hasMail()) {
            ofMail().forEach(check -> results.add(judge(check, judgement)));
        }
        if (kind.hasDomain()) {
            ofDomain().forEach(check -> results.add(judge(check, judgement)));
        }
        return JoinedResults.of(results);
    }

    /**
     * Judges by one check; a missing observation makes it "not known" with its reason, and so does
     * a bug of ours, which must not cost the user the other checks. A check that has no object in a
     * missing domain, or in one without mail, does not apply, whatever else it made of it.
     */
    public static CheckResult judge(Check check, Judgement judgement) {
        CheckResult result = AnswerDelivered.join(judgeAnyDomain(check, judgement), judgement);
        if (check instanceof MailCheck) {
            return result;
        }
        if (MissingName.isSeen(judgement)) {
            return MissingName.reduce(result);
        }
        return MailProfile.of(judgement.seen()).applies(check.id())
                ? result
                : result.notApplicable();
    }

    private static CheckResult judgeAnyDomain(Check check, Judgement judgement) {
        Optional<Class<? extends Observation>> missing =
                check.needs().stream()
                        .filter(kind -> judgement.seen().find(kind).isEmpty())
                        .findFirst();
        if (missing.isPresent()) {
            return notKnown(
                    check.id(),
                    judgement.domain(),
                    judgement.seen().missingBecause(missing.get()),
                    evidence(judgement, missing.get()));
        }
        try {
            CheckResult result = check.judge(judgement);
            return ChangedAnswers.mayExplain(result, judgement)
                    ? notKnown(
                            check.id(),
                            judgement.domain(),
                            ChangedAnswers.REASON,
                            result.evidence())
                    : result;
        } catch (RuntimeException | StackOverflowError bug) {
            Map<String, Object> evidence = Map.of("error", bug.toString());
            return notKnown(check.id(), judgement.domain(), "INTERNAL_ERROR", evidence);
        }
    }

    private static Map<String, Object> evidence(
            Judgement judgement, Class<? extends Observation> missing) {
        return judgement
                .seen()
                .failure(missing)
                .<Map<String, Object>>map(failure -> Map.of("failure", failure))
                .orElse(Map.of());
    }

    private static CheckResult notKnown(
            CheckId id, String subject, String reason, Map<String, Object> evidence) {
        Finding finding = Finding.of(FindingCode.notKnown(id), subject, "reason", reason);
        return CheckResult.of(id, List.of(finding), evidence);
    }
}

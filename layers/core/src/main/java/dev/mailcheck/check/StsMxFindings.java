package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MTA_STS_MX_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_FAILS;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_NOT_IN_POLICY;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_NOT_IN_TESTED_POLICY;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_NOT_TESTED;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_PASSES;
import static dev.mailcheck.check.FindingCode.MTA_STS_MX_WOULD_FAIL;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsPolicy.Mode;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.SmtpObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Item sts-mx: every mail host is in the policy and meets it (RFC 8461, section 4). */
final class StsMxFindings {
    private final Judgement judgement;
    private final MtaStsPolicy.Valid policy;
    private final boolean enforced;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final PerHost perHost = new PerHost();
    private final MtaStsDelivery delivery;

    StsMxFindings(Judgement judgement, MtaStsPolicy.Valid policy) {
        this.judgement = judgement;
        this.policy = policy;
        this.delivery = new MtaStsDelivery(judgement);
        this.enforced = policy.mode() == Mode.ENFORCE;
    }

    List<Finding> findings() {
        Optional<MxObservation> mx = judgement.seen().find(MxObservation.class);
        if (mx.isEmpty()) {
            return List.of(notKnown(judgement.seen().missingBecause(MxObservation.class)));
        }
        if (mx.get().mx() instanceof DnsAnswer.Failed failed) {
            return List.of(notKnown(failed.reason().name()));
        }
        names(mx.get()).filter(name -> !policy.matches(name)).forEach(this::notInPolicy);
        visited(mx.get());
        return findings;
    }

    /** Those that our manners left out are known by name all the same. */
    private static Stream<String> names(MxObservation mx) {
        return Stream.concat(
                mx.hosts().stream().map(MxHost::name),
                mx.notProbed().stream().filter(left -> left.indexOf(' ') < 0));
    }

    private void notInPolicy(String host) {
        findings.add(
                Finding.of(
                        enforced ? MTA_STS_MX_NOT_IN_POLICY : MTA_STS_MX_NOT_IN_TESTED_POLICY,
                        host,
                        "domain",
                        judgement.domain()));
    }

    private void visited(MxObservation mx) {
        Optional<SmtpObservation> smtp = judgement.seen().find(SmtpObservation.class);
        if (smtp.isEmpty()) {
            findings.add(notKnown(judgement.seen().missingBecause(SmtpObservation.class)));
            return;
        }
        smtp.get()
                .notProbed()
                .filter(reason -> !reason.equals("NO_MAIL_HOSTS"))
                .ifPresent(reason -> findings.add(of(MTA_STS_MX_NOT_TESTED, reason)));
        if (!isDead(mx)) {
            judge(
                    MailAddress.of(mx, smtp.get()).stream()
                            .filter(address -> policy.matches(address.host()))
                            .toList());
        }
    }

    /** Without an MX record, addresses where nothing listens are no mail hosts. */
    private boolean isDead(MxObservation mx) {
        return mx.implicit() && ImplicitMx.of(judgement, mx) instanceof ImplicitMx.Dead;
    }

    private void judge(List<MailAddress> addresses) {
        addresses.forEach(this::judge);
        boolean nothingKnown = enforced && !reasons.isEmpty() && reasons.size() == addresses.size();
        findings.addAll(nothingKnown ? List.of(notKnown(reasons.getFirst())) : perHost.findings());
    }

    private void judge(MailAddress address) {
        switch (delivery.overTls(address)) {
            case StrictDelivery.Delivers delivers -> add(MTA_STS_MX_PASSES, address, Map.of());
            case StrictDelivery.Refuses(String reason) -> fails(address, reason);
            case StrictDelivery.DeliversDespite(String reason) -> fails(address, reason);
            case StrictDelivery.NotKnown(String reason) -> silent(address, reason);
            case StrictDelivery.NoRule none -> {}
        }
    }

    private void silent(MailAddress address, String reason) {
        reasons.add(reason);
        add(MTA_STS_MX_ADDRESS_NOT_KNOWN, address, Map.of("reason", reason));
    }

    private void fails(MailAddress address, String reason) {
        add(enforced ? MTA_STS_MX_FAILS : MTA_STS_MX_WOULD_FAIL, address, Map.of("reason", reason));
    }

    private void add(FindingCode code, MailAddress address, Map<String, String> arguments) {
        perHost.add(code, address.host(), address.address(), arguments);
    }

    private Finding notKnown(String reason) {
        return of(MTA_STS_MX_NOT_KNOWN, reason);
    }

    private Finding of(FindingCode code, String reason) {
        return Finding.of(code, judgement.domain(), "reason", reason);
    }
}

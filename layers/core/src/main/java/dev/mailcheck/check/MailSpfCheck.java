package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_ENVELOPE_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_FAILS;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_FORWARDED;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_NEUTRAL;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_PASSES;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_PASSES_FOR_OTHER_DOMAIN;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_PERMERROR;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_SENDER_WITHOUT_DOMAIN;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_SOFTFAIL;
import static dev.mailcheck.check.FindingCode.SPF_MAIL_WITHOUT_RECORD;
import static dev.mailcheck.check.FindingCode.SPF_RECEIVER_NOT_TRUSTED;

import dev.mailcheck.dmarc.AuthenticatedDomain.Method;
import dev.mailcheck.json.JsonNull;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.MailSpfObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.spf.SpfCause;
import dev.mailcheck.spf.SpfResult;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether the server that sent the mail may send for its envelope sender (RFC 7208). */
final class MailSpfCheck implements MailCheck {
    private static final NotEnoughKnown NOT_ENOUGH_KNOWN =
            new NotEnoughKnown(SPF_RECEIVER_NOT_TRUSTED, SPF_ENVELOPE_NOT_KNOWN);

    /** Nothing was said by anybody. */
    private static final String NOT_EVALUATED = "none";

    @Override
    public CheckId id() {
        return CheckId.SPF;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class, MailSpfObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(MailDmarcObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MailObservation mail = judgement.seen().get(MailObservation.class);
        MailSpfObservation seen = judgement.seen().get(MailSpfObservation.class);
        Optional<SpfResult> sender = seen.sender();
        Finding finding =
                sender.map(spf -> finding(spf, judgement, mail.looksForwarded()))
                        .orElseGet(() ->
                                NOT_ENOUGH_KNOWN.finding(
                                        judgement.domain(),
                                        seen.missing().orElse("NOT_RUN"),
                                        mail.envelope()));
        Map<String, Object> evidence =
                sender.map(MailSpfCheck::evidence).orElseGet(() -> evidence(mail.envelope(), seen));
        seen.helo().ifPresent(helo -> evidence.put("heloResult", helo));
        return CheckResult.of(id(), List.of(finding), evidence);
    }

    private static Finding finding(SpfResult spf, Judgement judgement, boolean forwarded) {
        return switch (spf.result()) {
            case PASS -> passes(spf, MailAlignment.in(judgement));
            case SOFTFAIL -> finding(SPF_MAIL_SOFTFAIL, spf);
            case NEUTRAL -> finding(SPF_MAIL_NEUTRAL, spf);
            case TEMPERROR -> finding(SPF_MAIL_NOT_KNOWN, spf);
            case FAIL -> fault(SPF_MAIL_FAILS, spf, forwarded);
            case PERMERROR -> fault(SPF_MAIL_PERMERROR, spf, forwarded);
            case NONE ->
                    spf.cause().kind() == SpfCause.Kind.NOT_A_DOMAIN
                            ? fault(SPF_MAIL_SENDER_WITHOUT_DOMAIN, spf, forwarded)
                            : fault(SPF_MAIL_WITHOUT_RECORD, spf, forwarded);
        };
    }

    private static Finding passes(SpfResult spf, MailAlignment alignment) {
        boolean other = alignment.of(spf.domain(), Method.SPF).filter(own -> !own).isPresent();
        Finding finding = finding(other ? SPF_MAIL_PASSES_FOR_OTHER_DOMAIN : SPF_MAIL_PASSES, spf);
        return with(finding, "author", alignment.author().orElse("?"));
    }

    /** Whoever forwards a mail sends it from an address that its sender cannot know. */
    private static Finding fault(FindingCode code, SpfResult spf, boolean forwarded) {
        return forwarded
                ? with(finding(SPF_MAIL_FORWARDED, spf), "result", spf.result().word())
                : finding(code, spf);
    }

    private static Finding finding(FindingCode code, SpfResult spf) {
        return Finding.of(
                code,
                spf.domain(),
                "client",
                spf.clientIp(),
                "mechanism",
                spf.mechanism().orElse("all"),
                "reason",
                reason(spf.cause()));
    }

    private static String reason(SpfCause cause) {
        return cause.kind() == SpfCause.Kind.DNS_FAILED
                ? cause.arguments().getOrDefault("reason", "NOT_RUN")
                : "SPF_CAUSE_" + cause.kind().name();
    }

    private static Finding with(Finding finding, String name, String value) {
        Map<String, String> arguments = new HashMap<>(finding.arguments());
        arguments.put(name, value);
        return new Finding(
                finding.code(), finding.subject(), arguments, finding.record(), finding.file());
    }

    /** Each name of the contract is there, null where it has no value. */
    private static Map<String, Object> evidence(SpfResult spf) {
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("result", spf.result().word());
        evidence.put("mailFrom", spf.mailFrom());
        evidence.put("helo", spf.helo());
        evidence.put("clientIp", spf.clientIp());
        evidence.put("domain", spf.domain());
        evidence.put("lookups", spf.lookups());
        evidence.put("voidLookups", spf.voidLookups());
        evidence.put("cause", spf.cause());
        spf.mechanism().ifPresent(mechanism -> evidence.put("mechanism", mechanism));
        evidence.put("explanation", JsonNull.or(spf.explanation()));
        evidence.put("tree", JsonNull.or(spf.tree()));
        return evidence;
    }

    private static Map<String, Object> evidence(EnvelopeSeen envelope, MailSpfObservation seen) {
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("result", NOT_EVALUATED);
        seen.missing().ifPresent(why -> evidence.put("notEvaluated", why));
        evidence.put("mailFrom", JsonNull.or(envelope.mailFrom().value()));
        evidence.put("helo", JsonNull.or(envelope.helo().value()));
        evidence.put("clientIp", JsonNull.or(envelope.clientIp().value()));
        for (String name : List.of("lookups", "voidLookups", "explanation", "tree")) {
            evidence.put(name, JsonNull.NULL);
        }
        return evidence;
    }
}

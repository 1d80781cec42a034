package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_CONNECT_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_ADDRESS_REFUSES;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_BACKUP_NO_MAIL_HERE;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_NO_MAIL_HERE;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_REFUSED_EVERYWHERE;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_SLOW;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_WORKS;

import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the mail hosts can be spoken to, address by address. */
final class MxReachFindings {
    private static final long SLOW_MILLIS = 10_000;

    /** Silence that, at the addresses of a domain without MX, means that nothing takes mail. */
    private static final Set<String> SILENCE = Set.of("TIMEOUT", "UNREACHABLE", "NO_GREETING");

    private final Judgement judgement;
    private final Map<MailAddress, Reach> reaches = new LinkedHashMap<>();
    private final PerHost perHost = new PerHost();

    MxReachFindings(Judgement judgement, List<MailAddress> addresses) {
        this.judgement = judgement;
        Vantage vantage = Vantage.of(judgement.seen());
        addresses.forEach(address -> reaches.put(address, Reach.of(address.last(), vantage)));
    }

    /** Empty where that cannot be said from here. */
    Optional<Boolean> anyAnswers() {
        if (some(Reach.Answers.class)) {
            return Optional.of(true);
        }
        boolean dead =
                !reaches.isEmpty() && reaches.values().stream().allMatch(MxReachFindings::isDead);
        return dead ? Optional.of(false) : Optional.empty();
    }

    private static boolean isDead(Reach reach) {
        return switch (reach) {
            case Reach.Answers answers -> false;
            case Reach.Refuses refuses -> true;
            case Reach.TakesNoMail never -> true;
            case Reach.NotKnown(String reason) -> SILENCE.contains(reason);
        };
    }

    /** None for an implicit MX that is dead: that there is no MX is then the fault. */
    List<Finding> findings(boolean implicit) {
        if (reaches.isEmpty() || (implicit && anyAnswers().equals(Optional.of(false)))) {
            return List.of();
        }
        if (reaches.values().stream().allMatch(Reach.NotKnown.class::isInstance)) {
            return List.of(nothingKnown());
        }
        reaches.forEach(this::judge);
        return perHost.findings();
    }

    private Finding nothingKnown() {
        String reason = ((Reach.NotKnown) reaches.values().iterator().next()).reason();
        return Finding.of(MX_CONNECT_NOT_KNOWN, judgement.domain(), "reason", reason);
    }

    private boolean some(Class<? extends Reach> kind) {
        return reaches.values().stream().anyMatch(kind::isInstance);
    }

    private void judge(MailAddress address, Reach reach) {
        switch (reach) {
            case Reach.Answers answers -> answers(address);
            case Reach.Refuses refuses -> add(refused(), address, Map.of());
            case Reach.TakesNoMail never ->
                    add(noMail(address), address, Map.of("banner", banner(address)));
            case Reach.NotKnown(String reason) -> add(unknown(), address, Map.of("reason", reason));
        }
    }

    private void answers(MailAddress address) {
        long millis = address.last().bannerMillis();
        if (millis > SLOW_MILLIS) {
            add(MX_CONNECT_SLOW, address, Map.of("seconds", Long.toString(millis / 1000)));
        } else {
            add(MX_CONNECT_WORKS, address, Map.of());
        }
    }

    /** One dead address beside others costs senders a detour; all dead cost the mail. */
    private FindingCode refused() {
        return reaches.values().stream().allMatch(Reach.Refuses.class::isInstance)
                ? MX_CONNECT_REFUSED_EVERYWHERE
                : MX_CONNECT_ADDRESS_REFUSES;
    }

    private FindingCode noMail(MailAddress address) {
        return address.best() || !some(Reach.Answers.class)
                ? MX_CONNECT_NO_MAIL_HERE
                : MX_CONNECT_BACKUP_NO_MAIL_HERE;
    }

    private static String banner(MailAddress address) {
        return address.last().reply(SmtpStep.BANNER).map(SmtpReply::toString).orElse("");
    }

    /** Beside a host that answers, a silent one is a detail; beside dead ones it decides. */
    private FindingCode unknown() {
        return some(Reach.Answers.class) ? MX_CONNECT_ADDRESS_NOT_KNOWN : MX_CONNECT_NOT_KNOWN;
    }

    private void add(FindingCode code, MailAddress address, Map<String, String> arguments) {
        perHost.add(code, address.host(), address.address(), arguments);
    }
}

package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.RELAY_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_DISGUISE_ACCEPTED;
import static dev.mailcheck.check.FindingCode.RELAY_FOLLOWS_SOURCE_ROUTE;
import static dev.mailcheck.check.FindingCode.RELAY_FORMS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_NO_MAIL_HOSTS;
import static dev.mailcheck.check.FindingCode.RELAY_OPEN;
import static dev.mailcheck.check.FindingCode.RELAY_REFUSED;
import static dev.mailcheck.check.FindingCode.RELAY_TAKES_ANY_LOCAL_PART;
import static dev.mailcheck.check.FindingCode.RELAY_TRUSTS_SENDER;

import dev.mailcheck.probe.RelayAttempt;
import dev.mailcheck.probe.RelayForm;
import dev.mailcheck.probe.RelayForm.Family;
import dev.mailcheck.smtp.SmtpReply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the verdicts on the addresses say of the hosts. */
final class RelayFindings {
    /** At the domain's own addresses this means that nobody ever meant to take mail there. */
    private static final Set<String> NOTHING_LISTENS = Set.of("REFUSED", "TIMEOUT", "UNREACHABLE");

    private final String domain;
    private final boolean implicit;
    private final PerHost perHost = new PerHost();
    private final Map<MailAddress, RelayVerdict> verdicts = new LinkedHashMap<>();

    /**
     * Begins without a verdict.
     *
     * @param implicit whether the domain's own addresses stand in for an MX
     */
    RelayFindings(String domain, boolean implicit) {
        this.domain = domain;
        this.implicit = implicit;
    }

    void add(MailAddress address, RelayVerdict verdict) {
        verdicts.put(address, verdict);
    }

    List<Finding> findings() {
        if (implicit && verdicts.values().stream().allMatch(RelayFindings::isDead)) {
            return List.of(Finding.of(RELAY_NO_MAIL_HOSTS, domain));
        }
        verdicts.forEach(this::judge);
        return perHost.findings();
    }

    private static boolean isDead(RelayVerdict verdict) {
        return verdict instanceof RelayVerdict.NotKnown(String reason)
                && NOTHING_LISTENS.contains(reason);
    }

    private void judge(MailAddress address, RelayVerdict verdict) {
        switch (verdict) {
            case RelayVerdict.Relays relays -> relays(address, relays);
            case RelayVerdict.Refuses refuses -> refuses(address, refuses);
            case RelayVerdict.NotKnown(String reason) ->
                    add(unknown(), address, Map.of("reason", reason));
        }
    }

    /** A host that takes anybody's mail to anybody has this one fault, whatever else it takes. */
    private void relays(MailAddress address, RelayVerdict.Relays relays) {
        List<RelayAttempt> outright = relays.outright();
        if (outright.stream().anyMatch(attempt -> attempt.form() == RelayForm.PLAIN)) {
            taken(RELAY_OPEN, address, RelayVerdict.taken(relays));
            return;
        }
        taken(RELAY_TRUSTS_SENDER, address, of(Family.PLAIN, outright));
        taken(RELAY_FOLLOWS_SOURCE_ROUTE, address, of(Family.SOURCE_ROUTE, outright));
        taken(RELAY_DISGUISE_ACCEPTED, address, relays.disguised());
    }

    private static List<RelayAttempt> of(Family family, List<RelayAttempt> attempts) {
        return attempts.stream().filter(attempt -> attempt.form().family() == family).toList();
    }

    private void taken(FindingCode code, MailAddress address, List<RelayAttempt> attempts) {
        if (!attempts.isEmpty()) {
            RelayAttempt first = attempts.getFirst();
            add(
                    code,
                    address,
                    Map.of(
                            "forms",
                            words(attempts),
                            "sender",
                            "<" + first.reversePath() + ">",
                            "recipient",
                            "<" + first.forwardPath() + ">",
                            "reply",
                            first.rcpt().map(SmtpReply::toString).orElse("")));
        }
    }

    private void refuses(MailAddress address, RelayVerdict.Refuses refuses) {
        add(RELAY_REFUSED, address, Map.of());
        if (!refuses.excused().isEmpty()) {
            add(RELAY_TAKES_ANY_LOCAL_PART, address, Map.of("forms", words(refuses.excused())));
        }
        if (!refuses.notKnown().isEmpty()) {
            add(RELAY_FORMS_NOT_KNOWN, address, Map.of("forms", words(refuses.notKnown())));
        }
    }

    private static String words(List<RelayAttempt> attempts) {
        return attempts.stream()
                .map(RelayAttempt::form)
                .distinct()
                .sorted()
                .map(RelayForm::words)
                .collect(Collectors.joining(", "));
    }

    /** Beside an address that was judged, a silent one is a detail. */
    private FindingCode unknown() {
        boolean judged =
                verdicts.values().stream().anyMatch(v -> !(v instanceof RelayVerdict.NotKnown));
        return judged ? RELAY_ADDRESS_NOT_KNOWN : RELAY_NOT_KNOWN;
    }

    private void add(FindingCode code, MailAddress address, Map<String, String> arguments) {
        perHost.add(code, address.host(), address.address(), arguments);
    }
}

package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.REVERSE_DNS_CLIENT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_RECEIVER_NOT_TRUSTED;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_SENDER_CONFIRMED;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_SENDER_NAME_GENERIC;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_SENDER_NOT_CONFIRMED;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_SENDER_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_SENDER_WITHOUT_NAME;

import dev.mailcheck.iprev.GenericName;
import dev.mailcheck.iprev.IprevResult;
import dev.mailcheck.message.InnerAddress;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.ClientNameObservation;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.Observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the address that the mail came from has a name that leads back to it (RFC 8601, section
 * 2.7.3). It sends, so that it needs one: large receivers refuse mail from addresses without.
 */
final class MailReverseDnsCheck implements MailCheck {
    private static final NotEnoughKnown NOT_ENOUGH_KNOWN =
            new NotEnoughKnown(REVERSE_DNS_RECEIVER_NOT_TRUSTED, REVERSE_DNS_CLIENT_NOT_KNOWN);

    @Override
    public CheckId id() {
        return CheckId.REVERSE_DNS;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class, ClientNameObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        EnvelopeSeen envelope = judgement.seen().get(MailObservation.class).envelope();
        Optional<IprevResult> iprev = judgement.seen().get(ClientNameObservation.class).iprev();
        Finding finding =
                iprev.map(result -> finding(result, envelope))
                        .orElseGet(() -> withoutAddress(judgement.domain(), envelope));
        Map<String, Object> evidence =
                iprev.<Map<String, Object>>map(result -> Map.of("client", result)).orElse(Map.of());
        return CheckResult.of(id(), List.of(finding), evidence);
    }

    private static Finding withoutAddress(String domain, EnvelopeSeen envelope) {
        String why =
                envelope.clientIp().value().isPresent()
                        ? "CLIENT_NOT_AN_ADDRESS"
                        : "CLIENT_NOT_KNOWN";
        return NOT_ENOUGH_KNOWN.finding(domain, why, envelope);
    }

    private static Finding finding(IprevResult iprev, EnvelopeSeen envelope) {
        if (Submission.is(envelope)) {
            return Finding.of(
                    REVERSE_DNS_SENDER_NOT_KNOWN, iprev.ip(), "reason", Submission.REASON);
        }
        if (InnerAddress.isInner(iprev.ip())) {
            return Finding.of(REVERSE_DNS_SENDER_NOT_KNOWN, iprev.ip(), "reason", "NOT_PUBLIC");
        }
        return switch (iprev.result()) {
            case PASS -> confirmed(iprev, iprev.confirmed().orElse(names(iprev)));
            case FAIL ->
                    Finding.of(REVERSE_DNS_SENDER_NOT_CONFIRMED, iprev.ip(), "names", names(iprev));
            case PERMERROR -> Finding.of(REVERSE_DNS_SENDER_WITHOUT_NAME, iprev.ip());
            case TEMPERROR ->
                    Finding.of(
                            REVERSE_DNS_SENDER_NOT_KNOWN,
                            iprev.ip(),
                            "reason",
                            ReverseDnsCheck.reason(iprev));
        };
    }

    private static Finding confirmed(IprevResult iprev, String name) {
        boolean generic =
                IpLiteral.parse(iprev.ip()).filter(ip -> GenericName.is(name, ip)).isPresent();
        return Finding.of(
                generic ? REVERSE_DNS_SENDER_NAME_GENERIC : REVERSE_DNS_SENDER_CONFIRMED,
                iprev.ip(),
                "name",
                name);
    }

    private static String names(IprevResult iprev) {
        return iprev.names().stream()
                .map(IprevResult.Forward::name)
                .collect(Collectors.joining(", "));
    }
}

package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_CIPHER_BROKEN;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_NOT_WRITTEN_DOWN;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_NO_ENCRYPTED_MAIL;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_PLAINTEXT;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_RECEIVER_NOT_TRUSTED;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_SSL;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_USED;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_VERSION_NOT_WRITTEN_DOWN;
import static dev.mailcheck.check.FindingCode.OUTBOUND_TLS_VERSION_OLD;

import dev.mailcheck.json.JsonNull;
import dev.mailcheck.message.Known;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.TlsOnlyArrivalObservation;
import dev.mailcheck.probe.TlsSeen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the mail came to its receiver over TLS (RFC 3207), as the user or the trusted receiver
 * tells. What the hops before it write proves nothing and is not looked at. Where nobody tells, it
 * is not known, and never taken for plain text.
 */
final class OutboundTlsCheck implements MailCheck {
    /** Why the check does not count where the mail cannot show it. */
    private static final String NOBODY_TELLS = "TLS_NOT_KNOWN";

    private static final Set<String> OLD = Set.of("TLSv1.0", "TLSv1.1");

    @Override
    public CheckId id() {
        return CheckId.OUTBOUND_TLS;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        EnvelopeSeen envelope = judgement.seen().get(MailObservation.class).envelope();
        Optional<Boolean> came = cameByTls(judgement, envelope);
        List<Finding> findings =
                came.map(yes -> List.of(byAddress(judgement.domain(), yes)))
                        .orElseGet(() -> findings(judgement.domain(), envelope));
        Map<String, Object> evidence = evidence(envelope);
        came.filter(yes -> yes).ifPresent(yes -> evidence.put("tls", true));
        CheckResult result = CheckResult.of(id(), findings, evidence);
        return findings.getFirst().status() == Status.UNDETERMINED
                ? result.excusedBy(NOBODY_TELLS)
                : result;
    }

    /**
     * Whether a mail came to the address that takes encrypted mail only; empty where nobody waited
     * for one, or the receiver tells by itself.
     */
    private static Optional<Boolean> cameByTls(Judgement judgement, EnvelopeSeen envelope) {
        return judgement
                .seen()
                .find(TlsOnlyArrivalObservation.class)
                .filter(seen -> envelope.tls().encryption() == Encryption.NOT_SAID)
                .map(TlsOnlyArrivalObservation::came);
    }

    private static Finding byAddress(String domain, boolean came) {
        return came
                ? Finding.of(
                        OUTBOUND_TLS_VERSION_NOT_WRITTEN_DOWN,
                        domain,
                        "tls",
                        "",
                        "reason",
                        "TLS_TOLD_BY_ADDRESS")
                : Finding.of(OUTBOUND_TLS_NO_ENCRYPTED_MAIL, domain);
    }

    private static List<Finding> findings(String domain, EnvelopeSeen envelope) {
        TlsSeen tls = envelope.tls();
        return switch (tls.encryption()) {
            case ENCRYPTED -> encrypted(domain, tls);
            case PLAINTEXT -> List.of(finding(OUTBOUND_TLS_PLAINTEXT, domain, tls));
            case NOT_SAID -> List.of(notKnown(domain, envelope));
        };
    }

    private static List<Finding> encrypted(String domain, TlsSeen tls) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(version(tls.version()), domain, tls));
        if (tls.cipher().filter(BrokenCipher::is).isPresent()) {
            findings.add(finding(OUTBOUND_TLS_CIPHER_BROKEN, domain, tls));
        }
        return findings;
    }

    private static FindingCode version(Optional<String> version) {
        if (version.isEmpty()) {
            return OUTBOUND_TLS_VERSION_NOT_WRITTEN_DOWN;
        }
        if (version.get().startsWith("SSL")) {
            return OUTBOUND_TLS_SSL;
        }
        return OLD.contains(version.get()) ? OUTBOUND_TLS_VERSION_OLD : OUTBOUND_TLS_USED;
    }

    private static Finding finding(FindingCode code, String domain, TlsSeen tls) {
        String written =
                Stream.of(tls.version(), tls.cipher())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return Finding.of(code, domain, "tls", written, "reason", toldBy(tls.from()));
    }

    private static String toldBy(String source) {
        if (source.equals(Known.Source.SESSION.name())) {
            return "TLS_SEEN_BY_US";
        }
        return source.equals(Known.Source.OPTION.name())
                ? "TLS_TOLD_BY_OPTION"
                : "TLS_TOLD_BY_RECEIVER";
    }

    private static Finding notKnown(String domain, EnvelopeSeen envelope) {
        String why = envelope.tls().from();
        FindingCode code =
                switch (why) {
                    case "RECEIVER_DOES_NOT_SAY" -> OUTBOUND_TLS_NOT_WRITTEN_DOWN;
                    case "RECEIVER_NOT_TRUSTED" -> OUTBOUND_TLS_RECEIVER_NOT_TRUSTED;
                    default -> OUTBOUND_TLS_NOT_KNOWN;
                };
        String receiver = envelope.by().or(envelope::topReceiver).orElse("?");
        boolean nameless = code == OUTBOUND_TLS_RECEIVER_NOT_TRUSTED && receiver.equals("?");
        return Finding.of(
                nameless ? OUTBOUND_TLS_NOT_KNOWN : code,
                domain,
                "receiver",
                receiver,
                "reason",
                why);
    }

    /** As the contract names it; {@code tls} has no value where it is not known. */
    private static Map<String, Object> evidence(EnvelopeSeen envelope) {
        TlsSeen tls = envelope.tls();
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("tls", encrypted(tls.encryption()));
        evidence.put("toldBy", tls.from());
        evidence.put("version", JsonNull.or(tls.version()));
        evidence.put("cipher", JsonNull.or(tls.cipher()));
        evidence.put("with", JsonNull.or(envelope.with()));
        evidence.put("by", JsonNull.or(envelope.by()));
        evidence.put("ip", JsonNull.or(envelope.clientIp().value()));
        evidence.put("helo", JsonNull.or(envelope.helo().value()));
        return evidence;
    }

    private static Object encrypted(Encryption encryption) {
        return switch (encryption) {
            case ENCRYPTED -> true;
            case PLAINTEXT -> false;
            case NOT_SAID -> JsonNull.NULL;
        };
    }
}

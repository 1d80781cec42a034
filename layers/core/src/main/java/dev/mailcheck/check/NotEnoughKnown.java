package dev.mailcheck.check;

import dev.mailcheck.message.Known;
import dev.mailcheck.probe.EnvelopeSeen;

import java.util.Arrays;

/**
 * What cannot be judged because it is not known how the mail came, with what the user can do about
 * it: name the receiver whose fields tell, or give the facts.
 */
final class NotEnoughKnown {
    private NotEnoughKnown() {}

    /**
     * Says so for one check.
     *
     * @param missing CLIENT_NOT_KNOWN, MAIL_FROM_NOT_KNOWN …
     */
    static Finding finding(CheckId check, String subject, String missing, EnvelopeSeen envelope) {
        return Finding.of(
                code(check, isReceiverAllThatIsMissing(envelope)),
                subject,
                "reason",
                missing,
                "receiver",
                envelope.topReceiver().orElse("?"));
    }

    private static boolean isReceiverAllThatIsMissing(EnvelopeSeen envelope) {
        return envelope.clientIp().from().equals(Known.Reason.RECEIVER_NOT_TRUSTED.name())
                && envelope.topReceiver().isPresent();
    }

    private static FindingCode code(CheckId check, boolean receiverSeen) {
        String name =
                check.prefix() + (receiverSeen ? "RECEIVER_NOT_TRUSTED" : "ENVELOPE_NOT_KNOWN");
        return Arrays.stream(FindingCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

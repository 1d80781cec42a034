package dev.mailcheck.check;

import dev.mailcheck.message.Known;
import dev.mailcheck.probe.EnvelopeSeen;

/**
 * Says of one check that it cannot judge because it is not known how the mail came, and what the
 * user can do about it: name the receiver whose fields tell, or give the facts.
 *
 * @param receiverNotTrusted the code where a receiver wrote a field, so that its name is all that
 *     is missing
 * @param envelopeNotKnown the code where nothing in the mail tells
 */
record NotEnoughKnown(FindingCode receiverNotTrusted, FindingCode envelopeNotKnown) {

    /**
     * The finding.
     *
     * @param missing CLIENT_NOT_KNOWN, MAIL_FROM_NOT_KNOWN …
     */
    Finding finding(String subject, String missing, EnvelopeSeen envelope) {
        return Finding.of(
                isReceiverAllThatIsMissing(envelope) ? receiverNotTrusted : envelopeNotKnown,
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
}

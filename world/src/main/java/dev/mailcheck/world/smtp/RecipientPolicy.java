package dev.mailcheck.world.smtp;

import java.util.Locale;
import java.util.Set;

/**
 * Decides on a recipient. Made to be combined: a policy may ask another one first.
 *
 * <pre>{@code
 * RecipientPolicy honest = RecipientPolicy.mailboxes(Set.of("sound.example"), Set.of("info"));
 * RecipientPolicy open = r -> SmtpReply.of(250, "2.1.5 Ok");
 * }</pre>
 */
@FunctionalInterface
public interface RecipientPolicy {
    /** Returns the reply to RCPT. */
    SmtpReply answer(Recipient recipient);

    /**
     * What RCPT is about.
     *
     * @param reversePath the path in MAIL, without angle brackets, empty for the null sender
     * @param forwardPath the path in RCPT, without angle brackets, otherwise as it came
     * @param tls whether the session is encrypted
     */
    record Recipient(String reversePath, String forwardPath, boolean tls) {
        /** Returns what follows the last at sign in lower case, or nothing. */
        public String domain() {
            int at = forwardPath.lastIndexOf('@');
            return at < 0 ? "" : forwardPath.substring(at + 1).toLowerCase(Locale.ROOT);
        }

        /** Returns what stands before the last at sign in lower case. */
        public String localPart() {
            int at = forwardPath.lastIndexOf('@');
            String local = at < 0 ? forwardPath : forwardPath.substring(0, at);
            return local.toLowerCase(Locale.ROOT);
        }

        /** Tells whether the path begins with a source route (RFC 5321, appendix C). */
        public boolean hasSourceRoute() {
            return forwardPath.startsWith("@");
        }
    }

    /**
     * Takes mail for some mailboxes and postmaster of some domains; refuses other mailboxes with
     * 5.1.1 and other domains with 5.7.1. This is the policy of a sound host.
     */
    static RecipientPolicy mailboxes(Set<String> domains, Set<String> users) {
        return recipient -> {
            String user = recipient.localPart();
            boolean known = user.equals("postmaster") || users.contains(user);
            if (recipient.domain().isEmpty() && user.equals("postmaster")) {
                return SmtpReply.of(250, "2.1.5 Ok");
            }
            if (!domains.contains(recipient.domain()) || recipient.hasSourceRoute()) {
                return SmtpReply.of(550, "5.7.1 Relaying denied");
            }
            return known
                    ? SmtpReply.of(250, "2.1.5 Ok")
                    : SmtpReply.of(550, "5.1.1 No such user here");
        };
    }

    /** Takes mail for anybody anywhere: an open relay. */
    static RecipientPolicy openRelay() {
        return recipient -> SmtpReply.of(250, "2.1.5 Ok");
    }

    /** Takes any local part of some domains and refuses other domains. */
    static RecipientPolicy catchAll(Set<String> domains) {
        return recipient ->
                domains.contains(recipient.domain()) && !recipient.hasSourceRoute()
                        ? SmtpReply.of(250, "2.1.5 Ok")
                        : SmtpReply.of(550, "5.7.1 Relaying denied");
    }

    /** Returns this policy, but with this reply for one local part. */
    default RecipientPolicy except(String localPart, SmtpReply reply) {
        return recipient -> recipient.localPart().equals(localPart) ? reply : answer(recipient);
    }
}

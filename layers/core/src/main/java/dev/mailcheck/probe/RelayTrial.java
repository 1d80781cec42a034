package dev.mailcheck.probe;

import dev.mailcheck.smtp.SmtpReply;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What became of the relay probe in one session. First the control: a sender of ours and a mailbox
 * that every domain has. Only a server that lets these two together in says anything about relaying
 * when it refuses what comes next.
 *
 * @param mail to the sender of the control
 * @param postmaster to the domain's postmaster from that sender
 * @param anybody to local parts that no mailbox has: whether the server takes any
 * @param attempts those that were sent, in order
 * @param leftOut those that were not: too many refusals, or the session had ended
 */
@Json
public record RelayTrial(
        Optional<SmtpReply> mail,
        Optional<SmtpReply> postmaster,
        List<AnyLocalPart> anybody,
        List<RelayAttempt> attempts,
        List<RelayForm> leftOut) {
    public RelayTrial {
        anybody = List.copyOf(anybody);
        attempts = List.copyOf(attempts);
        leftOut = List.copyOf(leftOut);
    }

    /** The reply to a recipient whom nobody can know. */
    @Json
    public record AnyLocalPart(Hop hop, SmtpReply reply) {}

    /** Whether the server took mail of ours for its own domain. */
    public boolean controlHolds() {
        return postmaster.filter(SmtpReply::positive).isPresent();
    }
}

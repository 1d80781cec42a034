package dev.mailcheck.probe;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Connection;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Dial;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.smtp.SmtpConversation;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.smtp.Transcript;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes to a mail server, lets a script talk to it, and comes back with what was seen: whatever
 * happens, it ends with QUIT where that can still be said.
 */
final class SmtpVisit {
    private final Doors doors;
    private final Deadline deadline;
    private final SmtpLimits limits;

    SmtpVisit(Doors doors, Deadline deadline, SmtpLimits limits) {
        this.doors = doors;
        this.deadline = deadline;
        this.limits = limits;
    }

    SmtpSession to(MailServer server, SmtpScript script) {
        return to(server, script, halfway -> {});
    }

    /**
     * The same.
     *
     * @param halfway is told the session as far as it went when a handshake is over
     */
    SmtpSession to(MailServer server, SmtpScript script, Consumer<SmtpSession> halfway) {
        Optional<InetAddress> address = IpLiteral.parse(server.address());
        if (address.isEmpty()) {
            return notConnected(server, ConnectFailure.UNREACHABLE);
        }
        return switch (doors.network().connect(address.get(), server.port(), deadline)) {
            case Dial.NotConnected(ConnectFailure reason) -> notConnected(server, reason);
            case Dial.Connected(Connection connection) -> talk(connection, server, script, halfway);
        };
    }

    private static SmtpSession notConnected(MailServer server, ConnectFailure reason) {
        return SmtpSession.notConnected(server.host(), server.address(), reason);
    }

    private SmtpSession talk(
            Connection connection,
            MailServer server,
            SmtpScript script,
            Consumer<SmtpSession> halfway) {
        Transcript transcript = new Transcript(doors.clock());
        SmtpNotes notes =
                new SmtpNotes(server, transcript, IpLiteral.text(connection.localAddress()));
        try (SmtpConversation conversation = new SmtpConversation(connection, limits, transcript)) {
            SmtpDialogue dialogue = new SmtpDialogue(conversation, notes, halfway);
            script.run(dialogue);
            dialogue.quit();
        }
        return script.afterwards(notes.session());
    }
}

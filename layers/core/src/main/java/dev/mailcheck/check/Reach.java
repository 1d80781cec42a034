package dev.mailcheck.check;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.smtp.SmtpTrouble;

import java.util.Optional;

/** Whether a mail server can be spoken to, seen from where we are (RFC 5321, section 3.1). */
sealed interface Reach {
    /** It greeted and took our EHLO or HELO. */
    record Answers() implements Reach {}

    /** It refuses connections, and that is not because of where we are. */
    record Refuses() implements Reach {}

    /** It says that it never takes mail (RFC 7504). */
    record TakesNoMail() implements Reach {}

    /** It cannot be said; the reason is a key of the reason words. */
    record NotKnown(String reason) implements Reach {}

    static Reach of(SmtpSession session, Vantage vantage) {
        Optional<String> obstacle = vantage.obstacle();
        if (obstacle.isPresent()) {
            return new NotKnown(obstacle.get());
        }
        if (session.notConnected().isPresent()) {
            return unconnected(session.notConnected().get(), session, vantage);
        }
        return session.greeting()
                .map(greeting -> greeted(greeting, session, vantage))
                .orElseGet(() -> new NotKnown("DEADLINE"));
    }

    private static Reach unconnected(ConnectFailure failure, SmtpSession session, Vantage vantage) {
        return switch (failure) {
            case REFUSED ->
                    vantage.excuseForSilence(session)
                            .<Reach>map(NotKnown::new)
                            .orElseGet(Refuses::new);
            case TIMEOUT, UNREACHABLE -> silent(failure.name(), session, vantage);
            case NOT_PUBLIC -> new NotKnown("NOT_PUBLIC");
        };
    }

    private static NotKnown silent(String reason, SmtpSession session, Vantage vantage) {
        return new NotKnown(vantage.excuseForSilence(session).orElse(reason));
    }

    private static Reach greeted(Greeting greeting, SmtpSession session, Vantage vantage) {
        return switch (greeting) {
            case READY -> session.welcomed() ? new Answers() : new NotKnown(unwelcome(session));
            case NO_MAIL_HERE -> new TakesNoMail();
            case CLOSING -> new NotKnown("BUSY");
            case TEMPORARY -> new NotKnown("DEFERRED");
            case REJECTED, PERMANENT -> new NotKnown("REJECTED_US");
            case SILENT ->
                    session.trouble().filter(t -> t == SmtpTrouble.DEADLINE).isPresent()
                            ? new NotKnown("DEADLINE")
                            : silent("NO_GREETING", session, vantage);
            case CLOSED -> silent("HUNG_UP", session, vantage);
            case GARBAGE -> new NotKnown("NOT_SMTP");
        };
    }

    /** A greeting that was no welcome: EHLO failed. */
    private static String unwelcome(SmtpSession session) {
        Optional<SmtpReply> reply =
                session.reply(SmtpStep.HELO).or(() -> session.reply(SmtpStep.EHLO));
        return session.trouble()
                .map(Reach::word)
                .or(() -> reply.map(r -> r.isTransient() ? "BUSY" : "EHLO_REFUSED"))
                .orElse("NOT_SMTP");
    }

    /** The reason word of what ended a session. */
    static String word(SmtpTrouble trouble) {
        return switch (trouble) {
            case TIMEOUT -> "NO_REPLY";
            case DEADLINE -> "DEADLINE";
            case CLOSED -> "HUNG_UP";
            case LINE_TOO_LONG, REPLY_TOO_LONG, NOT_SMTP, CODE_CHANGED -> "NOT_SMTP";
        };
    }
}

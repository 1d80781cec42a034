package dev.mailcheck.world.smtp;

import dev.mailcheck.world.smtp.RecipientPolicy.Recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sensible reply to each command of one session (RFC 5321, section 4.1.1). */
final class SmtpAnswers {
    private static final SmtpReply BAD_SEQUENCE = SmtpReply.of(503, "5.5.1 Bad sequence");
    private static final SmtpReply SYNTAX = SmtpReply.of(501, "5.5.4 Syntax error");
    private static final SmtpReply UNKNOWN = SmtpReply.of(502, "5.5.1 Command not implemented");

    private final SmtpHost host;
    private boolean refused;
    private boolean introduced;
    private Optional<String> reversePath = Optional.empty();

    SmtpAnswers(SmtpHost host) {
        this.host = host;
    }

    /** After a greeting that refuses, only QUIT is taken (RFC 5321, section 3.1). */
    void greeted(SmtpReply greeting) {
        refused = greeting.code() >= 500;
    }

    /** Forgets everything, as RFC 3207, section 4.2 wants it after STARTTLS. */
    void forget() {
        introduced = false;
        reversePath = Optional.empty();
    }

    SmtpReply to(SmtpStage stage, SmtpCommand command, boolean encrypted) {
        if (refused && stage != SmtpStage.QUIT) {
            return BAD_SEQUENCE;
        }
        return switch (stage) {
            case EHLO, EHLO_OVER_TLS -> ehlo(encrypted);
            case HELO -> helo();
            case STARTTLS -> startTls(encrypted);
            case MAIL -> mail(command);
            case RCPT -> recipient(command, encrypted);
            case DATA -> SmtpReply.of(554, "5.5.1 No mail is taken here");
            case VRFY -> SmtpReply.of(252, "2.5.0 Cannot verify, but will take mail for it");
            case NOOP -> SmtpReply.of(250, "2.0.0 Ok");
            case RSET -> reset();
            case QUIT -> SmtpReply.of(221, "2.0.0 Bye");
            case CONNECT, OTHER -> UNKNOWN;
        };
    }

    private SmtpReply ehlo(boolean encrypted) {
        introduced = true;
        List<String> lines = new ArrayList<>(List.of(host.name()));
        lines.addAll(host.features());
        boolean offered = !(host.startTls() instanceof StartTls.NotOffered);
        if (offered && !encrypted) {
            lines.add("STARTTLS");
        }
        return new SmtpReply(250, lines);
    }

    private SmtpReply helo() {
        introduced = true;
        return SmtpReply.of(250, host.name());
    }

    private SmtpReply startTls(boolean encrypted) {
        return switch (host.startTls()) {
            case StartTls.NotOffered n -> UNKNOWN;
            case StartTls.Offered o -> startTlsNow(encrypted);
            case StartTls.Scripted s -> startTlsNow(encrypted);
        };
    }

    private static SmtpReply startTlsNow(boolean encrypted) {
        return encrypted ? BAD_SEQUENCE : SmtpReply.of(220, "2.0.0 Ready to start TLS");
    }

    private SmtpReply mail(SmtpCommand command) {
        Optional<String> path = command.path("FROM:");
        if (!introduced || reversePath.isPresent()) {
            return BAD_SEQUENCE;
        }
        reversePath = path;
        return path.isPresent() ? SmtpReply.of(250, "2.1.0 Ok") : SYNTAX;
    }

    private SmtpReply recipient(SmtpCommand command, boolean encrypted) {
        Optional<String> path = command.path("TO:");
        if (reversePath.isEmpty()) {
            return BAD_SEQUENCE;
        }
        return path.map(p -> new Recipient(reversePath.get(), p, encrypted))
                .map(host.recipients()::answer)
                .orElse(SYNTAX);
    }

    private SmtpReply reset() {
        reversePath = Optional.empty();
        return SmtpReply.of(250, "2.0.0 Ok");
    }
}

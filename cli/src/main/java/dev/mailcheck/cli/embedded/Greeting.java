package dev.mailcheck.cli.embedded;

import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLSocket;

/**
 * Our answer to EHLO. The library's own offers CHUNKING, but refuses an empty last chunk, and
 * SMTPUTF8, whose addresses we could not answer; it also goes on to offer STARTTLS over TLS.
 */
final class Greeting extends BaseCommand {
    Greeting() {
        super("EHLO", "Introduce yourself.", "<hostname>");
    }

    @Override
    public void execute(String command, Session session) throws IOException {
        String[] arguments = getArgs(command);
        if (arguments.length < 2) {
            session.sendResponse("501 5.5.4 Syntax: EHLO hostname");
            return;
        }
        session.resetMailTransaction();
        session.setHelo(arguments[1]);
        List<String> lines = new ArrayList<>();
        lines.add(session.getServer().getHostName());
        lines.add("8BITMIME");
        lines.add("ENHANCEDSTATUSCODES");
        lines.add("SIZE " + MailIntake.MAX_MAIL);
        if (!(session.getSocket() instanceof SSLSocket)) {
            lines.add("STARTTLS");
        }
        session.sendResponse(String.join("\r\n", marked(lines)));
    }

    private static List<String> marked(List<String> lines) {
        List<String> marked = new ArrayList<>();
        lines.forEach(line -> marked.add("250-" + line));
        marked.set(marked.size() - 1, "250 " + lines.getLast());
        return marked;
    }
}

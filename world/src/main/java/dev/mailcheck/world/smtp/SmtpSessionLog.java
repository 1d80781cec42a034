package dev.mailcheck.world.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One session as the host saw it. */
public final class SmtpSessionLog {
    private final List<String> commands = new ArrayList<>();
    private String tlsVersion = "";
    private String cipherSuite = "";
    private boolean endedByHost;

    /** Returns the command lines, without CRLF, in and outside TLS. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Tells whether there was a command with this verb. */
    public boolean saw(String verb) {
        return commands().stream().anyMatch(line -> line.toUpperCase(Locale.ROOT).startsWith(verb));
    }

    /** Returns the TLS version, such as {@code TLSv1.3}, or nothing. */
    public synchronized String tlsVersion() {
        return tlsVersion;
    }

    /** Returns the cipher suite, or nothing. */
    public synchronized String cipherSuite() {
        return cipherSuite;
    }

    /** Tells whether the host hung up, so that no QUIT could be sent. */
    public synchronized boolean endedByHost() {
        return endedByHost;
    }

    /** Tells whether the last thing said was STARTTLS. */
    public boolean endedInHandshake() {
        List<String> said = commands();
        return !said.isEmpty() && said.getLast().equalsIgnoreCase("STARTTLS");
    }

    synchronized void command(String line) {
        commands.add(line);
    }

    synchronized void tls(String version, String suite) {
        tlsVersion = version;
        cipherSuite = suite;
    }

    synchronized void hostEnds() {
        endedByHost = true;
    }
}

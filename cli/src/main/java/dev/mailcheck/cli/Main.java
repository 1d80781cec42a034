package dev.mailcheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;

/** The command as the launcher starts it. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code (contract.md, section 1). */
    public static void main(String[] arguments) {
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        Environment environment =
                new Environment(
                        System.in,
                        utf8(out),
                        utf8(new FileOutputStream(FileDescriptor.err)),
                        isTerminal("mailcheck.out"),
                        isTerminal("mailcheck.err"),
                        System.getenv(),
                        Clock.systemUTC(),
                        new SecureRandom());
        int code = new Program(environment).run(arguments);
        environment.out().flush();
        if (out.lost()) {
            environment.err().println("mailcheck: cannot write to standard output (disk full?)");
            code = ExitCode.USAGE;
        }
        environment.err().flush();
        System.exit(code);
    }

    /** Reports hold Japanese whatever the locale says, and terminals of today read UTF-8. */
    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /** The launcher says what is a terminal; started without it, there is no colour. */
    private static boolean isTerminal(String property) {
        return "terminal".equals(System.getProperty(property));
    }
}

package dev.mailcheck.cli;

import dev.mailcheck.message.Oddity;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.probe.ReceivedMail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** The file of one mail, as people save mails; what holds none is said in one line. */
final class MailFile {
    private static final String STANDARD_INPUT = "-";

    /** A larger one is too large in any case. */
    private static final int MOST = TooComplex.Limit.MAIL_BYTES.value() + 1;

    private final Environment environment;

    MailFile(Environment environment) {
        this.environment = environment;
    }

    /** The bytes of a mail. */
    byte[] read(String name) throws UsageException {
        byte[] bytes = bytes(name);
        if (bytes.length == 0) {
            throw new UsageException(shown(name) + " is empty");
        }
        return bytes;
    }

    private byte[] bytes(String name) throws UsageException {
        if (!name.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(name))) {
            throw new UsageException(shown(name) + " is a folder, not a mail");
        }
        try (InputStream in =
                name.equals(STANDARD_INPUT)
                        ? environment.in()
                        : Files.newInputStream(Path.of(name))) {
            return in.readNBytes(MOST);
        } catch (NoSuchFileException missing) {
            throw new UsageException("there is no file " + Values.shown(name));
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + shown(name));
        }
    }

    /** Refuses what is no mail, and tells what is odd about the file. */
    void inspect(String name, ReceivedMail mail) throws UsageException {
        switch (mail.reading()) {
            case TooComplex tooComplex -> {}
            case RawMail raw -> inspect(name, raw.oddities());
        }
    }

    private void inspect(String name, Set<Oddity> oddities) throws UsageException {
        if (oddities.contains(Oddity.OUTLOOK_MSG_FILE)) {
            throw new UsageException(
                    shown(name)
                            + " is in Outlook's own form (.msg), which does not hold the mail as it"
                            + " was sent; get it from the server, or from a program that saves"
                            + " .eml");
        }
        if (oddities.contains(Oddity.UTF_16_TEXT)) {
            throw new UsageException(
                    shown(name)
                            + " is UTF-16 text, as an editor saved it; save the mail itself"
                            + " (.eml)");
        }
        if (oddities.contains(Oddity.NO_HEADER)) {
            throw new UsageException(
                    shown(name)
                            + " is no mail: it does not begin with header fields such as From:");
        }
        if (oddities.contains(Oddity.MBOX_HOLDS_MORE_MAILS)) {
            environment
                    .err()
                    .println(
                            "mailcheck: "
                                    + shown(name)
                                    + " holds more than one mail; only the first is analysed");
        }
    }

    private static String shown(String name) {
        return name.equals(STANDARD_INPUT) ? "standard input" : Values.shown(name);
    }
}

package dev.mailcheck.cli;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first lines of the service: where it is, and what is still to be done.
 *
 * @param data where results are kept
 * @param shut nobody may ask for a check yet
 * @param smtp where test mails are received, if they are
 * @param sampleAnswers where answers of the sample world are put
 */
record Announcement(
        ServeSettings settings,
        URI address,
        Path data,
        boolean shut,
        boolean inSlack,
        Optional<InetSocketAddress> smtp,
        Optional<Path> sampleAnswers) {

    void to(PrintStream err) {
        err.println("mailcheck: open " + address + "/ in a browser; Ctrl-C ends the service");
        if (inSlack) {
            err.println("mailcheck: connected to Slack; type /mailcheck example.com there");
        }
        if (settings.demo()) {
            err.println("mailcheck: this is the sample world; nothing is kept");
        } else {
            err.println("mailcheck: results are kept in " + data);
            keys(err);
        }
        if (smtp.isPresent() && settings.mail().isPresent()) {
            mail(settings.mail().get(), ListenAddress.shown(smtp.get()), err);
        }
    }

    private void keys(PrintStream err) {
        if (shut) {
            err.println(
                    "mailcheck: nobody can ask for a check yet: make an API key with"
                            + " \"mailcheck serve --new-key NAME --data "
                            + data
                            + "\", or let everybody ask with --open");
        }
    }

    private void mail(MailDoorSettings wanted, String smtp, PrintStream err) {
        String to = wanted.addresses().plain();
        if (sampleAnswers.isPresent()) {
            sampleMail(to, smtp, sampleAnswers.get(), err);
            return;
        }
        err.println("mailcheck: test mails to " + to + " are received on " + smtp);
        if (wanted.smartHost().isEmpty()) {
            err.println(
                    "mailcheck: no mail is answered by mail without --smarthost HOST:PORT;"
                            + " one-time addresses work");
        }
    }

    /** A line to copy, and where its answer appears. */
    private static void sampleMail(String to, String smtp, Path answers, PrintStream err) {
        err.println("mailcheck: a test mail, as a host of the sample world sends it:");
        err.println(
                "  printf 'From: you@sound.example\\r\\nTo: "
                        + to
                        + "\\r\\nSubject: test\\r\\n\\r\\nhello\\r\\n' | curl -sS -T -"
                        + " --mail-from you@sound.example --mail-rcpt "
                        + to
                        + " smtp://"
                        + smtp
                        + "/mx1.sound.example");
        err.println(
                "mailcheck: its answer is put into "
                        + answers
                        + "; for a page that fills, get an address on the start page, and write it"
                        + " into both places of that line");
    }
}

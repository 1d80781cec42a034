package dev.mailcheck.cli;

import dev.mailcheck.answer.AnswerRules;
import dev.mailcheck.answer.Arrival;
import dev.mailcheck.cli.embedded.DirectoryMails;
import dev.mailcheck.cli.embedded.LargeMails;
import dev.mailcheck.cli.embedded.Looking;
import dev.mailcheck.cli.embedded.MailIntake;
import dev.mailcheck.cli.embedded.MailReception;
import dev.mailcheck.cli.embedded.MailWork;
import dev.mailcheck.cli.embedded.Outbox;
import dev.mailcheck.cli.embedded.ReplyDelivery;
import dev.mailcheck.cli.embedded.ReplyFolder;
import dev.mailcheck.cli.embedded.ReplyRoad;
import dev.mailcheck.cli.embedded.ServerKey;
import dev.mailcheck.cli.embedded.ServiceRuns;
import dev.mailcheck.cli.embedded.SmartHost;
import dev.mailcheck.cli.embedded.SmtpDoor;
import dev.mailcheck.service.AnswerDesk;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.MailQuotas;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.SilenceCounts;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

/** The parts behind the mail door, put together: receiver, desk, answers and their way out. */
final class MailDoor implements AutoCloseable {
    /** While this file is there no mail is answered. */
    private static final String STOP = "no-answers";

    private static final String MAILS = "mails";
    private static final String OUTBOX = "outbox";
    private static final String HANDED_OVER = "answers";

    private final Environment environment;
    private final MailDoorSettings settings;
    private final Path data;
    private final boolean demo;
    private final Faults faults;
    private final DirectoryMails mails;
    private final MailQuotas quotas;
    private final Outbox outbox;
    private final ReplyDelivery delivery;
    private final LargeMails large = LargeMails.ofThisProcess();
    private final MailDesk desk;
    private final AnswerDesk answers;
    private final MailWork work;

    /**
     * @param starter starts the runs of mails
     * @param base where links of answers lead
     */
    MailDoor(
            Environment environment,
            MailDoorSettings settings,
            ServicePlace place,
            Looking looking,
            Stores stores,
            CheckStarter starter,
            Supplier<URI> base,
            Faults faults) {
        this.environment = environment;
        this.settings = settings;
        this.data = place.data();
        this.demo = place.world().isPresent();
        this.faults = faults;
        Clock clock = environment.clock();
        this.mails = new DirectoryMails(data.resolve(MAILS));
        this.quotas = new MailQuotas(stores.counters(), stores.claims(), clock);
        this.outbox = new Outbox(data.resolve(OUTBOX), stores.claims(), clock);
        SilenceCounts counts = new SilenceCounts(stores.counters(), clock);
        this.delivery = new ReplyDelivery(outbox, road(looking), counts, clock, faults);
        this.desk =
                new MailDesk(
                        stores,
                        mails,
                        settings.addresses(),
                        starter,
                        Periods.DEFAULT,
                        clock,
                        environment.random(),
                        Jsonb.instance());
        this.answers =
                new AnswerDesk(
                        desk,
                        stores,
                        new AnswerRules(this::isOff, settings.answerOnly()),
                        quotas,
                        counts,
                        base,
                        clock,
                        Jsonb.instance());
        this.work =
                new MailWork(looking, desk, answers, outbox, delivery::soon, large, mails::size);
        delivery.begin();
    }

    private ReplyRoad road(Looking looking) {
        String name = settings.addresses().domain();
        return settings.smartHost()
                .<ReplyRoad>map(host ->
                        new SmartHost(host, name, settings.login(), looking.surroundings().trust()))
                .orElseGet(() -> new ReplyFolder(data.resolve(HANDED_OVER)));
    }

    /** Without a mail server nobody could deliver an answer; in the sample world a folder can. */
    private boolean isOff() {
        return settings.noAnswers()
                || (settings.smartHost().isEmpty() && !demo)
                || Files.exists(data.resolve(STOP));
    }

    MailDesk desk() {
        return desk;
    }

    MailWork work() {
        return work;
    }

    /** Opens the receiver; nothing is received before. */
    SmtpDoor open(ServiceRuns runs, UnaryOperator<Arrival> seenAs) throws UsageException {
        MailReception reception =
                new MailReception(
                        desk,
                        answers,
                        quotas,
                        mail -> work.authentication(mail, runs.threads()),
                        seenAs,
                        faults::told);
        SSLContext tls = key().context();
        try {
            return open(settings.listen(), tls, reception);
        } catch (IOException taken) {
            if (demo) {
                return openAnywhere(tls, reception);
            }
            throw new UsageException(
                    ServeOption.SMTP.word()
                            + ": cannot listen on "
                            + ListenAddress.shown(settings.listen())
                            + " ("
                            + taken.getMessage()
                            + "); another mail server may be there, and ports below 1024 need"
                            + " the right to them");
        }
    }

    private SmtpDoor open(InetSocketAddress listen, SSLContext tls, MailReception reception)
            throws IOException {
        return SmtpDoor.open(
                listen,
                settings.addresses().domain(),
                tls,
                new MailIntake(data.resolve(MAILS), large, faults::told),
                reception,
                SmtpDoor.Bounds.DEFAULT,
                environment.clock());
    }

    /** A first look should not fail for a port; the line to copy names the one that was free. */
    private SmtpDoor openAnywhere(SSLContext tls, MailReception reception) {
        try {
            return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls, reception);
        } catch (IOException noPortAtAll) {
            throw new UncheckedIOException(noPortAtAll);
        }
    }

    private ServerKey key() throws UsageException {
        Optional<MailDoorSettings.Certificate> given = settings.certificate();
        try {
            return given.isPresent()
                    ? ServerKey.read(given.get().certificates(), given.get().key())
                    : ServerKey.kept(
                            data, settings.addresses().domain(), environment.clock().instant());
        } catch (ServerKey.Unusable unusable) {
            throw new UsageException(
                    (given.isPresent() ? ServeOption.TLS_CERT : ServeOption.DATA).word()
                            + ": "
                            + unusable.getMessage());
        }
    }

    /** Removes mails whose days are over. */
    void sweep() throws IOException {
        mails.removeOlderThan(environment.clock().instant().minus(settings.kept()));
    }

    /** How many mails are kept as they came. */
    long mailsTaken() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(MAILS))) {
            return files.count();
        }
    }

    /** Where the sample world's answers are put. */
    Path answersFolder() {
        return data.resolve(HANDED_OVER);
    }

    @Override
    public void close() {
        delivery.close();
    }
}

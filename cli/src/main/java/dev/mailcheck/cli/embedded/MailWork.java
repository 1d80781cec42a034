package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.Authentication;
import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.run.MailAnalysis;
import dev.mailcheck.run.Progress;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.service.AnswerDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.store.StoredRun;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.ToLongFunction;

/**
 * The run of a mail: it is analysed together with its author's domain, and answered if that was
 * decided.
 */
public final class MailWork {
    private static final TrustedReceivers NOBODY = new TrustedReceivers(List.of());
    private static final Duration WHILE_SENDER_WAITS = Duration.ofSeconds(20);

    private final Looking looking;
    private final MailDesk desk;
    private final AnswerDesk answers;
    private final Outbox outbox;
    private final Runnable isPut;
    private final LargeMails large;
    private final ToLongFunction<String> sizes;
    private final SignatureCrypto crypto = SignatureCrypto.forManyMails();

    /**
     * @param isPut is told when an answer waits in the outbox
     * @param sizes the size of the mail of a run, in bytes
     */
    public MailWork(
            Looking looking,
            MailDesk desk,
            AnswerDesk answers,
            Outbox outbox,
            Runnable isPut,
            LargeMails large,
            ToLongFunction<String> sizes) {
        this.looking = looking;
        this.desk = desk;
        this.answers = answers;
        this.outbox = outbox;
        this.isPut = isPut;
        this.large = large;
        this.sizes = sizes;
    }

    /** Who is behind a mail, as far as it is known before its sender loses patience. */
    public Optional<Authentication> authentication(ReceivedMail mail, ExecutorService threads) {
        try (SharedDoors shared = SharedDoors.open(looking.surroundings())) {
            return Authentication.of(
                    analysis(shared, WHILE_SENDER_WAITS, false)
                            .authenticate(
                                    mail,
                                    looking.options(),
                                    looking.zone(),
                                    looking.surroundings().clock().instant(),
                                    threads));
        }
    }

    /**
     * Looks at the mail of a run and at its author's domain.
     *
     * @throws IllegalStateException where the mail is there no longer
     */
    Seen observe(
            StoredRun run,
            SharedDoors shared,
            Instant at,
            ExecutorService threads,
            Progress progress) {
        return large.with(
                sizes.applyAsLong(run.key()), () -> observeNow(run, shared, at, threads, progress));
    }

    private Seen observeNow(
            StoredRun run,
            SharedDoors shared,
            Instant at,
            ExecutorService threads,
            Progress progress) {
        ReceivedMail mail = ReceivedMail.read(bytes(run), arrival(run).given(), NOBODY);
        return analysis(shared, looking.budget(), true)
                .observe(mail, looking.options(), looking.zone(), at, threads, progress);
    }

    private MailAnalysis analysis(SharedDoors shared, Duration budget, boolean full) {
        return new MailAnalysis(looking.surroundings(), shared, crypto, List.of(), budget, full);
    }

    private byte[] bytes(StoredRun run) {
        return desk.mail(run.key())
                .orElseThrow(() -> new IllegalStateException("the mail of a run is gone"));
    }

    private Arrival arrival(StoredRun run) {
        return desk.arrival(run.key())
                .orElseThrow(() -> new IllegalStateException("the envelope of a run is gone"));
    }

    /** Answers, where that is decided; a mail to a one-time address is decided upon here. */
    void answer(StoredRun run, Seen seen) {
        large.with(sizes.applyAsLong(run.key()), () -> answerNow(run, seen))
                .ifPresent(mail -> {
                    outbox.put(mail);
                    isPut.run();
                });
    }

    private Optional<OutgoingMail> answerNow(StoredRun run, Seen seen) {
        answers.decide(run, arrival(run), bytes(run), Authentication.of(seen.observations()));
        return answers.answer(run);
    }
}

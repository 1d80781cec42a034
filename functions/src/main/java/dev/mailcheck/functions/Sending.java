package dev.mailcheck.functions;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;

import software.amazon.awssdk.services.ses.model.LimitExceededException;
import software.amazon.awssdk.services.ses.model.SesException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * An answer is handed over once. Whoever sends says so before and after; where somebody died
 * between, SES itself tells soon whether it has the mail, and only after a while without a word it
 * is sent again.
 */
final class Sending {
    /** So long SES may need to tell that it has a mail. */
    static final Duration DOUBT = Duration.ofSeconds(150);

    private static final String SENT = "SENT";
    private static final String NOT_TAKEN = "NOT_TAKEN";

    private final Claims claims;
    private final BiConsumer<OutgoingMail, Way> office;
    private final Clock clock;
    private final RandomGenerator random;

    Sending(
            Claims claims,
            BiConsumer<OutgoingMail, Way> office,
            Clock clock,
            RandomGenerator random) {
        this.claims = claims;
        this.office = office;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Sends the answer of a run this way, unless it was sent.
     *
     * @param answer empty where there is none any more
     * @throws AnswerInDoubt where it may have been sent a moment ago
     * @throws AnswerRefused where it never will be
     */
    void once(StoredRun run, Way way, Supplier<Optional<OutgoingMail>> answer) {
        String mine = clock.millis() + " " + Secret.random(random).text();
        String holder = claims.claim(key(run, way), mine, run.expiresAt());
        if (holder.equals(SENT)) {
            return;
        }
        if (!holder.equals(mine)) {
            takeOver(run, way, holder, mine);
        }
        OutgoingMail mail = answer.get().orElseThrow(() -> new AnswerRefused("there is no answer"));
        send(run, way, mail);
        sent(run, way);
    }

    private void takeOver(StoredRun run, Way way, String holder, String mine) {
        if (!holder.equals(NOT_TAKEN) && since(holder).compareTo(DOUBT) < 0) {
            throw new AnswerInDoubt();
        }
        claims.replace(key(run, way), mine, run.expiresAt());
    }

    private Duration since(String holder) {
        long began = Long.parseLong(holder.split(" ", 2)[0]);
        return Duration.between(Instant.ofEpochMilli(began), clock.instant());
    }

    private void send(StoredRun run, Way way, OutgoingMail mail) {
        try {
            office.accept(mail, way);
        } catch (SesException said) {
            if (said.statusCode() < 500) {
                claims.replace(key(run, way), NOT_TAKEN, run.expiresAt());
            }
            throw isForGood(said) ? new AnswerRefused(said.getClass().getSimpleName()) : said;
        }
    }

    private static boolean isForGood(SesException said) {
        return said.statusCode() < 500
                && !said.isThrottlingException()
                && !(said instanceof LimitExceededException);
    }

    /** It is known that it was sent. */
    void sent(StoredRun run, Way way) {
        claims.replace(key(run, way), SENT, run.expiresAt());
    }

    private static String key(StoredRun run, Way way) {
        return "mail-sent/" + run.key() + "/" + way;
    }
}

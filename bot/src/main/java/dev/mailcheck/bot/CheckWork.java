package dev.mailcheck.bot;

import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.MailMessage;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Has checks begin for those who asked in Slack, within their quotas. */
final class CheckWork {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final CheckDesk desk;
    private final Results results;
    private final SlackQuotas quotas;
    private final Audience audience;
    private final Waiting waiting;
    private final Teller teller;
    private final TestMails mails;
    private final SlackWeb web;
    private final Clock clock;

    CheckWork(
            CheckDesk desk,
            Results results,
            SlackQuotas quotas,
            Audience audience,
            Waiting waiting,
            Teller teller,
            TestMails mails,
            SlackWeb web,
            Clock clock) {
        this.desk = desk;
        this.results = results;
        this.quotas = quotas;
        this.audience = audience;
        this.waiting = waiting;
        this.teller = teller;
        this.mails = mails;
        this.web = web;
        this.clock = clock;
    }

    /** Those of a command; whoever asked was told that they begin. */
    void checks(Order.Checks order) {
        Optional<String> busy =
                quotas.take(order.visit().person(), order.asked().size(), Say.in(order.language()));
        if (busy.isPresent()) {
            web.respond(order.visit().responseUrl(), Answer.inPlace(Message.of(busy.get())));
            return;
        }
        Watcher.Place place =
                order.asked().size() == 1
                        ? Watcher.Place.AFTER_COMMAND
                        : Watcher.Place.ONE_OF_SEVERAL;
        for (Order.Asked each : order.asked()) {
            Taken taken =
                    taken(order, new Secret(each.check()), new Domain(each.domain()), false, place);
            if (Teller.hasEnded(taken.run())) {
                teller.tell(taken.watcher(), taken.run());
            }
        }
    }

    /** A check that runs again, for one who asks on the message of the last one. */
    Message again(Order.Press press, Domain domain, Watcher.Place place) {
        Say say = Say.in(press.language());
        Visit visit = press.visit();
        return quotas.take(visit.person(), 1, say)
                .map(Message::of)
                .orElseGet(() -> {
                    Secret id = new Secret(press.next());
                    Taken taken = taken(press, id, domain, true, place);
                    return end(taken)
                            .orElseGet(() ->
                                    RunningMessage.of(
                                            taken.run(), new CheckButtons(id, visit.base()), say));
                });
    }

    private Optional<Message> end(Taken taken) {
        return Teller.hasEnded(taken.run())
                ? teller.taken(taken.watcher(), taken.run())
                : Optional.empty();
    }

    /** A check that was taken, and its run as it is now. */
    private record Taken(Watcher watcher, StoredRun run) {}

    /**
     * The run may end before anybody waits for it, so it is looked at once more afterwards: who
     * comes first tells.
     */
    private Taken taken(Order order, Secret id, Domain domain, boolean fresh, Watcher.Place place) {
        CheckDesk.Accepted accepted = desk.accept(id, domain, order.language(), fresh);
        StoredCheck check = accepted.check();
        audience.asked(check.id(), order.visit().person(), check.expiresAt());
        Watcher watcher = Watcher.of(order, id, accepted.run().key(), domain.name(), place, clock);
        waiting.add(watcher, accepted.run());
        return new Taken(watcher, results.run(accepted.run().key()).orElse(accepted.run()));
    }

    /** Addresses for a test mail. */
    void mail(Order order) {
        Say say = Say.in(order.language());
        Message message =
                quotas.take(order.visit().person(), 1, say)
                        .map(Message::of)
                        .or(() ->
                                mails.open(order.language(), order.visit().base())
                                        .map(open -> opened(open, order, say)))
                        .orElseGet(() -> Message.of(say.of("mail.none")));
        web.respond(order.visit().responseUrl(), Answer.aside(message));
    }

    private Message opened(TestMails.Addresses open, Order order, Say say) {
        audience.asked(
                open.id().hashed(),
                order.visit().person(),
                open.expiresAt().plus(Periods.DEFAULT.kept()));
        waiting.addForMail(
                Watcher.of(order, open.id(), "", "", Watcher.Place.ONE_OF_SEVERAL, clock),
                open.expiresAt());
        return MailMessage.of(
                open.any(), open.tlsOnly(), open.page(), UNTIL.format(open.expiresAt()), say);
    }
}

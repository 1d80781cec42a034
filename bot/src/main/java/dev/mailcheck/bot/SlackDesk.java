package dev.mailcheck.bot;

import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.HelpMessage;
import dev.mailcheck.bot.message.MailMessage;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.DomainInput;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.StoredRun;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes what is asked in Slack, and says at once what there is to say. */
public final class SlackDesk {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final CheckDesk desk;
    private final Results results;
    private final SlackQuotas quotas;
    private final Audience audience;
    private final Waiting waiting;
    private final Teller teller;
    private final TestMails mails;
    private final Language usual;
    private final Clock clock;

    SlackDesk(
            CheckDesk desk,
            Results results,
            SlackQuotas quotas,
            Audience audience,
            Waiting waiting,
            Teller teller,
            TestMails mails,
            Language usual,
            Clock clock) {
        this.desk = desk;
        this.results = results;
        this.quotas = quotas;
        this.audience = audience;
        this.waiting = waiting;
        this.teller = teller;
        this.mails = mails;
        this.usual = usual;
        this.clock = clock;
    }

    /**
     * A command.
     *
     * @param name of it, with its slash
     * @param text what was typed behind it
     */
    public Message command(Visit visit, String name, String text) {
        CommandText read = CommandText.read(text, usual);
        Say say = Say.in(read.language());
        return switch (read) {
            case CommandText.Help help -> HelpMessage.of(name, CommandText.MOST, say);
            case CommandText.Mail mail -> mail(visit, say);
            case CommandText.Domains(Language language, List<DomainInput.Accepted> domains) ->
                    checks(visit, domains, say);
            case CommandText.NoDomain(Language language, DomainInput.Rejected why) ->
                    mistake(
                            visit,
                            say.of(
                                    "bad.input",
                                    Map.of(
                                            "shown", why.shown(),
                                            "problem", say.noDomain(why.problem().name()))),
                            say);
            case CommandText.Mention mention -> mistake(visit, say.of("bad.mention"), say);
            case CommandText.TooMany(Language language, int count) ->
                    mistake(
                            visit,
                            say.of(
                                    "bad.several",
                                    Map.of(
                                            "count", String.valueOf(count),
                                            "most", String.valueOf(CommandText.MOST))),
                            say);
        };
    }

    private Message mistake(Visit visit, String what, Say say) {
        quotas.mistake(visit.person());
        return Message.of(what, say.of("example"));
    }

    private Message checks(Visit visit, List<DomainInput.Accepted> domains, Say say) {
        Optional<String> busy = quotas.take(visit.person(), domains.size(), say);
        if (busy.isPresent()) {
            return Message.of(busy.get());
        }
        return domains.size() == 1
                ? single(visit, domains.getFirst(), say)
                : several(visit, domains, say);
    }

    private Message single(Visit visit, DomainInput.Accepted domain, Say say) {
        Optional<String> note = domain.note().map(from -> say.of("note." + from.name()));
        return shown(visit, domain.domain(), false, Watcher.Place.AFTER_COMMAND, note, say);
    }

    private Message several(Visit visit, List<DomainInput.Accepted> domains, Say say) {
        for (DomainInput.Accepted each : domains) {
            Optional<Taken> taken =
                    taken(
                            visit,
                            each.domain(),
                            false,
                            Watcher.Place.ONE_OF_SEVERAL,
                            say.language());
            if (taken.isEmpty()) {
                return Message.of(say.of("unavailable"));
            }
            if (Teller.hasEnded(taken.get().run())) {
                teller.tell(taken.get().watcher(), taken.get().run());
            }
        }
        String names =
                domains.stream()
                        .map(each -> each.domain().name())
                        .collect(Collectors.joining(", "));
        return Message.of(say.of("running.several", Map.of("domains", names)));
    }

    /** A check that was taken, and its run as it is now. */
    private record Taken(CheckDesk.Accepted accepted, Watcher watcher, StoredRun run) {}

    private Message shown(
            Visit visit,
            Domain domain,
            boolean fresh,
            Watcher.Place place,
            Optional<String> note,
            Say say) {
        return taken(visit, domain, fresh, place, say.language())
                .map(taken ->
                        end(taken)
                                .orElseGet(() ->
                                        RunningMessage.of(
                                                taken.run(),
                                                new CheckButtons(
                                                        taken.accepted().id(), visit.base()),
                                                note,
                                                say)))
                .orElseGet(() -> Message.of(say.of("unavailable")));
    }

    private Optional<Message> end(Taken taken) {
        return Teller.hasEnded(taken.run())
                ? teller.taken(taken.watcher(), taken.run())
                : Optional.empty();
    }

    /** A check that runs again, for one who asks on the message of the last one. */
    Message again(Visit visit, Domain domain, Watcher.Place place, Say say) {
        return quotas.take(visit.person(), 1, say)
                .map(Message::of)
                .orElseGet(() -> shown(visit, domain, true, place, Optional.empty(), say));
    }

    /**
     * The run may end before anybody waits for it, so it is looked at once more afterwards: who
     * comes first tells.
     */
    private Optional<Taken> taken(
            Visit visit, Domain domain, boolean fresh, Watcher.Place place, Language language) {
        try {
            CheckDesk.Accepted accepted = desk.accept(domain, language, fresh);
            audience.asked(accepted.check().id(), visit.person(), accepted.check().expiresAt());
            Watcher watcher =
                    watcher(
                            visit,
                            accepted.id(),
                            accepted.run().key(),
                            domain.name(),
                            language,
                            place);
            waiting.add(watcher, accepted.run());
            StoredRun now = results.run(accepted.run().key()).orElse(accepted.run());
            return Optional.of(new Taken(accepted, watcher, now));
        } catch (StoreException down) {
            throw down;
        } catch (RuntimeException notStarted) {
            return Optional.empty();
        }
    }

    private Watcher watcher(
            Visit visit,
            Secret id,
            String run,
            String domain,
            Language language,
            Watcher.Place place) {
        return new Watcher(
                run,
                id.text(),
                domain,
                language.word(),
                visit.person().team(),
                visit.person().user(),
                visit.person().channel(),
                visit.responseUrl(),
                place,
                visit.base().map(URI::toString).orElse(""),
                clock.millis());
    }

    Message mail(Visit visit, Say say) {
        Optional<String> busy = quotas.take(visit.person(), 1, say);
        if (busy.isPresent()) {
            return Message.of(busy.get());
        }
        return mails.open(say.language(), visit.base())
                .map(open -> opened(open, visit, say))
                .orElseGet(() -> Message.of(say.of("mail.none")));
    }

    private Message opened(TestMails.Addresses open, Visit visit, Say say) {
        Hashed id = open.id().hashed();
        audience.asked(id, visit.person(), open.expiresAt().plus(Periods.DEFAULT.kept()));
        waiting.addForMail(
                watcher(visit, open.id(), "", "", say.language(), Watcher.Place.ONE_OF_SEVERAL),
                open.expiresAt());
        return MailMessage.of(
                open.any(), open.tlsOnly(), open.page(), UNTIL.format(open.expiresAt()), say);
    }
}

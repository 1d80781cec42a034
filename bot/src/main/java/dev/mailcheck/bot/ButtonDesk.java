package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Button;
import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.DetailsView;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.ResultMessage;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a press of a button asks for, and answers at the address that came with it. An id alone
 * does not do: whoever presses has asked for the check, or it was shared in that workspace.
 */
public final class ButtonDesk {
    private final SlackDesk desk;
    private final Results results;
    private final StoredReports reports;
    private final Audience audience;
    private final Waiting waiting;
    private final Teller teller;
    private final SlackWeb web;
    private final Clock clock;

    ButtonDesk(
            SlackDesk desk,
            Results results,
            StoredReports reports,
            Audience audience,
            Waiting waiting,
            Teller teller,
            SlackWeb web,
            Clock clock) {
        this.desk = desk;
        this.results = results;
        this.reports = reports;
        this.audience = audience;
        this.waiting = waiting;
        this.teller = teller;
        this.web = web;
        this.clock = clock;
    }

    /** The check that a button is about, as one who may see it sees it. */
    private record Shown(Visit visit, Secret id, StoredCheck check, StoredRun run, Say say) {
        CheckButtons buttons() {
            return new CheckButtons(id, visit.base());
        }
    }

    /**
     * A press.
     *
     * @param value what the button holds: the id of a check and a language
     */
    public void pressed(Button.Action action, String value, Visit visit) {
        String[] words = value.split(" ", 2);
        Say say =
                Say.in(
                        Optional.of(words)
                                .filter(two -> two.length == 2)
                                .flatMap(two -> Language.of(two[1]))
                                .orElse(Language.EN));
        if (action == Button.Action.OPEN) {
            return;
        }
        if (action == Button.Action.MAIL) {
            aside(visit, desk.mail(visit, say));
            return;
        }
        Optional<Secret> id = Secret.parse(words[0]);
        Optional<StoredCheck> check = id.flatMap(key -> results.check(key.hashed()));
        Optional<StoredRun> run = check.flatMap(one -> results.run(one.run()));
        if (id.isEmpty() || check.isEmpty() || run.isEmpty()) {
            aside(visit, Message.of(say.of("gone")));
        } else if (!audience.has(id.get(), check.get(), visit.person())) {
            aside(visit, Message.of(say.of("not.yours")));
        } else {
            pressed(action, new Shown(visit, id.get(), check.get(), run.get(), say));
        }
    }

    private void pressed(Button.Action action, Shown shown) {
        switch (action) {
            case DETAILS -> details(shown);
            case SHARE -> share(shown);
            case PROGRESS -> progress(shown);
            case RECHECK -> again(shown, Watcher.Place.OF_BUTTON);
            case RECHECK_SHARED -> again(shown, Watcher.Place.AFTER_COMMAND);
            case MAIL, OPEN -> {}
        }
    }

    private void details(Shown shown) {
        Optional<Report> report = report(shown);
        if (report.isEmpty()) {
            aside(shown.visit(), notDone(shown));
            return;
        }
        SlackWeb.Outcome outcome =
                web.call(
                        "views.open",
                        Map.of(
                                "trigger_id",
                                shown.visit().trigger(),
                                "view",
                                DetailsView.of(report.get(), shown.say())));
        if (!(outcome instanceof SlackWeb.Done)) {
            aside(shown.visit(), Message.of(shown.say().of("details.failed")));
        }
    }

    private void share(Shown shown) {
        if (!audience.isWhoAsked(shown.id(), shown.visit().person())) {
            aside(shown.visit(), Message.of(shown.say().of("not.yours")));
            return;
        }
        Optional<Report> report = report(shown);
        if (report.isEmpty()) {
            aside(shown.visit(), notDone(shown));
            return;
        }
        Message message =
                ResultMessage.shared(
                        report.get(), shown.visit().person().user(), shown.buttons(), shown.say());
        SlackWeb.Outcome outcome = web.respond(shown.visit().responseUrl(), Answer.forAll(message));
        if (outcome instanceof SlackWeb.Done) {
            audience.shared(shown.check(), shown.visit().person());
        } else {
            aside(shown.visit(), Message.of(shown.say().of("share.failed")));
        }
    }

    /** From now on the message with the button is the one that is filled in. */
    private void progress(Shown shown) {
        Watcher watcher = watcher(shown);
        waiting.add(watcher, shown.run());
        StoredRun now = results.run(shown.run().key()).orElse(shown.run());
        Message message =
                Teller.hasEnded(now)
                        ? teller.end(watcher, now)
                        : RunningMessage.of(now, shown.buttons(), Optional.empty(), shown.say());
        web.respond(shown.visit().responseUrl(), Answer.inPlace(message));
    }

    private Watcher watcher(Shown shown) {
        Person person = shown.visit().person();
        return new Watcher(
                shown.run().key(),
                shown.id().text(),
                shown.check().domain().name(),
                shown.say().language().word(),
                person.team(),
                person.user(),
                person.channel(),
                shown.visit().responseUrl(),
                Watcher.Place.OF_BUTTON,
                shown.visit().base().map(URI::toString).orElse(""),
                clock.millis());
    }

    private void again(Shown shown, Watcher.Place place) {
        Message message = desk.again(shown.visit(), shown.check().domain(), place, shown.say());
        web.respond(
                shown.visit().responseUrl(),
                place == Watcher.Place.OF_BUTTON ? Answer.inPlace(message) : Answer.aside(message));
    }

    private Optional<Report> report(Shown shown) {
        return shown.run().status() == RunStatus.DONE
                ? reports.read(shown.run().key(), shown.say().language(), shown.id())
                : Optional.empty();
    }

    private static Message notDone(Shown shown) {
        return Message.of(shown.say().of("not.done"));
    }

    private void aside(Visit visit, Message message) {
        web.respond(visit.responseUrl(), Answer.aside(message));
    }
}

package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Button;
import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.DetailsView;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.ResultMessage;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.report.Report;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a press of a button asks for, and answers at the address that came with it. An id alone
 * does not do: whoever presses has asked for the check, or it was shared in that workspace.
 */
final class ButtonDesk {
    private final CheckWork checks;
    private final Results results;
    private final StoredReports reports;
    private final Audience audience;
    private final Waiting waiting;
    private final Teller teller;
    private final SlackWeb web;
    private final Clock clock;

    ButtonDesk(
            CheckWork checks,
            Results results,
            StoredReports reports,
            Audience audience,
            Waiting waiting,
            Teller teller,
            SlackWeb web,
            Clock clock) {
        this.checks = checks;
        this.results = results;
        this.reports = reports;
        this.audience = audience;
        this.waiting = waiting;
        this.teller = teller;
        this.web = web;
        this.clock = clock;
    }

    /** The check that a button is about, as one who may see it sees it. */
    private record Shown(Order.Press press, Secret id, StoredCheck check, StoredRun run) {
        Visit visit() {
            return press.visit();
        }

        Say say() {
            return Say.in(press.language());
        }

        CheckButtons buttons() {
            return new CheckButtons(id, visit().base());
        }
    }

    /** A press. */
    void pressed(Order.Press press) {
        if (press.action() == Button.Action.MAIL) {
            checks.mail(press);
            return;
        }
        Optional<Secret> id = Secret.parse(press.check());
        Optional<StoredCheck> check = id.flatMap(key -> results.check(key.hashed()));
        Optional<StoredRun> run = check.flatMap(one -> results.run(one.run()));
        Say say = Say.in(press.language());
        if (id.isEmpty() || check.isEmpty() || run.isEmpty()) {
            boolean early = press.action() == Button.Action.PROGRESS;
            aside(press.visit(), Message.of(early ? say.of("not.begun") : say.of("gone")));
        } else if (!audience.has(id.get(), check.get(), press.visit().person())) {
            aside(press.visit(), Message.of(say.of("not.yours")));
        } else {
            pressed(new Shown(press, id.get(), check.get(), run.get()));
        }
    }

    private void pressed(Shown shown) {
        switch (shown.press().action()) {
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
        Watcher watcher =
                Watcher.of(
                        shown.press(),
                        shown.id(),
                        shown.run().key(),
                        shown.check().domain().name(),
                        Watcher.Place.OF_BUTTON,
                        clock);
        waiting.add(watcher, shown.run());
        StoredRun now = results.run(shown.run().key()).orElse(shown.run());
        Message message =
                Teller.hasEnded(now)
                        ? teller.end(watcher, now)
                        : RunningMessage.of(now, shown.buttons(), shown.say());
        web.respond(shown.visit().responseUrl(), Answer.inPlace(message));
    }

    private void again(Shown shown, Watcher.Place place) {
        Message message = checks.again(shown.press(), shown.check().domain(), place);
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

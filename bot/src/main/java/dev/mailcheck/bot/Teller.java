package dev.mailcheck.bot;

import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.ResultMessage;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.bot.message.SlackBlocks;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells those who wait how a run goes on: once on the way, and its end. Telling twice is telling
 * once. Where the answer's address has run out a new message goes to the one who asked; where that
 * cannot be either (a revoked token, an account that is gone), that is the end of it.
 */
public final class Teller {
    private static final String END = "end";
    private static final String HALF = "half";

    /** A message that is no replacement is worth it only where the end is long in coming. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Results results;
    private final StoredReports reports;
    private final Waiting waiting;
    private final SlackWeb web;
    private final Clock clock;

    public Teller(Stores stores, Waiting waiting, SlackWeb web, Jsonb jsonb, Clock clock) {
        this.results = stores.results();
        this.reports = new StoredReports(stores.documents(), jsonb);
        this.waiting = waiting;
        this.web = web;
        this.clock = clock;
    }

    /**
     * The run has ended: tells all who wait and were not told.
     *
     * @return how long to wait before the next try, where somebody could not be told now
     */
    public Optional<Duration> ended(String run) {
        return results.run(run).filter(Teller::hasEnded).flatMap(this::ended);
    }

    private Optional<Duration> ended(StoredRun run) {
        return waiting.of(run).stream()
                .flatMap(watcher -> tell(watcher, run).stream())
                .max(Duration::compareTo);
    }

    /** The run goes on: tells those who see it in place, and those who wait for long already. */
    public void goesOn(String run) {
        results.run(run)
                .filter(one -> !hasEnded(one))
                .ifPresent(one -> waiting.of(one).forEach(watcher -> goesOn(watcher, one)));
    }

    private void goesOn(Watcher watcher, StoredRun run) {
        boolean worthIt =
                Waiting.age(watcher, clock)
                        .filter(age -> watcher.wantsProgress(age.compareTo(LONG) > 0))
                        .isPresent();
        if (worthIt && waiting.take(HALF, watcher)) {
            Message message = RunningMessage.of(run, buttons(watcher), say(watcher));
            web.respond(watcher.responseUrl(), answer(watcher, message));
        }
    }

    static boolean hasEnded(StoredRun run) {
        return switch (run.status()) {
            case QUEUED, RUNNING -> false;
            case FAILED, DONE -> true;
        };
    }

    /** Tells one of the end, unless somebody did; how long to wait where it cannot be now. */
    Optional<Duration> tell(Watcher watcher, StoredRun run) {
        if (!waiting.take(END, watcher)) {
            return Optional.empty();
        }
        SlackWeb.Outcome outcome = delivered(watcher, end(watcher, run));
        if (outcome instanceof SlackWeb.Later(Duration pause)) {
            waiting.giveBack(END, watcher);
            return Optional.of(pause);
        }
        return Optional.empty();
    }

    /** The message of the end, for whoever can show it himself. */
    Optional<Message> taken(Watcher watcher, StoredRun run) {
        return waiting.take(END, watcher) ? Optional.of(end(watcher, run)) : Optional.empty();
    }

    /** What there is to say at the end of a run. */
    Message end(Watcher watcher, StoredRun run) {
        Optional<Report> report =
                run.status() == RunStatus.DONE
                        ? reports.read(run.key(), language(watcher), new Secret(watcher.check()))
                        : Optional.empty();
        return report.map(one -> ResultMessage.of(one, buttons(watcher), say(watcher)))
                .orElseGet(() ->
                        ResultMessage.failed(watcher.domain(), buttons(watcher), say(watcher)));
    }

    private SlackWeb.Outcome delivered(Watcher watcher, Message message) {
        SlackWeb.Outcome answered =
                Waiting.age(watcher, clock).isPresent()
                        ? web.respond(watcher.responseUrl(), answer(watcher, message))
                        : new SlackWeb.Never("too late");
        return switch (answered) {
            case SlackWeb.Done done -> done;
            case SlackWeb.Later later -> later;
            case SlackWeb.Never never -> newMessage(watcher, message);
        };
    }

    /** In the conversation of the app with that person, where nobody else reads. */
    private SlackWeb.Outcome newMessage(Watcher watcher, Message message) {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("channel", watcher.user());
        post.putAll(SlackBlocks.message(message));
        return web.call("chat.postMessage", post);
    }

    private static Map<String, Object> answer(Watcher watcher, Message message) {
        return watcher.replaces() ? Answer.inPlace(message) : Answer.aside(message);
    }

    private static CheckButtons buttons(Watcher watcher) {
        return new CheckButtons(
                new Secret(watcher.check()),
                Optional.of(watcher.base()).filter(base -> !base.isEmpty()).map(URI::create));
    }

    private static Say say(Watcher watcher) {
        return Say.in(language(watcher));
    }

    private static Language language(Watcher watcher) {
        return Language.of(watcher.language()).orElse(Language.EN);
    }
}

package dev.mailcheck.bot;

import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.bot.message.SlackBlocks;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The parts of the Slack door, put together over a service.
 *
 * @param commands takes commands
 * @param buttons takes presses of buttons
 * @param once knows what came before
 * @param teller tells those who wait
 */
public record SlackDoor(SlackDesk commands, ButtonDesk buttons, Once once, Teller teller) {
    private static final String WARM_UP = "slack/warm-up";

    /**
     * What the door stands on.
     *
     * @param seal of what is remembered for those who wait
     * @param usual the language where none is asked for
     */
    public record Ground(
            Stores stores,
            CheckDesk desk,
            TestMails mails,
            SlackWeb web,
            Seal seal,
            Language usual,
            Jsonb jsonb,
            Clock clock,
            RandomGenerator random) {}

    public static SlackDoor of(Ground ground) {
        Stores stores = ground.stores();
        Clock clock = ground.clock();
        Audience audience = new Audience(stores.claims());
        Waiting waiting =
                new Waiting(stores, ground.seal(), ground.jsonb(), clock, ground.random());
        Teller teller = new Teller(stores, waiting, ground.web(), ground.jsonb(), clock);
        SlackDesk commands =
                new SlackDesk(
                        ground.desk(),
                        stores.results(),
                        new SlackQuotas(stores, clock),
                        audience,
                        waiting,
                        teller,
                        ground.mails(),
                        ground.usual(),
                        clock);
        ButtonDesk buttons =
                new ButtonDesk(
                        commands,
                        stores.results(),
                        new StoredReports(stores.documents(), ground.jsonb()),
                        audience,
                        waiting,
                        teller,
                        ground.web(),
                        clock);
        return new SlackDoor(
                commands, buttons, new Once(stores.claims(), clock, ground.random()), teller);
    }

    /**
     * Does what an answer to a command needs, but for starting a run: what is loaded before a
     * snapshot is taken is not loaded while somebody waits. It leaves a few claims that end soon.
     */
    public static void warmUp(Ground ground) {
        Instant soon = ground.clock().instant().plusSeconds(60);
        ground.stores().claims().claim(WARM_UP, "", soon);
        ground.stores().counters().add(WARM_UP, 1, soon);
        String opened = ground.seal().opened(ground.seal().closed(WARM_UP)).orElseThrow();
        StoredRun run =
                StoredRun.queued(opened, new Domain("example.com"), Optional.empty(), soon, soon);
        CheckButtons buttons = new CheckButtons(Secret.random(ground.random()), Optional.empty());
        for (Language language : Language.values()) {
            CommandText.read("m\u00fcller.example " + language.word(), ground.usual());
            Message message = RunningMessage.of(run, buttons, Optional.empty(), Say.in(language));
            JsonText.of(ground.jsonb().type(Object.class), SlackBlocks.message(message));
        }
    }
}

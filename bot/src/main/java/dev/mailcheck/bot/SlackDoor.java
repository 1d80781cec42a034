package dev.mailcheck.bot;

import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.time.Clock;
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
}

package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Does what was ordered in Slack, and answers where it was asked. To do it twice does no harm. */
public final class SlackWork {
    private final CheckWork checks;
    private final ButtonDesk buttons;
    private final Teller teller;
    private final SlackWeb web;
    private final Consumer<RuntimeException> faults;

    private SlackWork(
            CheckWork checks,
            ButtonDesk buttons,
            Teller teller,
            SlackWeb web,
            Consumer<RuntimeException> faults) {
        this.checks = checks;
        this.buttons = buttons;
        this.teller = teller;
        this.web = web;
        this.faults = faults;
    }

    /**
     * What it stands on.
     *
     * @param seal of what is remembered for those who wait
     * @param faults hears of faults of ours
     */
    public record Ground(
            Stores stores,
            CheckDesk desk,
            TestMails mails,
            SlackWeb web,
            Seal seal,
            Jsonb jsonb,
            Clock clock,
            RandomGenerator random,
            Consumer<RuntimeException> faults) {}

    public static SlackWork of(Ground ground) {
        Stores stores = ground.stores();
        Clock clock = ground.clock();
        Audience audience = new Audience(stores.claims());
        Waiting waiting =
                new Waiting(stores, ground.seal(), ground.jsonb(), clock, ground.random());
        Teller teller = new Teller(stores, waiting, ground.web(), ground.jsonb(), clock);
        CheckWork checks =
                new CheckWork(
                        ground.desk(),
                        stores.results(),
                        new SlackQuotas(stores, clock),
                        audience,
                        waiting,
                        teller,
                        ground.mails(),
                        ground.web(),
                        clock);
        ButtonDesk buttons =
                new ButtonDesk(
                        checks,
                        stores.results(),
                        new StoredReports(stores.documents(), ground.jsonb()),
                        audience,
                        waiting,
                        teller,
                        ground.web(),
                        clock);
        return new SlackWork(checks, buttons, teller, ground.web(), ground.faults());
    }

    /** Tells those who wait. */
    public Teller teller() {
        return teller;
    }

    /** Whoever asked is told where it cannot be done. */
    public void does(Order order) {
        try {
            switch (order) {
                case Order.Checks wanted -> checks.checks(wanted);
                case Order.TestMail mail -> checks.mail(mail);
                case Order.Press press -> buttons.pressed(press);
            }
        } catch (RuntimeException fault) {
            if (!(fault instanceof StoreException)) {
                faults.accept(fault);
            }
            Message sorry = Message.of(Say.in(order.language()).of("unavailable"));
            web.respond(order.visit().responseUrl(), Answer.aside(sorry));
        }
    }
}

package dev.mailcheck.cli.worker;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.json.NestingDepth;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Port25;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.EhloName;
import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupOrder;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.run.Surroundings;

import io.avaje.jsonb.Jsonb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Works tasks of an activity one after the other; several of it may share the seats at port 25.
 * While it works it beats, so that the state machine sees at once when it is gone.
 */
public final class SmtpWorker implements Runnable {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_DEPTH = 100;
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);

    private final Activity activity;
    private final Surroundings surroundings;
    private final CheckOptions own;
    private final Duration budget;
    private final Port25 seats;
    private final Jsonb jsonb;
    private final Consumer<RuntimeException> faults;

    /**
     * @param own the options of this host: its EHLO name, its control host, the domain of the relay
     *     probe; the others are the installation's
     * @param budget until the deadline of one task
     * @param seats at port 25, of all workers of this process
     */
    public SmtpWorker(
            Activity activity,
            Surroundings surroundings,
            CheckOptions own,
            Duration budget,
            Port25 seats,
            Jsonb jsonb,
            Consumer<RuntimeException> faults) {
        this.activity = activity;
        this.surroundings = surroundings;
        this.own = own;
        this.budget = budget;
        this.seats = seats;
        this.jsonb = jsonb;
        this.faults = faults;
    }

    /** Works until its thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                activity.take().ifPresent(this::work);
            } catch (RuntimeException fault) {
                faults.accept(fault);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAULT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Activity.Task task) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService heart =
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().daemon().factory())) {
            ScheduledFuture<?> beating =
                    heart.scheduleAtFixedRate(
                            () -> beat(task, threads),
                            BEAT.toSeconds(),
                            BEAT.toSeconds(),
                            TimeUnit.SECONDS);
            try {
                activity.done(task, answer(task.input(), threads));
            } catch (RuntimeException fault) {
                activity.failed(task, "INTERNAL_ERROR");
                faults.accept(fault);
            } finally {
                beating.cancel(true);
                heart.shutdownNow();
                threads.shutdownNow();
            }
        }
    }

    /** What nobody wants any more is not worked on. */
    private void beat(Activity.Task task, ExecutorService threads) {
        try {
            if (!activity.beat(task)) {
                threads.shutdownNow();
            }
        } catch (RuntimeException fault) {
            faults.accept(fault);
        }
    }

    private String answer(String input, ExecutorService threads) {
        if (input.length() > MOST_CHARACTERS || NestingDepth.of(input) > MOST_DEPTH) {
            throw new IllegalArgumentException("no order of a state machine of ours");
        }
        GroupOrder order = jsonb.type(GroupOrder.class).fromJson(input);
        GroupSeen plan = Parcel.unpack(order.plan(), jsonb).orElseThrow();
        GroupSeen seen = seen(order.target(), plan, threads);
        String parcel =
                Parcel.pack(seen, jsonb).or(() -> Parcel.pack(tooMuch(), jsonb)).orElseThrow();
        return JsonText.of(jsonb.type(GroupAnswer.class), new GroupAnswer(parcel));
    }

    private static GroupSeen tooMuch() {
        return GroupSeen.failed(ProbeGroup.SMTP, "TOO_MUCH_SEEN", "");
    }

    private GroupSeen seen(Target target, GroupSeen plan, ExecutorService threads) {
        try (SharedDoors shared = SharedDoors.open(surroundings, seats.withoutMemory());
                LiveDoors live =
                        LiveDoors.open(
                                shared,
                                surroundings,
                                Optional.empty(),
                                List.of(),
                                budget,
                                threads)) {
            Doors doors = live.doors();
            CheckOptions options = options(target.options(), doors);
            GroupSeen seen =
                    GroupRun.run(
                            ProbeGroup.SMTP, new Target(target.domain(), options), plan, doors);
            return new GroupSeen(
                    seen.observations(),
                    seen.view(),
                    Optional.of(options.ehlo()),
                    seen.elapsedMillis());
        }
    }

    /** How it is probed is said by the installation, by whom by this host. */
    private CheckOptions options(CheckOptions told, Doors doors) {
        return new CheckOptions(
                told.selectors(),
                told.smtp(),
                own.smtpPort(),
                ehlo(doors),
                own.probeDomain().or(told::probeDomain),
                told.relayProbe(),
                own.egressControl().or(told::egressControl),
                told.dnsbl(),
                told.uribl(),
                told.network(),
                told.lab() && own.lab(),
                told.lists());
    }

    private String ehlo(Doors doors) {
        return own.ehlo().isEmpty()
                ? EhloName.of(surroundings.hostName(), surroundings.ownAddress().get(), doors.dns())
                : own.ehlo();
    }
}

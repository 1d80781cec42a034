package dev.mailcheck.functions;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.store.Documents;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The end of runs as the state machine leads them there, with its retries and its news, by the
 * functions themselves: for tests of many runs, whose probes have all seen the same.
 */
public final class RunByHand {
    private static final int STATE_ATTEMPTS = 5;
    private static final int NEWS_ATTEMPTS = 3;
    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final Place place;
    private final String plan;
    private final Map<ProbeGroup, String> answers = new EnumMap<>(ProbeGroup.class);

    /** How a run ended. */
    public enum End {
        PUBLISHED,
        TOLD_AS_FAILED,
        UNDELIVERED
    }

    /** Probes this domain of the place once. */
    public RunByHand(Place place, String domain) {
        this.place = place;
        Target target = new Target(Domain.parse(domain).orElseThrow(), place.options());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                LiveDoors doors =
                        LiveDoors.open(
                                place.surroundings().get(),
                                Optional.empty(),
                                List.of(),
                                BUDGET,
                                threads)) {
            GroupSeen planned = GroupRun.plan(target, doors.doors());
            this.plan = packed(planned);
            for (ProbeGroup group : ProbeGroup.values()) {
                if (group != ProbeGroup.PLAN) {
                    answers.put(group, packed(GroupRun.run(group, target, planned, doors.doors())));
                }
            }
        }
    }

    private static String packed(GroupSeen seen) {
        return Parcel.pack(seen, JsonWire.jsonb()).orElseThrow();
    }

    /** What the state machine itself writes. */
    public void store(Documents documents, StoredRun run) {
        answers.forEach((group, parcel) -> {
            String json =
                    JsonText.of(JsonWire.jsonb().type(GroupAnswer.class), new GroupAnswer(parcel));
            documents.write(
                    run.key(), GroupAnswer.document(group), json.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Judges and publishes, each as often as the state machine tries; else the run has failed. */
    public End end(Stores stores, StoredRun run) {
        boolean judged = attempted(STATE_ATTEMPTS, () -> judge(stores, run));
        boolean published =
                judged
                        && attempted(
                                STATE_ATTEMPTS,
                                () -> publish(stores, "{\"run\":\"" + run.key() + "\"}"));
        return published ? End.PUBLISHED : deliver(stores, run.key());
    }

    /** The news that an execution failed, as often as Lambda tries. */
    public End deliver(Stores stores, String run) {
        String news = "{\"detail\":{\"name\":\"" + run + "\",\"status\":\"FAILED\"}}";
        return attempted(NEWS_ATTEMPTS, () -> publish(stores, news))
                ? End.TOLD_AS_FAILED
                : End.UNDELIVERED;
    }

    private static boolean attempted(int most, Runnable work) {
        return IntStream.range(0, most).anyMatch(attempt -> done(work));
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (StoreException failed) {
            return false;
        }
    }

    private void judge(Stores stores, StoredRun run) {
        Target target = new Target(run.domain(), place.options());
        String order =
                JsonText.of(
                        JsonWire.jsonb().type(RunOrder.class),
                        new RunOrder(run.key(), target, place.clock().instant(), plan, null));
        JudgeFunction function = new JudgeFunction(stores, place.clock());
        invoked((in, out) -> function.handleRequest(in, out, Contexts.of(10_000)), order);
    }

    private static void publish(Stores stores, String order) {
        PrintStream silent =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        PublishFunction function =
                new PublishFunction(
                        stores, Clock.systemUTC(), new LogLines(silent, Clock.systemUTC()));
        invoked((in, out) -> function.handleRequest(in, out, Contexts.of(10_000)), order);
    }

    /** One function. */
    private interface Invocation {
        void of(ByteArrayInputStream in, ByteArrayOutputStream out) throws IOException;
    }

    private static void invoked(Invocation function, String order) {
        try {
            function.of(
                    new ByteArrayInputStream(order.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream());
        } catch (IOException memoryHasNoFaults) {
            throw new UncheckedIOException(memoryHasNoFaults);
        }
    }
}

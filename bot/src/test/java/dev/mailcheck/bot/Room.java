package dev.mailcheck.bot;

import com.slack.api.bolt.App;

import dev.mailcheck.bot.app.SignedRequests;
import dev.mailcheck.bot.app.SlackApp;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.report.Language;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.InWorld;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Publication;
import dev.mailcheck.service.RunNews;
import dev.mailcheck.service.RunProgress;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Counters;
import dev.mailcheck.store.Documents;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;
import dev.mailcheck.world.World;
import dev.mailcheck.world.sample.SampleWorld;

import io.avaje.jsonb.Jsonb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole service in this process with the Slack door before it, over the sample world. */
final class Room implements AutoCloseable {
    static final URI BASE = URI.create("https://check.example/v1");
    static final String ALICE = "UALICE";
    static final String BOB = "UBOB";

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    final SlackStub slack = SlackStub.open(0);
    final List<StoredRun> started = new CopyOnWriteArrayList<>();
    final List<RuntimeException> faults = new CopyOnWriteArrayList<>();
    final Clock clock;
    private final AtomicInteger asked = new AtomicInteger();
    final MemoryStores memory;
    final App app;
    final SignedRequests requests;
    private final World world;
    private final Stores stores;
    private final RoomNews news;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Duration passed = Duration.ZERO;
    private volatile boolean held;
    private volatile boolean broken;
    private volatile int timesDone = 1;
    private final Queue<Runnable> undone = new ConcurrentLinkedQueue<>();
    private volatile TestMails mails = TestMails.NONE;

    Room(Language usual) {
        InstantSource source = () -> START.plus(passed);
        this.clock = source.withZone(ZoneOffset.UTC);
        this.world = SampleWorld.open(clock);
        this.memory = new MemoryStores(clock);
        this.stores = counted(memory.stores());
        SecureRandom random = new SecureRandom();
        Jsonb jsonb = Jsonb.instance();
        SlackWork work =
                SlackWork.of(
                        new SlackWork.Ground(
                                stores,
                                new CheckDesk(stores, this::start, Periods.DEFAULT, clock, random),
                                (language, base) -> mails.open(language, base),
                                new SlackWeb(
                                        slack.addresses(), Optional.of(SlackStub.BOT_TOKEN), jsonb),
                                new Seal(Requests.SECRET, random),
                                jsonb,
                                clock,
                                random,
                                faults::add));
        Once once = new Once(stores.claims(), clock, random);
        Orders orders = new RoomOrders(once, work, this::ordered);
        this.news = new RoomNews(work.teller(), stores.results(), faults::add);
        this.app =
                SlackApp.of(
                        new SlackApp.Parts(
                                new SlackDesk(orders, usual, random),
                                slack.addresses(),
                                Optional.of(BASE),
                                usual,
                                jsonb,
                                faults::add));
        this.requests = new SignedRequests(app, Requests.SECRET, clock, faults::add);
    }

    /** How often anything was asked of the stores. */
    int asked() {
        return asked.get();
    }

    private Stores counted(Stores all) {
        return new Stores(
                counted(Results.class, all.results()),
                counted(Claims.class, all.claims()),
                counted(Counters.class, all.counters()),
                counted(Documents.class, all.documents()),
                all.keys());
    }

    private <T> T counted(Class<T> kind, T store) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(store, arguments);
                };
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    void passes(Duration time) {
        passed = passed.plus(time);
    }

    /** Runs wait until they are told to go on. */
    void holds(boolean hold) {
        held = hold;
    }

    /** So often each order is done: the services do it once, after it is acknowledged. */
    void doesOrders(int times) {
        timesDone = times;
        for (Runnable work = undone.poll(); times > 0 && work != null; work = undone.poll()) {
            work.run();
        }
    }

    /** What was left undone stays so. */
    void forgetsOrders() {
        undone.clear();
        timesDone = 1;
    }

    /** Before it is acknowledged, so that tests know when it is done. */
    private void ordered(Runnable work) {
        if (timesDone == 0) {
            undone.add(work);
        }
        for (int i = 0; i < timesDone; i++) {
            work.run();
        }
    }

    void startsNothing() {
        broken = true;
    }

    void receives(TestMails mailDesk) {
        mails = mailDesk;
    }

    private void start(StoredRun run) {
        if (broken) {
            throw new IllegalStateException("starts nothing");
        }
        started.add(run);
        if (!held) {
            threads.execute(() -> run(run));
        }
    }

    /** Runs what was held. */
    void run(StoredRun run) {
        SecureRandom random = new SecureRandom();
        Instant at = START.plus(passed);
        Target target = new Target(run.domain(), InWorld.options());
        try (LiveDoors doors =
                LiveDoors.open(
                        InWorld.surroundings(world, Clock.fixed(at, ZoneOffset.UTC)),
                        Optional.empty(),
                        List.of(),
                        Duration.ofSeconds(60),
                        threads)) {
            Seen seen =
                    CheckRunner.observe(
                            target,
                            doors.doors(),
                            new RunProgress(stores.results(), run.key(), news));
            new Publication(stores, random, Jsonb.instance()).publish(run.key(), seen, at);
        }
        news.ended(run.key());
    }

    /** A run that comes to nothing by a fault of ours. */
    void fails(StoredRun run) {
        stores.results().ended(run.key(), RunStatus.FAILED);
        news.ended(run.key());
    }

    RunNews news() {
        return news;
    }

    Stores stores() {
        return stores;
    }

    long now() {
        return START.plus(passed).getEpochSecond();
    }

    /** Types a command, over HTTP. */
    SignedRequests.Reply types(String user, String text, String responseUrl) {
        return sends(Requests.form(Requests.command(user, text, responseUrl)));
    }

    /** Presses a button, over HTTP. */
    SignedRequests.Reply presses(String user, String action, String value, String responseUrl) {
        return sends(Requests.form(Requests.press(user, action, value, responseUrl), true));
    }

    SignedRequests.Reply sends(String body) {
        return sends(body, Requests.signed(Requests.SECRET, now(), body));
    }

    SignedRequests.Reply sends(String body, Map<String, String> headers) {
        return requests.answer("/slack", headers, body.getBytes(StandardCharsets.UTF_8), BASE);
    }

    @Override
    public void close() {
        news.close();
        threads.shutdownNow();
        slack.close();
        world.close();
    }
}

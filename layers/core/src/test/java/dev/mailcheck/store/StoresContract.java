package dev.mailcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Language;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What every implementation of the stores does alike. A subclass opens its own, which may hold what
 * other tests left: each test uses names of its own.
 */
public abstract class StoresContract {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Domain DOMAIN = Domain.parse("example.com").orElseThrow();
    private static final int MANY = 20;

    private final SecureRandom random = new SecureRandom();
    private Instant now = START;
    private Stores stores;

    /** Opens the stores; {@code clock} tells what has expired, and is set forward by tests. */
    protected abstract Stores open(Clock clock);

    /** Closes what was opened, and opens it again: what was stored is still there. */
    protected abstract Stores reopen(Clock clock);

    protected abstract void close();

    @BeforeEach
    void openStores() {
        stores = open(clock());
    }

    @AfterEach
    void closeStores() {
        close();
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private String fresh() {
        return Secret.random(random).text();
    }

    private StoredRun run() {
        return StoredRun.queued(
                fresh(),
                DOMAIN,
                Optional.of("earlier-run"),
                START,
                START.plus(Duration.ofDays(31)));
    }

    private StoredCheck check(String run) {
        return new StoredCheck(
                Hashed.of(fresh()),
                run,
                DOMAIN,
                Language.JA,
                START,
                START.plus(Duration.ofDays(30)));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(stores.results().run(fresh())).isEmpty();
        assertThat(stores.results().check(Hashed.of(fresh()))).isEmpty();
        assertThat(stores.results().badge(Hashed.of(fresh()))).isEmpty();
        assertThat(stores.claims().holder(fresh())).isEmpty();
        assertThat(stores.counters().add(fresh(), 0, START.plusSeconds(60))).isZero();
        assertThat(stores.documents().read(fresh(), "seen.json")).isEmpty();
        assertThat(stores.keys().find(Hashed.of(fresh()))).isEmpty();
    }

    @Test
    void aRunComesBackAsItWasStored() {
        StoredRun run = run();
        StoredRun first =
                StoredRun.queued(
                        fresh(), DOMAIN, Optional.empty(), START, START.plus(Duration.ofDays(1)));
        stores.results().add(run);
        stores.results().add(first);

        assertThat(stores.results().run(run.key())).contains(run);
        assertThat(stores.results().run(first.key())).contains(first);
    }

    @Test
    void aCheckComesBackAsItWasStored() {
        StoredCheck check = check(fresh());
        stores.results().add(check);

        assertThat(stores.results().check(check.id())).contains(check);
    }

    @Test
    void aRunThatIsAddedTwiceKeepsWhatIsKnownOfIt() {
        StoredRun run = run();
        stores.results().add(run);
        stores.results().started(run.key(), 16);
        stores.results().add(run);

        assertThat(status(run)).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void progressIsSeenCheckByCheck() {
        StoredRun run = run();
        stores.results().add(run);
        stores.results().started(run.key(), 16);
        stores.results().judged(run.key(), Map.of(CheckId.SPF, Status.FAIL));
        stores.results().judged(run.key(), Map.of(CheckId.TLS_RPT, Status.PASS));
        stores.results().judged(run.key(), Map.of(CheckId.SPF, Status.PASS));

        StoredRun seen = stores.results().run(run.key()).orElseThrow();
        assertThat(seen.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(seen.total()).isEqualTo(16);
        assertThat(seen.judged())
                .isEqualTo(Map.of(CheckId.SPF, Status.PASS, CheckId.TLS_RPT, Status.PASS));
    }

    @Test
    void branchesThatEndAtOnceLoseNoProgress() throws Exception {
        StoredRun run = run();
        stores.results().add(run);
        stores.results().started(run.key(), CheckId.values().length);
        List<Callable<Boolean>> branches = new ArrayList<>();
        for (CheckId id : CheckId.values()) {
            branches.add(() -> {
                stores.results().judged(run.key(), Map.of(id, Status.PASS));
                return true;
            });
        }
        atOnce(branches);

        assertThat(stores.results().run(run.key()).orElseThrow().judged())
                .hasSize(CheckId.values().length);
    }

    @Test
    void newsInTheWrongOrderDoNotTakeARunBack() {
        StoredRun run = run();
        stores.results().add(run);
        stores.results().ended(run.key(), RunStatus.DONE);
        stores.results().started(run.key(), 16);
        stores.results().judged(run.key(), Map.of(CheckId.SPF, Status.PASS));
        stores.results().ended(run.key(), RunStatus.FAILED);

        assertThat(status(run)).isEqualTo(RunStatus.DONE);
    }

    @Test
    void aRunThatFailedMayBeDoneLater() {
        StoredRun run = run();
        stores.results().add(run);
        stores.results().ended(run.key(), RunStatus.FAILED);
        assertThat(status(run)).isEqualTo(RunStatus.FAILED);
        stores.results().ended(run.key(), RunStatus.DONE);

        assertThat(status(run)).isEqualTo(RunStatus.DONE);
    }

    @Test
    void newsOfAnUnknownRunMakeNone() {
        String unknown = fresh();
        stores.results().started(unknown, 16);
        stores.results().judged(unknown, Map.of(CheckId.SPF, Status.PASS));
        stores.results().ended(unknown, RunStatus.DONE);

        assertThat(stores.results().run(unknown)).isEmpty();
    }

    @Test
    void whatHasExpiredIsNotThere() {
        StoredRun run = run();
        StoredCheck check = check(run.key());
        Badge badge = badge(check.id());
        stores.results().add(run);
        stores.results().add(check);
        stores.results().publish(badge);
        now = START.plus(Duration.ofDays(30));

        assertThat(stores.results().check(check.id())).isEmpty();
        assertThat(stores.results().badge(badge.token())).isEmpty();
        assertThat(stores.results().run(run.key())).isPresent();
        now = START.plus(Duration.ofDays(31));
        assertThat(stores.results().run(run.key())).isEmpty();
    }

    @Test
    void whatWasStoredIsThereAfterARestart() {
        StoredRun run = run();
        StoredCheck check = check(run.key());
        stores.results().add(run);
        stores.results().add(check);
        stores.results().started(run.key(), 16);
        stores.documents().write(run.key(), "seen.json", bytes("{}"));
        stores = reopen(clock());

        assertThat(stores.results().check(check.id())).contains(check);
        assertThat(status(run)).isEqualTo(RunStatus.RUNNING);
        assertThat(stores.documents().read(run.key(), "seen.json")).contains(bytes("{}"));
    }

    @ParameterizedTest
    @EnumSource
    void aBadgeIsSeenUntilItIsRevoked(Grade grade) {
        StoredCheck check = check(fresh());
        Badge badge =
                new Badge(Hashed.of(fresh()), check.id(), grade, START, START.plusSeconds(3600));
        stores.results().add(check);
        stores.results().publish(badge);
        assertThat(stores.results().badge(badge.token())).contains(badge);

        stores.results().revokeBadge(check.id());
        stores.results().revokeBadge(check.id());
        assertThat(stores.results().badge(badge.token())).isEmpty();
    }

    @Test
    void aNewBadgeTakesThePlaceOfTheOldOne() {
        StoredCheck check = check(fresh());
        Badge old = badge(check.id());
        Badge next = badge(check.id());
        stores.results().add(check);
        stores.results().publish(old);
        stores.results().publish(next);

        assertThat(stores.results().badge(old.token())).isEmpty();
        assertThat(stores.results().badge(next.token())).contains(next);
    }

    @Test
    void aKeyIsHeldByTheFirstUntilItsTimeIsOver() {
        String key = fresh();
        Instant until = START.plusSeconds(600);
        assertThat(stores.claims().claim(key, "first", until)).isEqualTo("first");
        assertThat(stores.claims().claim(key, "second", until)).isEqualTo("first");
        assertThat(stores.claims().holder(key)).contains("first");
        now = until;

        assertThat(stores.claims().holder(key)).isEmpty();
        assertThat(stores.claims().claim(key, "third", until.plusSeconds(1))).isEqualTo("third");
    }

    @Test
    void aKeyMayBeTakenFromItsHolder() {
        String key = fresh();
        stores.claims().claim(key, "first", START.plusSeconds(600));
        stores.claims().replace(key, "second", START.plusSeconds(900));

        assertThat(stores.claims().claim(key, "third", START.plusSeconds(600))).isEqualTo("second");
        now = START.plusSeconds(700);
        assertThat(stores.claims().holder(key)).contains("second");
    }

    @Test
    void ofManyWhoClaimAtOnceOneHolds() throws Exception {
        String key = fresh();
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String value = "value-" + i;
            all.add(() -> stores.claims().claim(key, value, START.plusSeconds(600)));
        }

        assertThat(new HashSet<>(atOnce(all))).hasSize(1);
    }

    @Test
    void aCountBeginsAnewWhenItsTimeIsOver() {
        String key = fresh();
        Instant until = START.plusSeconds(60);
        assertThat(stores.counters().add(key, 1, until)).isEqualTo(1);
        assertThat(stores.counters().add(key, 4, until)).isEqualTo(5);
        assertThat(stores.counters().add(key, 0, until)).isEqualTo(5);
        now = until;

        assertThat(stores.counters().add(key, 1, until.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void ofManyWhoCountAtOnceNoneIsLost() throws Exception {
        String key = fresh();
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(() -> stores.counters().add(key, 1, START.plusSeconds(60)));
        }

        assertThat(new HashSet<>(atOnce(all))).hasSize(MANY);
        assertThat(stores.counters().add(key, 0, START.plusSeconds(60))).isEqualTo(MANY);
    }

    @Test
    void aDocumentComesBackByteForByteAndMayBeReplaced() {
        String run = fresh();
        byte[] large = new byte[1 << 20];
        random.nextBytes(large);
        stores.documents().write(run, "seen.json", large);
        stores.documents().write(run, "report.ja.json", bytes("安全"));
        stores.documents().write(run, "report.ja.json", bytes("危険"));

        assertThat(stores.documents().read(run, "seen.json")).contains(large);
        assertThat(stores.documents().read(run, "report.ja.json")).contains(bytes("危険"));
        assertThat(stores.documents().read(fresh(), "seen.json")).isEmpty();
    }

    @Test
    void anApiKeyIsGoodUntilItIsRemoved() {
        String name = fresh();
        ApiKey one = new ApiKey(Hashed.of(fresh()), name, START);
        ApiKey two = new ApiKey(Hashed.of(fresh()), name, START);
        stores.keys().add(one);
        stores.keys().add(two);
        assertThat(stores.keys().find(one.key())).contains(one);

        assertThat(stores.keys().remove(name)).isEqualTo(2);
        assertThat(stores.keys().find(one.key())).isEmpty();
        assertThat(stores.keys().remove(name)).isZero();
    }

    private RunStatus status(StoredRun run) {
        return stores.results().run(run.key()).orElseThrow().status();
    }

    private Badge badge(Hashed check) {
        return new Badge(
                Hashed.of(fresh()), check, Grade.SECURE, START, START.plus(Duration.ofDays(30)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        List<T> ended = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<T> each : threads.invokeAll(tasks)) {
                ended.add(each.get());
            }
        }
        return ended;
    }
}

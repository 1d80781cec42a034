package dev.mailcheck.functions;

import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.functions.store.StandInAccount;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Counters;
import dev.mailcheck.store.Documents;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;

import javax.net.ssl.HttpsURLConnection;

/**
 * Where a function that calls AWS rehearses.
 *
 * @param stores in memory; every call to them goes out to an account on loopback as well
 * @param executions of that account
 */
record Stage(Stores stores, Executions executions) {
    /** What is rehearsed on a stage. */
    interface Play {
        void on(Stage stage) throws IOException;
    }

    /** What is done with a run, and is rehearsed on a stage. */
    interface RunPlay {
        void on(Stage stage, RehearsedRun run) throws IOException;
    }

    /** Plans it for the snapshot of this process. */
    static void plan(Play play) {
        Rehearsal.plan(times -> play(times, play));
    }

    /** Plans it for the snapshot of this process, with a run of which all is seen. */
    static void planRun(RunPlay play) {
        Rehearsal.plan(times -> {
            List<RehearsedRun> runs = RehearsedRun.all();
            play(
                    times,
                    stage -> {
                        for (RehearsedRun run : runs) {
                            play.on(stage, run);
                        }
                    });
        });
    }

    static void play(int times, Play play) throws IOException {
        try (StandInAccount account = StandInAccount.open();
                AwsClients clients = AwsClients.of(account)) {
            Stores there = AwsStores.of(clients, "rehearsal", "rehearsal");
            Executions executions = new Executions(clients.stepFunctions(), "rehearsal");
            HttpsURLConnection.getDefaultSSLSocketFactory(); // whom the real clients trust
            for (int i = 0; i < times; i++) {
                play.on(new Stage(on(there), executions));
            }
        }
    }

    /** Of runs, in that account. */
    CheckStarter starter() {
        return new ExecutionStarter(executions, CheckOptions.DEFAULT, Clock.systemUTC());
    }

    private static Stores on(Stores account) {
        Stores memory = new MemoryStores(Clock.systemUTC()).stores();
        return new Stores(
                both(Results.class, account.results(), memory.results()),
                both(Claims.class, account.claims(), memory.claims()),
                both(Counters.class, account.counters(), memory.counters()),
                both(Documents.class, account.documents(), memory.documents()),
                memory.keys());
    }

    /** Asks both, and believes the memory. */
    private static <T> T both(Class<T> kind, T account, T memory) {
        return kind.cast(
                Proxy.newProxyInstance(
                        kind.getClassLoader(),
                        new Class<?>[] {kind},
                        (proxy, method, arguments) -> {
                            called(method, account, arguments);
                            return method.invoke(memory, arguments);
                        }));
    }

    /** The account knows nothing: it is the call that counts. */
    private static void called(Method method, Object account, Object[] arguments)
            throws IllegalAccessException {
        try {
            method.invoke(account, arguments);
        } catch (InvocationTargetException nothingThere) {
            // As said.
        }
    }
}

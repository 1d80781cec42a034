package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.Looking;
import dev.mailcheck.cli.embedded.ServiceRuns;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.RunNews;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the world outside sees of a service that is asked for one domain again and again. */
class FreshRunTest {
    private static final Domain DOMAIN = new Domain("sound.example");
    private static final String MAIL_HOST = "192.0.2.10";
    private static final int PATIENCE = 600;

    @TempDir private Path directory;
    private final List<RuntimeException> faults = new ArrayList<>();

    @Test
    void freshAsksTheDnsAgainAndTheMailServersNot() throws Exception {
        Environment environment = environment();
        try (ServicePlace place = place(environment);
                EmbeddedStores stores = EmbeddedStores.open(directory, environment.clock());
                ServiceRuns runs = runs(stores, place)) {
            World world = place.world().orElseThrow();
            CheckDesk desk = desk(stores, runs, environment);
            ended(desk.accept(DOMAIN, Language.EN, false), stores);
            int sessions = world.smtpLog(MAIL_HOST).sessions().size();
            int questions = world.questions().all().size();
            assertThat(sessions).isPositive();

            ended(desk.accept(DOMAIN, Language.EN, false), stores);
            assertThat(world.questions().all()).hasSize(questions);

            StoredRun fresh = ended(desk.accept(DOMAIN, Language.EN, true), stores);
            assertThat(fresh.status()).isEqualTo(RunStatus.DONE);
            assertThat(world.questions().all().size()).isGreaterThan(questions);
            assertThat(world.smtpLog(MAIL_HOST).sessions()).hasSize(sessions);
            assertThat(faults).isEmpty();
        }
    }

    private static StoredRun ended(CheckDesk.Accepted accepted, EmbeddedStores stores)
            throws InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            StoredRun run = stores.stores().results().run(accepted.run().key()).orElseThrow();
            if (run.status().compareTo(RunStatus.RUNNING) > 0) {
                return run;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the run does not end");
    }

    private static ServicePlace place(Environment environment) throws UsageException {
        Arguments arguments =
                new Arguments(CommandTree.build().parseArgs("serve", "--demo").subcommand());
        return ServicePlace.open(environment, ServeSettings.read(arguments, environment));
    }

    private ServiceRuns runs(EmbeddedStores stores, ServicePlace place) {
        Looking looking =
                new Looking(
                        place.surroundings(),
                        place.options(),
                        Optional.empty(),
                        Duration.ofSeconds(60));
        return new ServiceRuns(
                stores.stores(),
                looking,
                Periods.DEFAULT,
                starter -> Optional.empty(),
                faults::add,
                RunNews.NONE);
    }

    private static CheckDesk desk(
            EmbeddedStores stores, ServiceRuns runs, Environment environment) {
        return new CheckDesk(
                stores.stores(), runs, Periods.DEFAULT, environment.clock(), environment.random());
    }

    private static Environment environment() {
        return Services.environment(OutputStream.nullOutputStream(), Map.of());
    }
}

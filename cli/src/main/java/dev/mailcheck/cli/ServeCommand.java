package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.UnusableDirectory;
import dev.mailcheck.service.SilenceCounts;
import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code mailcheck serve}: the service in one process, until it is told to end. */
final class ServeCommand {
    private static final String KEY_MARK = "mck_";
    private static final int DAYS_COUNTED = 7;

    private final Environment environment;

    ServeCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        if (arguments.has(ServeOption.NEW_KEY) || arguments.has(ServeOption.REMOVE_KEY)) {
            return changeKeys(arguments);
        }
        if (arguments.has(ServeOption.COUNTS)) {
            return counts(arguments);
        }
        ServeSettings settings = ServeSettings.read(arguments, environment);
        try (RunningService service = RunningService.start(environment, settings)) {
            service.awaitEnd(environment.err());
        }
        return ExitCode.OK;
    }

    private int changeKeys(Arguments arguments) throws UsageException {
        Path data = ServeSettings.data(arguments, environment);
        try (EmbeddedStores stores = EmbeddedStores.beside(data, environment.clock())) {
            if (arguments.has(ServeOption.NEW_KEY)) {
                newKey(arguments.value(ServeOption.NEW_KEY).orElse(""), stores);
            }
            if (arguments.has(ServeOption.REMOVE_KEY)) {
                removeKeys(arguments.value(ServeOption.REMOVE_KEY).orElse(""), stores);
            }
            return ExitCode.OK;
        } catch (UnusableDirectory unusable) {
            throw unusable(data, unusable);
        }
    }

    /** A line for each day and reason, the latest day first. */
    private int counts(Arguments arguments) throws UsageException {
        Path data = ServeSettings.data(arguments, environment);
        try (EmbeddedStores stores = EmbeddedStores.beside(data, environment.clock())) {
            SilenceCounts counts =
                    new SilenceCounts(stores.stores().counters(), environment.clock());
            LocalDate today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
            for (int back = 0; back < DAYS_COUNTED; back++) {
                LocalDate day = today.minusDays(back);
                counts.of(day)
                        .forEach((reason, count) ->
                                environment.out().println(day + " " + reason + " " + count));
            }
            return ExitCode.OK;
        } catch (UnusableDirectory unusable) {
            throw unusable(data, unusable);
        }
    }

    static UsageException unusable(Path data, UnusableDirectory unusable) {
        return new UsageException(
                ServeOption.DATA.word()
                        + ": "
                        + Values.shown(data.toString())
                        + " "
                        + unusable.why());
    }

    private void newKey(String name, EmbeddedStores stores) throws UsageException {
        String key =
                KEY_MARK
                        + Secret.random(environment.random()).text()
                        + Secret.random(environment.random()).text();
        stores.stores()
                .keys()
                .add(new ApiKey(Hashed.of(key), named(name), environment.clock().instant()));
        environment.err().println("mailcheck: the API key of " + name + "; it is shown only now:");
        environment.out().println(key);
    }

    private void removeKeys(String name, EmbeddedStores stores) throws UsageException {
        int removed = stores.stores().keys().remove(named(name));
        environment.err().println("mailcheck: API keys of " + name + " removed: " + removed);
    }

    private static String named(String name) throws UsageException {
        if (!name.matches("[A-Za-z0-9._@-]{1,64}")) {
            throw Values.wrong(
                    "the name of an API key", name, "letters, digits and . _ @ -, at most 64");
        }
        return name;
    }
}

package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.EmbeddedStores;
import dev.mailcheck.cli.embedded.Looking;
import dev.mailcheck.cli.embedded.UnusableDirectory;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.render.StartPage;
import dev.mailcheck.report.Language;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.world.World;
import dev.mailcheck.world.sample.Sample;
import dev.mailcheck.world.sample.SampleWorld;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a service is and looks from: this host and a directory that stays; or the sample world and
 * one that is gone with it.
 *
 * @param samples what the start page offers
 */
record ServicePlace(
        Surroundings surroundings,
        CheckOptions options,
        Path data,
        List<StartPage.Sample> samples,
        Optional<World> world)
        implements AutoCloseable {

    static ServicePlace open(Environment environment, ServeSettings settings) {
        CheckOptions options = settings.checks().options();
        return settings.data().isPresent()
                ? new ServicePlace(
                        Places.thisHost(environment, settings.checks()),
                        options,
                        settings.data().get(),
                        List.of(),
                        Optional.empty())
                : sample(environment, options);
    }

    /** There the mail hosts are ours, and may be asked everything. */
    private static ServicePlace sample(Environment environment, CheckOptions options) {
        World world = SampleWorld.open(environment.clock());
        return new ServicePlace(
                Places.sampleWorld(environment, world),
                DemoCommand.inWorld(options.withRelayProbing(RelayProbing.ON)),
                temporary(),
                SampleWorld.samples().stream().map(ServicePlace::sample).toList(),
                Optional.of(world));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("mailcheck-demo-");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static StartPage.Sample sample(Sample sample) {
        return new StartPage.Sample(
                sample.domain(),
                Arrays.stream(Language.values())
                        .collect(
                                Collectors.toMap(
                                        Language::word,
                                        language ->
                                                sample.description(Locale.of(language.word())))));
    }

    /** How it looks at domains from here. */
    Looking looking(Settings checks) {
        return new Looking(surroundings, options, checks.dns().zone(), checks.timeout());
    }

    EmbeddedStores stores(Clock clock) throws UsageException {
        try {
            return EmbeddedStores.open(data, clock);
        } catch (UnusableDirectory unusable) {
            throw ServeCommand.unusable(data, unusable);
        }
    }

    @Override
    public void close() {
        if (world.isPresent()) {
            world.get().close();
            remove();
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftToTheSystem) {
            data.toFile().deleteOnExit();
        }
    }
}

package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.render.Format;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.world.World;
import dev.mailcheck.world.sample.Sample;
import dev.mailcheck.world.sample.SampleWorld;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code mailcheck demo [NAME]}: the same check in the sample world; needs no network. */
final class DemoCommand {
    /** What is shown to whoever names none: how it looks when all is well. */
    private static final String FIRST = "sound.example";

    /** It does not exist, and that is what it shows. */
    private static final String ABSENT = "gone.example";

    private static final String CONTROL_DOMAIN = "control.example";
    private static final String CONTROL_HOST = CONTROL_DOMAIN + ":25";

    private final Environment environment;

    DemoCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        Settings settings = new SettingsReader(arguments, environment).read();
        Domain domain = domain(arguments.positional());
        if (arguments.positional().isEmpty()) {
            list(settings);
        }
        try (World world = SampleWorld.open(environment.clock())) {
            Settings inWorld = settings.with(inWorld(settings.options()));
            Surroundings surroundings = Places.sampleWorld(environment, world);
            return new Checking(environment, inWorld, surroundings).run(List.of(domain));
        }
    }

    private static Domain domain(List<String> names) throws UsageException {
        if (names.size() > 1) {
            throw new UsageException("demo checks one sample domain, not " + names.size());
        }
        String name = names.isEmpty() ? FIRST : names.getFirst().toLowerCase(Locale.ROOT);
        List<String> known = SampleWorld.samples().stream().map(Sample::domain).toList();
        return Domain.parse(name.contains(".") ? name : name + ".example")
                .filter(domain -> known.contains(domain.name()) || domain.name().equals(ABSENT))
                .orElseThrow(() ->
                        new UsageException(
                                "there is no sample domain "
                                        + Values.shown(name)
                                        + "; there are "
                                        + String.join(", ", known)));
    }

    private static CheckOptions inWorld(CheckOptions options) {
        return new CheckOptions(
                options.selectors(),
                options.smtp(),
                25,
                options.ehlo().isEmpty() ? "[127.0.0.1]" : options.ehlo(),
                options.probeDomain().or(() -> Optional.of(CONTROL_DOMAIN)),
                options.relayProbe(),
                Optional.of(options.egressControl().orElse(CONTROL_HOST)),
                options.dnsbl(),
                options.uribl(),
                true,
                true,
                ListAccess.WITHOUT_KEYS);
    }

    /** With the report on standard output, unless a program reads that. */
    private void list(Settings settings) {
        boolean forPeople =
                settings.output().format() == Format.TEXT && settings.output().file().isEmpty();
        PrintStream to = forPeople ? environment.out() : environment.err();
        Locale locale = Locale.of(settings.output().language().word());
        for (Sample sample : SampleWorld.samples()) {
            to.printf("%-22s %s%n", sample.domain(), sample.description(locale));
        }
        to.println();
    }
}

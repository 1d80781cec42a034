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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code mailcheck demo [NAME...]}: the same check in the sample world; needs no network. */
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
        if (settings.replay().isPresent()) {
            return new Replay(environment, settings).run(arguments);
        }
        List<Domain> domains = domains(arguments.positional());
        if (arguments.positional().isEmpty()) {
            list(settings);
        }
        try (World world = SampleWorld.open(environment.clock())) {
            Settings inWorld = settings.with(inWorld(settings.options()));
            Surroundings surroundings = Places.sampleWorld(environment, world);
            return new Checking(environment, inWorld, surroundings).run(domains, Optional.empty());
        }
    }

    private List<Domain> domains(List<String> names) throws UsageException {
        Set<String> known =
                SampleWorld.samples().stream().map(Sample::domain).collect(Collectors.toSet());
        Set<Domain> domains = new LinkedHashSet<>();
        Set<Domain> repeated = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(FIRST) : names) {
            domain(name)
                    .filter(domain -> known.contains(domain.name()) || domain.name().equals(ABSENT))
                    .ifPresentOrElse(
                            domain -> (domains.contains(domain) ? repeated : domains).add(domain),
                            () -> unknown.add(Values.shown(name)));
        }
        if (!unknown.isEmpty()) {
            throw new UsageException(
                    "there is no sample domain "
                            + String.join(", ", unknown)
                            + "; there are "
                            + SampleWorld.samples().stream()
                                    .map(Sample::domain)
                                    .collect(Collectors.joining(", ")));
        }
        repeated.forEach(domain -> environment.err().println(DomainArguments.repeated(domain)));
        return List.copyOf(domains);
    }

    private static Optional<Domain> domain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Domain.parse(lower.contains(".") ? lower : lower + ".example");
    }

    /** The options of a check as the sample world needs them. */
    static CheckOptions inWorld(CheckOptions options) {
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

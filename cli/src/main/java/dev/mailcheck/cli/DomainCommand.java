package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;

import java.util.List;

/** {@code mailcheck DOMAIN...}: the main job. */
final class DomainCommand {
    private final Environment environment;

    DomainCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        Settings settings = new SettingsReader(arguments, environment).read();
        if (settings.replay().isPresent()) {
            return new Replay(environment, settings).run(arguments);
        }
        List<Domain> domains = domains(arguments);
        return new Checking(environment, settings, Places.thisHost(environment, settings))
                .run(domains, RelayNotice.of(arguments, settings));
    }

    private List<Domain> domains(Arguments arguments) throws UsageException {
        if (arguments.positional().isEmpty()) {
            throw new UsageException(
                    "which domain? Try \"mailcheck example.com\", \"mailcheck demo\" (needs no"
                            + " network) or \"mailcheck --help\"");
        }
        DomainArguments read = DomainArguments.read(arguments.positional());
        read.notes().forEach(environment.err()::println);
        return read.domains();
    }
}

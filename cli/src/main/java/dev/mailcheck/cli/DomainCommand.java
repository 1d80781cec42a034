package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;

import java.util.List;
import java.util.Optional;

/** {@code mailcheck DOMAIN...}: the main job. */
final class DomainCommand {
    private static final String NOTICE =
            "mailcheck: asking the mail hosts whether they relay: RCPT only, no mail is sent"
                    + " (--relay-probe off leaves it out)";

    private final Environment environment;

    DomainCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        Settings settings = new SettingsReader(arguments, environment).read();
        if (settings.replay().isPresent()) {
            refuseDomains(arguments);
            return new Replay(environment, settings).run();
        }
        List<Domain> domains = domains(arguments);
        Optional<String> notice =
                asksToRelayUnbidden(arguments, settings) ? Optional.of(NOTICE) : Optional.empty();
        return new Checking(environment, settings, Places.thisHost(environment, settings))
                .run(domains, notice);
    }

    /** Whoever names the option knows what it does. */
    private static boolean asksToRelayUnbidden(Arguments arguments, Settings settings) {
        return settings.options().asksToRelay()
                && arguments.value(Option.RELAY_PROBE).orElse("auto").equals("auto");
    }

    private static void refuseDomains(Arguments arguments) throws UsageException {
        if (!arguments.positional().isEmpty()) {
            throw new UsageException(
                    "--replay judges the domain of its file; leave "
                            + Values.shown(arguments.positional().getFirst())
                            + " out");
        }
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

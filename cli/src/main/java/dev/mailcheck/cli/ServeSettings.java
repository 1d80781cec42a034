package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.Naming;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListUse;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.RelayProbing;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code mailcheck serve} was asked for, read and checked.
 *
 * @param data empty: a folder that is gone when the service ends
 */
record ServeSettings(
        InetSocketAddress listen,
        Optional<Path> data,
        Naming naming,
        boolean open,
        boolean behindProxy,
        boolean demo,
        Optional<MailDoorSettings> mail,
        Settings checks) {
    /** The options of checks that make sense for all checks of a service. */
    static final List<Option> LOOKING =
            List.of(
                    Option.RESOLVER,
                    Option.TRUST_ANCHOR,
                    Option.CA_FILE,
                    Option.ZONE,
                    Option.DNSBL,
                    Option.URIBL,
                    Option.TIMEOUT,
                    Option.SMTP_PORT,
                    Option.NO_SMTP,
                    Option.EHLO,
                    Option.PROBE_DOMAIN,
                    Option.RELAY_PROBE,
                    Option.EGRESS_CONTROL,
                    Option.ALLOW_PRIVATE_TARGETS);

    private static final String LISTEN = "127.0.0.1:8025";

    static ServeSettings read(Arguments arguments, Environment environment) throws UsageException {
        boolean demo = arguments.has(ServeOption.DEMO);
        Settings checks = new SettingsReader(arguments, environment).read();
        return new ServeSettings(
                HostAndPort.bound(
                        ServeOption.LISTEN, arguments.value(ServeOption.LISTEN).orElse(LISTEN)),
                demo ? Optional.empty() : Optional.of(data(arguments, environment)),
                naming(arguments.value(ServeOption.URL)),
                demo || arguments.has(ServeOption.OPEN),
                arguments.has(ServeOption.BEHIND_PROXY),
                demo,
                MailDoorSettings.read(arguments, environment, demo),
                checks.with(hosted(checks.options(), arguments)));
    }

    static Path data(Arguments arguments, Environment environment) {
        return arguments
                .value(ServeOption.DATA)
                .map(Path::of)
                .or(() ->
                        environment
                                .variable("XDG_DATA_HOME")
                                .map(home -> Path.of(home, "mailcheck")))
                .orElseGet(() ->
                        Path.of(
                                environment.variable("HOME").orElse("."),
                                ".local",
                                "share",
                                "mailcheck"))
                .toAbsolutePath();
    }

    /**
     * Others ask through us: lists whose terms forbid that are left out, and nobody is asked to
     * relay.
     */
    private static CheckOptions hosted(CheckOptions options, Arguments arguments) {
        CheckOptions asService =
                options.withLists(
                        options.dnsbl(),
                        options.uribl(),
                        new ListAccess(ListUse.SERVICE, options.lists().keys()));
        boolean unproven = arguments.value(Option.RELAY_PROBE).orElse("auto").equals("auto");
        return unproven ? asService.withRelayProbing(RelayProbing.CONTROL_NOT_PROVEN) : asService;
    }

    private static Naming naming(Optional<String> url) throws UsageException {
        if (url.isEmpty()) {
            return new Naming(Optional.empty());
        }
        try {
            URI named = new URI(url.get().replaceFirst("/+$", ""));
            boolean web = "https".equals(named.getScheme()) || "http".equals(named.getScheme());
            boolean plain = named.getRawQuery() == null && named.getRawFragment() == null;
            if (web && plain && named.getHost() != null) {
                return new Naming(Optional.of(named));
            }
        } catch (URISyntaxException none) {
            throw wrongUrl(url.get());
        }
        throw wrongUrl(url.get());
    }

    private static UsageException wrongUrl(String url) {
        return Values.wrong(ServeOption.URL.word(), url, "a URL such as https://check.example.com");
    }
}

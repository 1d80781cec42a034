package dev.mailcheck.cli;

import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.cli.embedded.SmartHost;
import dev.mailcheck.dns.Domain;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The mail door of {@code mailcheck serve}, as it was asked for.
 *
 * @param certificate and key; empty: self-made
 * @param smartHost empty: no answers by mail
 * @param answerOnly empty: all domains
 * @param kept so long mails are kept as they came
 */
record MailDoorSettings(
        InetSocketAddress listen,
        MailAddresses addresses,
        Optional<Certificate> certificate,
        Optional<InetSocketAddress> smartHost,
        Optional<SmartHost.Login> login,
        boolean noAnswers,
        Set<String> answerOnly,
        Duration kept) {
    private static final String DEMO = "127.0.0.1:8026";
    private static final String DEMO_ADDRESS = "check@check.mailcheck.example";
    private static final long MOST_DAYS = 365;

    /** Files that the operator has. */
    record Certificate(Path certificates, Path key) {}

    /** Empty where no door is wanted. */
    static Optional<MailDoorSettings> read(
            Arguments arguments, Environment environment, boolean demo) throws UsageException {
        Optional<String> listen = arguments.value(ServeOption.SMTP).or(() -> demoDoor(demo));
        if (listen.isEmpty()) {
            refuseWithoutDoor(arguments);
            return Optional.empty();
        }
        return Optional.of(
                new MailDoorSettings(
                        HostAndPort.bound(ServeOption.SMTP, listen.get()),
                        addresses(arguments, demo),
                        certificate(arguments),
                        smartHost(arguments),
                        login(environment),
                        arguments.has(ServeOption.NO_ANSWERS),
                        answerOnly(arguments),
                        kept(arguments)));
    }

    private static Optional<String> demoDoor(boolean demo) {
        return demo ? Optional.of(DEMO) : Optional.empty();
    }

    private static void refuseWithoutDoor(Arguments arguments) throws UsageException {
        for (ServeOption option :
                List.of(
                        ServeOption.CHECK_ADDRESS,
                        ServeOption.MAIL_DOMAIN,
                        ServeOption.TLS_CERT,
                        ServeOption.TLS_KEY,
                        ServeOption.SMARTHOST,
                        ServeOption.ANSWER_ONLY,
                        ServeOption.MAIL_DAYS)) {
            if (arguments.has(option)) {
                throw new UsageException(
                        option.word() + " is about test mails; they need --smtp HOST:PORT too");
            }
        }
    }

    private static MailAddresses addresses(Arguments arguments, boolean demo)
            throws UsageException {
        Optional<String> named =
                arguments
                        .value(ServeOption.CHECK_ADDRESS)
                        .or(() ->
                                arguments
                                        .value(ServeOption.MAIL_DOMAIN)
                                        .map(domain -> "check@" + domain))
                        .or(() -> demo ? Optional.of(DEMO_ADDRESS) : Optional.empty());
        if (named.isEmpty()) {
            throw new UsageException(
                    "--smtp needs the address that test mails are sent to: --check-address"
                            + " ADDRESS or --mail-domain NAME");
        }
        return MailAddresses.parse(named.get(), false)
                .filter(addresses -> Domain.parse(addresses.domain()).isPresent())
                .orElseThrow(() ->
                        Values.wrong(
                                ServeOption.CHECK_ADDRESS.word(),
                                named.get(),
                                "an address such as check@mail.example.com"));
    }

    private static Optional<Certificate> certificate(Arguments arguments) throws UsageException {
        Optional<String> certificate = arguments.value(ServeOption.TLS_CERT);
        Optional<String> key = arguments.value(ServeOption.TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new UsageException("--tls-cert and --tls-key go together");
        }
        return certificate.map(file -> new Certificate(Path.of(file), Path.of(key.orElseThrow())));
    }

    private static Optional<InetSocketAddress> smartHost(Arguments arguments)
            throws UsageException {
        Optional<String> host = arguments.value(ServeOption.SMARTHOST);
        return host.isPresent()
                ? Optional.of(HostAndPort.elsewhere(ServeOption.SMARTHOST, host.get()))
                : Optional.empty();
    }

    private static Optional<SmartHost.Login> login(Environment environment) {
        return environment
                .variable("MAILCHECK_SMARTHOST_USER")
                .flatMap(user ->
                        environment
                                .variable("MAILCHECK_SMARTHOST_PASSWORD")
                                .map(password -> new SmartHost.Login(user, password)));
    }

    private static Set<String> answerOnly(Arguments arguments) throws UsageException {
        Set<String> domains = new HashSet<>();
        for (String name : arguments.values(ServeOption.ANSWER_ONLY)) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (Domain.parse(lower).isEmpty()) {
                throw Values.wrong(ServeOption.ANSWER_ONLY.word(), name, "a domain");
            }
            domains.add(lower);
        }
        return domains;
    }

    private static Duration kept(Arguments arguments) throws UsageException {
        String days = arguments.value(ServeOption.MAIL_DAYS).orElse("3");
        return Duration.ofDays(Values.number(ServeOption.MAIL_DAYS.word(), days, 1, MOST_DAYS));
    }
}

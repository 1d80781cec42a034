package dev.mailcheck.cli;

import dev.mailcheck.cli.Settings.DnsSource;
import dev.mailcheck.cli.Settings.Output;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Parsed;
import dev.mailcheck.dns.ResolverList;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.render.Format;
import dev.mailcheck.report.Language;
import dev.mailcheck.tls.PemFile;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the options of a checking command; whatever is wrong with one is said before anything is
 * run.
 */
final class SettingsReader {
    private static final Pattern LABELS =
            Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");

    /**
     * Not the whole name of the key's record: nothing would be found, and that would be a fault.
     */
    private static final Pattern SELECTOR =
            Pattern.compile("(?i)(?!(.*\\.)?_domainkey(\\.|$))" + LABELS.pattern());

    private static final Pattern EHLO =
            Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*|\\[[0-9A-Za-z:.]{2,45}]");

    private final Arguments arguments;
    private final Environment environment;

    SettingsReader(Arguments arguments, Environment environment) {
        this.arguments = arguments;
        this.environment = environment;
    }

    Settings read() throws UsageException {
        ListOptions lists = ListOptions.read(arguments, environment);
        return new Settings(
                output(),
                checkOptions(lists),
                dns(lists),
                authorities(),
                at(),
                timeout(),
                recordFile(),
                arguments.value(Option.REPLAY),
                failOn());
    }

    Language language() throws UsageException {
        String word = arguments.value(Option.LANG).orElseGet(environment::localeLanguage);
        return Language.of(word)
                .orElseThrow(() -> Values.wrong(Option.LANG.word(), word, "en or ja"));
    }

    private Output output() throws UsageException {
        return new Output(
                format(),
                outputFile(),
                language(),
                arguments.has(Option.VERBOSE),
                arguments.has(Option.QUIET));
    }

    private Format format() throws UsageException {
        String word = arguments.value(Option.FORMAT).orElse("text");
        if (arguments.has(Option.JSON)) {
            return Format.JSON;
        }
        String known = String.join(", ", Arrays.stream(Format.values()).map(Format::word).toList());
        return Format.of(word).orElseThrow(() -> Values.wrong(Option.FORMAT.word(), word, known));
    }

    private CheckOptions checkOptions(ListOptions lists) throws UsageException {
        boolean network = !arguments.has(Option.ZONE);
        return new CheckOptions(
                selectors(),
                network && !arguments.has(Option.NO_SMTP),
                smtpPort(),
                ehlo().orElse(""),
                probeDomain(),
                relayProbe(),
                egressControl(),
                lists.dnsbl(),
                lists.uribl(),
                network,
                arguments.has(Option.ALLOW_PRIVATE_TARGETS),
                lists.access());
    }

    private List<String> selectors() throws UsageException {
        for (String selector : arguments.values(Option.SELECTOR)) {
            require(Option.SELECTOR, selector, SELECTOR, "a DKIM selector such as s2048");
        }
        return arguments.values(Option.SELECTOR);
    }

    private int smtpPort() throws UsageException {
        Optional<String> port = arguments.value(Option.SMTP_PORT);
        return port.isEmpty() ? 25 : Values.port(Option.SMTP_PORT.word(), port.get());
    }

    private Optional<String> ehlo() throws UsageException {
        Optional<String> name = arguments.value(Option.EHLO);
        if (name.isPresent()) {
            require(Option.EHLO, name.get(), EHLO, "a host name or an address literal in brackets");
        }
        return name;
    }

    private Optional<String> probeDomain() throws UsageException {
        Optional<String> domain = arguments.value(Option.PROBE_DOMAIN);
        if (domain.isPresent()) {
            require(Option.PROBE_DOMAIN, domain.get(), LABELS, "a domain name");
        }
        return domain;
    }

    /** Whoever is at the command line is told of it, and then asks in all forms. */
    private RelayProbing relayProbe() throws UsageException {
        return relayMode().equals("off") ? RelayProbing.OFF : RelayProbing.ON;
    }

    private String relayMode() throws UsageException {
        return Values.oneOf(
                Option.RELAY_PROBE.word(),
                arguments.value(Option.RELAY_PROBE).orElse("auto"),
                List.of("auto", "on", "off"));
    }

    private Optional<String> egressControl() throws UsageException {
        Optional<String> control = arguments.value(Option.EGRESS_CONTROL);
        if (control.isPresent() && !control.get().equals("none")) {
            Values.hostAndPort(Option.EGRESS_CONTROL.word(), control.get());
        }
        return control;
    }

    private static void require(Option option, String text, Pattern form, String expected)
            throws UsageException {
        if (!form.matcher(text).matches()
                || (DnsName.parse(text).isEmpty() && !text.startsWith("["))) {
            throw Values.wrong(option.word(), text, expected);
        }
    }

    private DnsSource dns(ListOptions lists) throws UsageException {
        List<WhatIf> with = new ArrayList<>();
        for (String line : arguments.values(Option.WITH)) {
            with.add(orThrow(Option.WITH, WhatIf.parse(line)));
        }
        return new DnsSource(resolvers(), trustAnchor(), zone(), with, lists.keys());
    }

    private List<InetSocketAddress> resolvers() throws UsageException {
        Optional<String> host = arguments.value(Option.RESOLVER);
        return host.isEmpty()
                ? List.of()
                : orThrow(Option.RESOLVER, ResolverList.parse(host.get()));
    }

    private Optional<ZoneDns> zone() throws UsageException {
        Optional<String> file = text(Option.ZONE);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(orThrow(Option.ZONE, ZoneDns.parse(file.get())));
    }

    private Optional<TrustAnchorSet> trustAnchor() throws UsageException {
        Optional<String> file = text(Option.TRUST_ANCHOR);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(orThrow(Option.TRUST_ANCHOR, TrustAnchorSet.parse(file.get())));
    }

    private List<byte[]> authorities() throws UsageException {
        Optional<String> file = text(Option.CA_FILE);
        List<byte[]> certificates = PemFile.certificates(file.orElse(""));
        if (file.isPresent() && certificates.isEmpty()) {
            throw new UsageException(Option.CA_FILE.word() + ": there is no PEM certificate in it");
        }
        return certificates;
    }

    private Optional<Instant> at() throws UsageException {
        Optional<String> at = arguments.value(Option.AT);
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(Values.instant(Option.AT.word(), at.get()));
    }

    private Duration timeout() throws UsageException {
        return Values.seconds(Option.TIMEOUT.word(), arguments.value(Option.TIMEOUT).orElse("60"));
    }

    private Optional<Grade> failOn() throws UsageException {
        Optional<String> word = arguments.value(Option.FAIL_ON);
        List<String> grades = Arrays.stream(Grade.values()).map(Grade::name).toList();
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Grade.valueOf(Values.oneOf(Option.FAIL_ON.word(), word.get(), grades)));
    }

    /** None: standard output, which {@code -} names too. */
    private Optional<Path> outputFile() throws UsageException {
        return arguments.value(Option.OUTPUT).filter("-"::equals).isPresent()
                ? Optional.empty()
                : file(Option.OUTPUT);
    }

    /** Standard output is the report's. */
    private Optional<Path> recordFile() throws UsageException {
        if (arguments.value(Option.RECORD).filter("-"::equals).isPresent()) {
            throw Values.wrong(Option.RECORD.word(), "-", "a file");
        }
        return file(Option.RECORD);
    }

    private Optional<Path> file(Option option) throws UsageException {
        Optional<String> name = arguments.value(option);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Values.writable(option.word(), name.get()));
    }

    private Optional<String> text(Option option) throws UsageException {
        Optional<String> name = arguments.value(option);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Values.file(option.word(), name.get()));
    }

    private static <T> T orThrow(Option option, Parsed<T> parsed) throws UsageException {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Invalid<T>(String problem) ->
                    throw new UsageException(option.word() + ": " + problem);
        };
    }
}

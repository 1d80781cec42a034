package dev.mailcheck.cli;

import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.MailAnalysis;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.run.Surroundings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code mailcheck mail FILE}: one received mail, and with {@code --batch} many. */
final class MailCommand {
    private final Environment environment;

    MailCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        Settings settings = new SettingsReader(arguments, environment).read();
        MailOptions options = MailOptions.read(arguments);
        if (arguments.has(Option.BATCH)) {
            return new BatchCommand(environment, settings, options).run(arguments);
        }
        if (settings.replay().isPresent()) {
            refuseFile(arguments);
            return new Replay(environment, settings).run(arguments);
        }
        Optional<String> notice =
                options.full() ? RelayNotice.of(arguments, settings) : Optional.empty();
        return analyse(file(arguments), settings, options, notice);
    }

    private static void refuseFile(Arguments arguments) throws UsageException {
        if (!arguments.positional().isEmpty()) {
            throw new UsageException(
                    "--replay judges the mail of its recording; leave "
                            + Values.shown(arguments.positional().getFirst())
                            + " out");
        }
    }

    private static String file(Arguments arguments) throws UsageException {
        List<String> files = arguments.positional();
        if (files.isEmpty()) {
            throw new UsageException(
                    "which mail? Try \"mailcheck mail FILE\", or - for standard input");
        }
        if (files.size() > 1) {
            throw new UsageException(
                    "mail takes one file, not "
                            + files.size()
                            + "; for many there is mail --batch FILE");
        }
        return files.getFirst();
    }

    private int analyse(
            String name, Settings settings, MailOptions options, Optional<String> notice)
            throws UsageException {
        MailFile file = new MailFile(environment);
        ReceivedMail mail = ReceivedMail.read(file.read(name), options.given(), options.trusted());
        file.inspect(name, mail);
        if (options.full() && mail.authorDomain().isEmpty()) {
            environment
                    .err()
                    .println(
                            "mailcheck: the mail has no clear author domain, so --full has no"
                                    + " domain to check; the mail alone is analysed");
        } else {
            notice.ifPresent(environment.err()::println);
        }
        Surroundings surroundings = Places.thisHost(environment, settings);
        try (SharedDoors shared = SharedDoors.open(surroundings);
                ProgressDisplay display = display(settings)) {
            MailAnalysis analysis =
                    new MailAnalysis(
                            surroundings,
                            shared,
                            SignatureCrypto.forOneMail(),
                            settings.dns().with(),
                            settings.timeout(),
                            options.full());
            return show(mail, settings, analysis, display);
        }
    }

    private ProgressDisplay display(Settings settings) {
        return settings.output().quiet()
                ? ProgressDisplay.NONE
                : new ProgressLine(environment.err(), environment.errTerminal());
    }

    private int show(
            ReceivedMail mail, Settings settings, MailAnalysis analysis, ProgressDisplay display)
            throws UsageException {
        Reporting reporting = new Reporting(environment, settings);
        Instant at = settings.at().orElseGet(environment.clock()::instant);
        Seen seen =
                analysis.observe(
                        mail,
                        settings.options(),
                        settings.dns().zone(),
                        at,
                        probes(),
                        display.of("the mail"));
        reporting.record(seen, at);
        Report report = reporting.report(seen, at);
        display.ended(report);
        return reporting.show(List.of(report));
    }

    /** Daemon platform threads: virtual ones that wait in sockets delay the end of the process. */
    private static ExecutorService probes() {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("probe-", 0).factory());
    }
}

package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.EhloName;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Progress;
import dev.mailcheck.run.Recording;
import dev.mailcheck.run.Surroundings;

import io.avaje.jsonb.Jsonb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks domains one after another, then shows what came of it. */
final class Checking {
    private final Environment environment;
    private final Settings settings;
    private final Surroundings surroundings;
    private final Reporting reporting;

    /** Daemon platform threads: virtual ones that wait in sockets delay the end of the process. */
    private final ExecutorService executor =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("probe-", 0).factory());

    Checking(Environment environment, Settings settings, Surroundings surroundings) {
        this.environment = environment;
        this.settings = settings;
        this.surroundings = surroundings;
        this.reporting = new Reporting(environment, settings);
    }

    int run(List<Domain> domains) throws UsageException {
        if (domains.size() > 1 && settings.record().isPresent()) {
            throw new UsageException("--record takes one domain, not " + domains.size());
        }
        List<Report> reports = new ArrayList<>();
        for (Domain domain : domains) {
            reports.add(check(domain));
        }
        return reporting.show(reports);
    }

    private Report check(Domain domain) throws UsageException {
        Instant at = settings.at().orElseGet(environment.clock()::instant);
        Seen seen = observe(domain, at);
        if (settings.record().isPresent()) {
            String recording = Recording.of(seen, at).toJson(Jsonb.instance());
            OutputFile.write("--record", settings.record().get(), recording);
        }
        return reporting.report(seen, at);
    }

    private Seen observe(Domain domain, Instant at) {
        ProgressLine line =
                new ProgressLine(environment.err(), environment.errTerminal(), domain.name());
        try (LiveDoors live = open()) {
            Target target = new Target(domain, named(live));
            return CheckRunner.observe(
                    target, live.doors(), at, settings.output().quiet() ? Progress.NONE : line);
        } finally {
            if (!settings.output().quiet()) {
                line.end();
            }
        }
    }

    private LiveDoors open() {
        return LiveDoors.open(
                surroundings,
                settings.dns().zone(),
                settings.dns().with(),
                settings.timeout(),
                executor);
    }

    /** The options with our EHLO name, which only the DNS can tell to be one that resolves. */
    private CheckOptions named(LiveDoors live) {
        CheckOptions options = settings.options();
        return options.ehlo().isEmpty()
                ? options.withEhlo(
                        EhloName.of(
                                surroundings.hostName(),
                                surroundings.ownAddress().get(),
                                live.doors().dns()))
                : options;
    }
}

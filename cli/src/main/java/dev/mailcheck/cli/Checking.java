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
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.run.Surroundings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks domains side by side, then shows what came of it. */
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

    /**
     * Checks them all.
     *
     * @param notice what to say first, once nothing is wrong with the input
     */
    int run(List<Domain> domains, Optional<String> notice) throws UsageException {
        if (domains.size() > 1 && settings.record().isPresent()) {
            throw new UsageException(
                    "--record takes one domain, not "
                            + domains.size()
                            + "; record each into a file of its own");
        }
        notice.ifPresent(environment.err()::println);
        try (SharedDoors shared = SharedDoors.open(surroundings);
                ProgressDisplay display = display(domains)) {
            return reporting.show(
                    domains.size() == 1
                            ? List.of(check(domains.getFirst(), shared, display))
                            : Several.inOrder(domains, domain -> check(domain, shared, display)));
        }
    }

    private ProgressDisplay display(List<Domain> domains) {
        if (settings.output().quiet()) {
            return domains.size() == 1 ? ProgressDisplay.UNHEARD : ProgressDisplay.NONE;
        }
        return domains.size() == 1
                ? new ProgressLine(environment.err(), environment.errTerminal())
                : new ProgressOfSeveral(
                        environment.err(), environment.errTerminal(), domains.size());
    }

    private Report check(Domain domain, SharedDoors shared, ProgressDisplay display)
            throws UsageException {
        Instant at = settings.at().orElseGet(environment.clock()::instant);
        Seen seen = observe(domain, at, shared, display.of(domain.name()));
        reporting.record(seen, at);
        Report report = reporting.report(seen, at);
        display.ended(report);
        return report;
    }

    private Seen observe(Domain domain, Instant at, SharedDoors shared, Progress progress) {
        try (LiveDoors live = open(shared)) {
            CheckOptions options =
                    EhloName.in(settings.options(), surroundings, live.doors().dns());
            Target target = new Target(domain, options);
            return CheckRunner.observe(target, live.doors(), at, progress);
        }
    }

    private LiveDoors open(SharedDoors shared) {
        return LiveDoors.open(
                shared,
                surroundings,
                settings.dns().zone(),
                settings.dns().with(),
                settings.timeout(),
                executor);
    }
}

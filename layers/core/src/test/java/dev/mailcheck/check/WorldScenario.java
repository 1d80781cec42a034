package dev.mailcheck.check;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.InWorld;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Progress;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A domain of a test world, checked as on a laptop: resolver, name servers, mail hosts. */
final class WorldScenario {
    private final List<CheckResult> results;

    private WorldScenario(List<CheckResult> results) {
        this.results = results;
    }

    /** Checks the domain in the world that the plan makes, within a minute. */
    static WorldScenario of(String domain, UnaryOperator<WorldPlan> plan) {
        return of(domain, plan, List.of());
    }

    /** The same, as if these records were published. */
    static WorldScenario of(String domain, UnaryOperator<WorldPlan> plan, List<WhatIf> records) {
        try (World world = plan.apply(World.plan(SmtpLab.CLOCK)).open();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                LiveDoors live =
                        LiveDoors.open(
                                InWorld.surroundings(world, SmtpLab.CLOCK),
                                Optional.empty(),
                                records,
                                Duration.ofSeconds(60),
                                executor)) {
            Seen seen = CheckRunner.observe(target(domain), live.doors(), Progress.NONE);
            return new WorldScenario(CheckRunner.judge(seen, SmtpLab.NOW));
        }
    }

    private static Target target(String domain) {
        return new Target(new Domain(domain), SmtpLab.options("control.example:25"));
    }

    List<CheckResult> results() {
        return results;
    }

    CheckResult result(CheckId check) {
        return results.stream().filter(result -> result.id() == check).findFirst().orElseThrow();
    }

    /** The names of all codes of a check, each once, in order of the table. */
    List<String> codes(CheckId check) {
        return result(check).findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }
}

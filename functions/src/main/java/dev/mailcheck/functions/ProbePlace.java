package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.run.Surroundings;

import org.crac.Core;
import org.crac.Resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Opens the doors of one invocation, which end a moment before Lambda ends it. Before a snapshot is
 * taken of the process, a check without network warms it up; after it was restored, resolvers and
 * randomness are new.
 */
final class ProbePlace implements Resource {
    /** Kept back, so that what was seen is handed in. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final String WARM_UP_ZONE =
            """
            {"warm.example": {"MX": ["10 mx.warm.example."], "TXT": ["v=spf1 mx -all"]},
             "_dmarc.warm.example": {"TXT": ["v=DMARC1; p=reject"]},
             "mx.warm.example": {"A": ["192.0.2.1"]}}
            """;

    private volatile Surroundings surroundings;

    ProbePlace(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static ProbePlace ofThisProcess() {
        ProbePlace here = new ProbePlace(surroundingsOfThisProcess());
        Core.getGlobalContext().register(here);
        return here;
    }

    private static Surroundings surroundingsOfThisProcess() {
        return Place.ofThisProcess(System.getenv()).surroundings().get();
    }

    /** Does it with doors that are open meanwhile. */
    <T> T through(Context context, Function<Doors, T> visit) {
        return through(Optional.empty(), remaining(context), visit);
    }

    /** The time that one invocation has to look around. */
    static Duration remaining(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    }

    /** From where it looks; for whoever opens doors himself. */
    Surroundings surroundings() {
        return surroundings;
    }

    private <T> T through(Optional<ZoneDns> zone, Duration budget, Function<Doors, T> visit) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (LiveDoors live = LiveDoors.open(surroundings, zone, List.of(), budget, threads)) {
                return visit.apply(live.doors());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        Target target = new Target(Domain.parse("warm.example").orElseThrow(), withoutNetwork());
        Optional<ZoneDns> zone = Optional.of(ZoneDns.parse(WARM_UP_ZONE).orElseThrow());
        GroupSeen plan = through(zone, WARM_UP, doors -> GroupRun.plan(target, doors));
        for (ProbeGroup group : ProbeGroup.values()) {
            Parcel.pack(
                    through(zone, WARM_UP, doors -> GroupRun.run(group, target, plan, doors)),
                    JsonWire.jsonb());
        }
    }

    private static CheckOptions withoutNetwork() {
        CheckOptions usual = CheckOptions.DEFAULT;
        return new CheckOptions(
                usual.selectors(),
                false,
                usual.smtpPort(),
                usual.ehlo(),
                usual.probeDomain(),
                usual.relayProbe(),
                usual.egressControl(),
                usual.dnsbl(),
                usual.uribl(),
                false,
                usual.lab());
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        surroundings = surroundingsOfThisProcess();
    }
}

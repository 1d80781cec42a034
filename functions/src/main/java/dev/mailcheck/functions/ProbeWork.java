package dev.mailcheck.functions;

import dev.mailcheck.probe.Target;
import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupOrder;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * What the functions that probe have in common: one group of probes, from the plan to what it saw.
 * Anything that goes wrong with mail or network is in the answer; what is thrown is a bug of ours,
 * which the state machine turns into "not known".
 */
final class ProbeWork {
    private final ProbeGroup group;
    private final ProbePlace place;

    ProbeWork(ProbeGroup group, ProbePlace place) {
        this.group = group;
        this.place = place;
    }

    /** Of this process; before a snapshot is taken of it, the group is rehearsed. */
    static ProbeWork of(ProbeGroup group) {
        Rehearsal.plan(times -> rehearse(group, times));
        return new ProbeWork(group, ProbePlace.ofThisProcess());
    }

    static void rehearse(ProbeGroup group, int times) throws IOException {
        try (StandInResolver resolver = StandInResolver.open()) {
            ProbePlace place = resolver.place();
            Target target = StandInResolver.target();
            GroupSeen plan =
                    place.through(StandInResolver.BUDGET, doors -> GroupRun.plan(target, doors));
            GroupOrder order = new GroupOrder(target, packed(plan).orElseThrow());
            ProbeWork work = new ProbeWork(group, place);
            for (int i = 0; i < times; i++) {
                work.answer(
                        JsonWire.event(GroupOrder.class, order),
                        OutputStream.nullOutputStream(),
                        StandInResolver.BUDGET);
            }
        }
    }

    /**
     * Reads an order and writes what was seen.
     *
     * @param budget all the time there is
     */
    void answer(InputStream in, OutputStream out, Duration budget) throws IOException {
        GroupOrder order = JsonWire.read(GroupOrder.class, in);
        GroupSeen plan =
                Parcel.unpack(order.plan(), JsonWire.jsonb())
                        .orElseGet(() -> GroupSeen.failed(ProbeGroup.PLAN, "INTERNAL_ERROR", ""));
        GroupSeen seen =
                place.through(budget, doors -> GroupRun.run(group, order.target(), plan, doors));
        GroupAnswer answer =
                new GroupAnswer(
                        packed(seen)
                                .or(() -> packed(GroupSeen.failed(group, "TOO_MUCH_SEEN", "")))
                                .orElseThrow());
        JsonWire.write(GroupAnswer.class, answer, out);
    }

    /** Empty where the state machine could not pass it on. */
    private static Optional<String> packed(GroupSeen seen) {
        return Parcel.pack(seen, JsonWire.jsonb());
    }
}

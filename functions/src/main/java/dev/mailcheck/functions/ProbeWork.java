package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;

import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupOrder;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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

    static ProbeWork of(ProbeGroup group) {
        return new ProbeWork(group, ProbePlace.ofThisProcess());
    }

    void answer(InputStream in, OutputStream out, Context context) throws IOException {
        GroupOrder order = JsonWire.read(GroupOrder.class, in);
        GroupSeen plan =
                Parcel.unpack(order.plan(), JsonWire.jsonb())
                        .orElseGet(() -> GroupSeen.failed(ProbeGroup.PLAN, "INTERNAL_ERROR", ""));
        GroupSeen seen =
                place.through(context, doors -> GroupRun.run(group, order.target(), plan, doors));
        GroupAnswer answer = new GroupAnswer(packed(seen));
        JsonWire.write(GroupAnswer.class, answer, out);
    }

    /** What the state machine could not pass on is not known. */
    private String packed(GroupSeen seen) {
        return Parcel.pack(seen, JsonWire.jsonb())
                .or(() ->
                        Parcel.pack(GroupSeen.failed(group, "TOO_MUCH_SEEN", ""), JsonWire.jsonb()))
                .orElseThrow();
    }
}

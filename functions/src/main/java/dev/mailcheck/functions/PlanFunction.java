package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.store.Hashed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** The first step of a run: the mail hosts, and whose word on the zone is taken. */
public final class PlanFunction implements RequestStreamHandler {
    private final ProbePlace place;

    public PlanFunction() {
        this(ProbePlace.ofThisProcess());
        Rehearsal.plan(PlanFunction::rehearse);
    }

    PlanFunction(ProbePlace place) {
        this.place = place;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        answer(in, out, ProbePlace.remaining(context));
    }

    private void answer(InputStream in, OutputStream out, Duration budget) throws IOException {
        PlanOrder order = JsonWire.read(PlanOrder.class, in);
        GroupSeen seen = place.through(budget, doors -> GroupRun.plan(order.target(), doors));
        Planned planned =
                new Planned(Parcel.pack(seen, JsonWire.jsonb()).orElseThrow(), mailHosts(seen));
        JsonWire.write(Planned.class, planned, out);
    }

    static void rehearse(int times) throws IOException {
        try (StandInResolver resolver = StandInResolver.open()) {
            PlanOrder order = new PlanOrder(StandInResolver.target());
            PlanFunction function = new PlanFunction(resolver.place());
            for (int i = 0; i < times; i++) {
                function.answer(
                        JsonWire.event(PlanOrder.class, order),
                        OutputStream.nullOutputStream(),
                        StandInResolver.BUDGET);
            }
        }
    }

    private static String mailHosts(GroupSeen seen) {
        return seen.mailHosts()
                .map(mx -> JsonText.of(JsonWire.jsonb().type(MxObservation.class), mx))
                .map(text -> Hashed.of(text).hex())
                .orElse("");
    }
}

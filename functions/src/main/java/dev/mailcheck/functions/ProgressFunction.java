package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Tells those who wait how far a run is: which checks can be judged by what the branches have seen
 * so far.
 */
public final class ProgressFunction implements RequestStreamHandler {
    private final Stores stores;
    private final Evidence evidence;

    public ProgressFunction() {
        this(AwsStores.ofThisProcess());
        Stage.planRun(ProgressFunction::rehearse);
    }

    ProgressFunction(Stores stores) {
        this.stores = stores;
        this.evidence = new Evidence(stores.documents(), JsonWire.jsonb());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        answer(in, out);
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
        RunOrder order = JsonWire.read(RunOrder.class, in);
        stores.results().started(order.run(), CheckRunner.total(order.target().kind()));
        Seen seen =
                GroupRun.together(order.target(), evidence.soFar(order), order.at(), order.at());
        stores.results()
                .judged(
                        order.run(),
                        CheckResult.statuses(
                                CheckRunner.judgeSettled(
                                        seen.target(), seen.observations(), order.at())));
        JsonWire.writeNothing(out);
    }

    static void rehearse(Stage stage, RehearsedRun run) throws IOException {
        new ProgressFunction(stage.stores())
                .answer(run.ordered(stage.stores().documents()), OutputStream.nullOutputStream());
    }
}

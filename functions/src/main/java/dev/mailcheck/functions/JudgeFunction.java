package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.grade.Grading;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.Recording;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Puts together what all branches saw, stores it as a recording, and judges it. What came to
 * nothing in a branch is "not known" here.
 */
public final class JudgeFunction implements RequestStreamHandler {
    private final Stores stores;
    private final Evidence evidence;
    private final Clock clock;

    public JudgeFunction() {
        this(AwsStores.ofThisProcess(), Clock.systemUTC());
        Stage.planRun(JudgeFunction::rehearse);
    }

    JudgeFunction(Stores stores, Clock clock) {
        this.stores = stores;
        this.evidence = new Evidence(stores.documents(), JsonWire.jsonb());
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        answer(in, out);
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
        RunOrder order = JsonWire.read(RunOrder.class, in);
        Seen seen =
                GroupRun.together(order.target(), evidence.all(order), order.at(), clock.instant());
        String recording = Recording.of(seen, order.at()).toJson(JsonWire.jsonb());
        stores.documents()
                .write(order.run(), Publication.SEEN, recording.getBytes(StandardCharsets.UTF_8));
        JsonWire.write(Verdict.class, verdict(seen, order), out);
    }

    static void rehearse(Stage stage, RehearsedRun run) throws IOException {
        new JudgeFunction(stage.stores(), Clock.systemUTC())
                .answer(run.ordered(stage.stores().documents()), OutputStream.nullOutputStream());
    }

    private static Verdict verdict(Seen seen, RunOrder order) {
        List<CheckResult> results = CheckRunner.judge(seen, order.at());
        long notSeen =
                seen.observations().all().stream().filter(ProbeFailure.class::isInstance).count();
        return new Verdict(Grading.of(results, List.of()).grade().name(), (int) notSeen);
    }
}

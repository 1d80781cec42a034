package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.functions.store.AwsClients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Takes checks: the one function that may start a run. */
public final class StartFunction implements RequestStreamHandler {
    private static final String STATE_MACHINE = "MAILCHECK_STATE_MACHINE";

    private final HttpWork work;

    public StartFunction() {
        this(HttpService.work(starter()));
    }

    StartFunction(HttpWork work) {
        this.work = work;
    }

    /** Of runs, by the template's variables. */
    static ExecutionStarter starter() {
        Place place = Place.ofThisProcess(System.getenv());
        return new ExecutionStarter(
                new Executions(
                        AwsClients.ofThisProcess().stepFunctions(),
                        Objects.requireNonNull(System.getenv(STATE_MACHINE), STATE_MACHINE)),
                place.options(),
                place.clock());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        work.answer(in, out);
    }
}

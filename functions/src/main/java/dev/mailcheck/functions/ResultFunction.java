package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Shows results, their progress and badges, and the start page; it starts nothing. */
public final class ResultFunction implements RequestStreamHandler {
    private final HttpWork work;

    public ResultFunction() {
        this(HttpService.work(ExecutionStarter.none()));
    }

    ResultFunction(HttpWork work) {
        this.work = work;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        work.answer(in, out);
    }
}

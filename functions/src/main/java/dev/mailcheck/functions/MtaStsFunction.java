package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.run.ProbeGroup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Fetches the policy of MTA-STS. */
public final class MtaStsFunction implements RequestStreamHandler {
    private final ProbeWork work;

    public MtaStsFunction() {
        this(ProbeWork.of(ProbeGroup.MTA_STS));
    }

    MtaStsFunction(ProbeWork work) {
        this.work = work;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        work.answer(in, out, ProbePlace.remaining(context));
    }
}

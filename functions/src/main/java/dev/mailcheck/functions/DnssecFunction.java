package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.run.ProbeGroup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Validates: DNSSEC of the domain and its mail hosts, TLSA records, and the resolver itself. */
public final class DnssecFunction implements RequestStreamHandler {
    private final ProbeWork work;

    public DnssecFunction() {
        this(ProbeWork.of(ProbeGroup.DNSSEC));
    }

    DnssecFunction(ProbeWork work) {
        this.work = work;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        work.answer(in, out, ProbePlace.remaining(context));
    }
}

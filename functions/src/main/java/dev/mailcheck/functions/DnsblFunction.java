package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.run.ProbeGroup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Asks the block lists, and is the one function that knows our keys for them. */
public final class DnsblFunction implements RequestStreamHandler {
    private final ProbeWork work;

    public DnsblFunction() {
        this(ProbeWork.of(ProbeGroup.DNSBL));
    }

    DnsblFunction(ProbeWork work) {
        this.work = work;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        work.answer(in, out, ProbePlace.remaining(context));
    }
}

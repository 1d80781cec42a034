package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.run.ProbeGroup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Looks up the policies in the DNS: SPF, DKIM keys, DMARC and their like, and the zone itself. */
public final class PoliciesFunction implements RequestStreamHandler {
    private final ProbeWork work;

    public PoliciesFunction() {
        this(ProbeWork.of(ProbeGroup.POLICIES));
    }

    PoliciesFunction(ProbeWork work) {
        this.work = work;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        work.answer(in, out, ProbePlace.remaining(context));
    }
}

package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.MailAnalysis;
import dev.mailcheck.run.Progress;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.run.Surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at one mail: who is behind it, how it came, and what it is like. */
public final class MailLookFunction implements RequestStreamHandler {
    private static final TrustedReceivers SES = new TrustedReceivers(List.of());

    private final ProbePlace place;
    private final MailParts parts;
    private final MailEvidence evidence;
    private final SignatureCrypto crypto = SignatureCrypto.forManyMails();

    public MailLookFunction() {
        this(ProbePlace.ofThisProcess(), MailParts.ofThisProcess());
    }

    MailLookFunction(ProbePlace place, MailParts parts) {
        this.place = place;
        this.parts = parts;
        this.evidence = new MailEvidence(parts.stores().documents(), JsonWire.jsonb());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        MailOrder order = JsonWire.read(MailOrder.class, in);
        parts.stores().results().started(order.run(), CheckRunner.total(order.target().kind()));
        evidence.write(order.run(), seen(order, ProbePlace.remaining(context)), order.at());
        JsonWire.writeNothing(out);
    }

    private Seen seen(MailOrder order, Duration budget) {
        ReceivedMail mail = mail(order.run());
        Surroundings surroundings = place.surroundings();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SharedDoors shared = SharedDoors.open(surroundings)) {
            try {
                return new MailAnalysis(surroundings, shared, crypto, List.of(), budget, false)
                        .observe(
                                mail,
                                order.target().options(),
                                Optional.empty(),
                                order.at(),
                                threads,
                                Progress.NONE);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private ReceivedMail mail(String run) {
        Arrival arrival =
                parts.desk()
                        .arrival(run)
                        .orElseThrow(() -> new IllegalStateException("the envelope is gone"));
        byte[] bytes =
                parts.desk()
                        .mail(run)
                        .orElseThrow(() -> new IllegalStateException("the mail is gone"));
        return ReceivedMail.read(bytes, arrival.given(), SES);
    }
}

package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.CheckOptions;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at one mail: who is behind it, how it came, and what it is like. */
public final class MailLookFunction implements RequestStreamHandler {
    private static final TrustedReceivers SES = new TrustedReceivers(List.of());

    private static final String REHEARSED =
            """
            From: a@rehearsal.example
            To: b@rehearsal.example
            Subject: rehearsal
            Date: Sun, 22 Nov 2026 12:00:00 +0000
            Message-ID: <1@rehearsal.example>
            DKIM-Signature: v=1; a=rsa-sha256; d=rehearsal.example; s=s; h=from; bh=AAAA; b=AAAA

            rehearsal
            """
                    .replace("\n", "\r\n");

    private final ProbePlace place;
    private final MailParts parts;
    private final MailEvidence evidence;
    private final SignatureCrypto crypto = SignatureCrypto.forManyMails();

    public MailLookFunction() {
        this(ProbePlace.ofThisProcess(), MailParts.ofThisProcess());
        Rehearsal.plan(times -> rehearse(parts, times));
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
        evidence.write(
                order.run(),
                seen(
                        mail(order.run()),
                        order.target().options(),
                        order.at(),
                        ProbePlace.remaining(context)),
                order.at());
        JsonWire.writeNothing(out);
    }

    private Seen seen(ReceivedMail mail, CheckOptions options, Instant at, Duration budget) {
        Surroundings surroundings = place.surroundings();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SharedDoors shared = SharedDoors.open(surroundings)) {
            try {
                return new MailAnalysis(surroundings, shared, crypto, List.of(), budget, false)
                        .observe(mail, options, Optional.empty(), at, threads, Progress.NONE);
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

    static void rehearse(MailParts parts, int times) throws IOException {
        ReceivedMail mail =
                ReceivedMail.read(
                        REHEARSED.getBytes(StandardCharsets.US_ASCII),
                        new Envelope.Given(
                                Optional.of("192.0.2.1"),
                                Optional.of("mx.rehearsal.example"),
                                Optional.of("a@rehearsal.example"),
                                Optional.empty()),
                        SES);
        try (StandInResolver resolver = StandInResolver.open()) {
            MailLookFunction function = new MailLookFunction(resolver.place(), parts);
            CheckOptions options = StandInResolver.target().options();
            for (int i = 0; i < times; i++) {
                function.seen(mail, options, Instant.now(), StandInResolver.BUDGET);
            }
        }
    }
}

package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.store.StoredRun;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;

/** Sends the answer to a mail: over TLS or not at all where the run waits for news of it. */
public final class AnswerFunction implements RequestStreamHandler {
    private final MailParts parts;
    private final Sending sending;
    private final Waits waits;
    private final MailFacts facts;

    public AnswerFunction() {
        this(MailParts.ofThisProcess());
    }

    private AnswerFunction(MailParts parts) {
        this(
                parts,
                new Sending(
                        parts.stores().claims(),
                        PostOffice.ofThisProcess(parts.desk().addresses().plain(), System.getenv())
                                ::send,
                        Clock.systemUTC(),
                        new SecureRandom()),
                new Waits(parts.stores().claims(), AwsClients.ofThisProcess().stepFunctions()));
    }

    AnswerFunction(MailParts parts, Sending sending, Waits waits) {
        this.parts = parts;
        this.sending = sending;
        this.waits = waits;
        this.facts = new MailFacts(parts.stores().claims(), parts.desk());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        AnswerOrder order = JsonWire.read(AnswerOrder.class, in);
        StoredRun run = parts.stores().results().run(order.run()).orElseThrow();
        if (order.token() == null) {
            sending.once(run, Way.ANYHOW, () -> parts.answers().answer(run));
        } else {
            waits.expect(run, Waits.For.ANSWER, order.token());
            sending.once(run, Way.OVER_TLS, () -> parts.answers().answer(run));
            if (facts.answer(run).isPresent()) {
                waits.happened(run, Waits.For.ANSWER);
            }
        }
        JsonWire.writeNothing(out);
    }
}

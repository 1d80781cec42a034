package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.functions.store.S3Mails;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** Takes mails from SES, and has their runs begin. */
public final class MailFunction implements RequestStreamHandler {
    private static final String STATE_MACHINE = "MAILCHECK_MAIL_MACHINE";

    private final MailArrivals arrivals;

    public MailFunction() {
        this(ofThisProcess(System.getenv()));
    }

    MailFunction(MailArrivals arrivals) {
        this.arrivals = arrivals;
    }

    private static MailArrivals ofThisProcess(Map<String, String> environment) {
        S3Mails mails = S3Mails.ofThisProcess();
        SfnClient states = AwsClients.ofThisProcess().stepFunctions();
        String machine = Objects.requireNonNull(environment.get(STATE_MACHINE), STATE_MACHINE);
        MailParts parts =
                MailParts.of(
                        AwsStores.ofThisProcess(),
                        mails,
                        new MailStarter(
                                new Executions(states, machine),
                                mails,
                                Place.ofThisProcess(environment)),
                        environment,
                        Clock.systemUTC());
        return new MailArrivals(
                parts,
                mails::incoming,
                new Waits(parts.stores().claims(), states),
                LogLines.toStandardOutput(),
                Clock.systemUTC());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        arrived(JsonWire.read(ArrivalEvent.class, in));
        out.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
    }

    private void arrived(ArrivalEvent event) {
        for (ArrivalEvent.Entry entry : event.records()) {
            if (entry.body() != null) {
                arrived(JsonWire.jsonb().type(ArrivalEvent.class).fromJson(entry.body()));
            } else {
                arrivals.arrived(Objects.requireNonNull(entry.ses(), "neither mail nor message"));
            }
        }
    }
}

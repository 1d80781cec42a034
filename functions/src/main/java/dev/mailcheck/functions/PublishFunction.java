package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.run.Recording;
import dev.mailcheck.run.RecordingFile;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.Stores;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a run: the reports of what was recorded are written for the readers, or the run is
 * marked as failed. Doing it twice is doing it once.
 */
public final class PublishFunction implements RequestStreamHandler {
    private final Stores stores;
    private final Publication publication;
    private final Clock clock;
    private final LogLines log;

    public PublishFunction() {
        this(AwsStores.ofThisProcess(), Clock.systemUTC(), LogLines.toStandardOutput());
        Stage.planRun(PublishFunction::rehearse);
    }

    PublishFunction(Stores stores, Clock clock, LogLines log) {
        this.stores = stores;
        this.publication = new Publication(stores, new SecureRandom(), JsonWire.jsonb());
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        answer(in, out);
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
        PublishOrder order = JsonWire.read(PublishOrder.class, in);
        Undone undone = new Undone(List.of());
        if (order.records() == null) {
            end(order);
        } else {
            undone = each(order.records());
        }
        JsonWire.write(Undone.class, undone, out);
    }

    /** A message that comes to nothing stays in the queue, and holds no other up. */
    private Undone each(List<PublishOrder.Message> messages) {
        List<Undone.Item> undone = new ArrayList<>();
        for (PublishOrder.Message message : messages) {
            try {
                end(JsonWire.jsonb().type(PublishOrder.class).fromJson(message.body()));
            } catch (IOException | RuntimeException fault) {
                log.event("ERROR", fault.getClass().getSimpleName());
                undone.add(new Undone.Item(message.messageId()));
            }
        }
        return new Undone(undone);
    }

    private void end(PublishOrder order) throws IOException {
        if (order.detail() != null) {
            failed(order.detail().name(), order.detail().status());
        } else if (order.run() != null) {
            publish(order.run(), Optional.ofNullable(order.verdict()));
        } else {
            throw new IllegalArgumentException("neither a run nor an execution");
        }
    }

    private void failed(String run, String status) {
        publication.failed(run);
        log.metrics(Map.of("Outcome", status), Map.of("ChecksFailed", 1L));
    }

    private void publish(String run, Optional<Verdict> verdict) throws IOException {
        byte[] json = stores.documents().read(run, Publication.SEEN).orElseThrow();
        switch (RecordingFile.read(new ByteArrayInputStream(json), JsonWire.jsonb())) {
            case RecordingFile.Intact(Recording recording) -> {
                publication.publish(run, recording.seen(), recording.at());
                log.metrics(
                        Map.of("Outcome", verdict.map(Verdict::grade).orElse("DONE")),
                        Map.of(
                                "Checks",
                                1L,
                                "ProbesNotSeen",
                                verdict.map(Verdict::notSeen).orElse(0).longValue(),
                                "CheckMillis",
                                Duration.between(recording.seen().startedAt(), clock.instant())
                                        .toMillis()));
            }
            case RecordingFile.Unreadable(String why) -> throw new IllegalStateException(why);
        }
    }

    static void rehearse(Stage stage, RehearsedRun run) throws IOException {
        stage.stores()
                .documents()
                .write(
                        RehearsedRun.KEY,
                        Publication.SEEN,
                        run.recording().toJson(JsonWire.jsonb()).getBytes(StandardCharsets.UTF_8));
        PublishOrder order = new PublishOrder(RehearsedRun.KEY, null, null, null);
        new PublishFunction(stage.stores(), Clock.systemUTC(), LogLines.toNobody())
                .answer(JsonWire.event(PublishOrder.class, order), OutputStream.nullOutputStream());
    }
}

package dev.mailcheck.functions;

import dev.mailcheck.check.Checks;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupRun;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.run.Recording;
import dev.mailcheck.run.RecordingFile;
import dev.mailcheck.store.Documents;

import io.avaje.jsonb.Jsonb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What both halves of a mail's run saw, put together to what one process would have seen. */
final class MailEvidence {
    /** The document that holds what was seen in the mail. */
    static final String MAIL = "mail.json";

    private final Documents documents;
    private final Evidence domain;
    private final Jsonb jsonb;

    MailEvidence(Documents documents, Jsonb jsonb) {
        this.documents = documents;
        this.domain = new Evidence(documents, jsonb);
        this.jsonb = jsonb;
    }

    void write(String run, Seen mail, Instant at) {
        String json = Recording.of(mail, at).toJson(jsonb);
        documents.write(run, MAIL, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * All of it; a half that came to nothing is not known.
     *
     * @param besides what became known later
     */
    Seen together(MailOrder order, List<Observation> besides, Instant now) {
        Optional<Seen> mail = mail(order.run());
        List<Observation> all = new ArrayList<>(besides);
        Map<String, Long> elapsed = new HashMap<>();
        all.addAll(mail.map(seen -> seen.observations().all()).orElseGet(MailEvidence::failures));
        mail.ifPresent(seen -> elapsed.putAll(seen.elapsedMillis()));
        if (!order.domain()) {
            return new Seen(order.target(), new Observations(all), order.at(), now, elapsed);
        }
        Seen half = GroupRun.together(order.target(), domain.all(run(order)), order.at(), now);
        all.addAll(half.observations().all());
        elapsed.putAll(half.elapsedMillis());
        return new Seen(half.target(), new Observations(all), order.at(), now, elapsed);
    }

    private RunOrder run(MailOrder order) {
        return new RunOrder(
                order.run(), order.target(), order.at(), plan(order.run()), order.groups());
    }

    /** What the plan saw stands beside what the groups saw. */
    private String plan(String run) {
        return documents
                .read(run, GroupAnswer.document(ProbeGroup.PLAN))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(json -> jsonb.type(GroupAnswer.class).fromJson(json).parcel())
                .orElse("");
    }

    private Optional<Seen> mail(String run) {
        return documents
                .read(run, MAIL)
                .map(this::recording)
                .map(file ->
                        switch (file) {
                            case RecordingFile.Intact(Recording recording) -> recording.seen();
                            case RecordingFile.Unreadable(String why) ->
                                    throw new IllegalStateException(why);
                        });
    }

    private RecordingFile recording(byte[] json) {
        try {
            return RecordingFile.read(new ByteArrayInputStream(json), jsonb);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static List<Observation> failures() {
        return Checks.ofMail().stream()
                .flatMap(check -> check.needs().stream())
                .distinct()
                .map(Class::getSimpleName)
                .sorted()
                .map(kind -> (Observation) new ProbeFailure(kind, "INTERNAL_ERROR", "no answer"))
                .toList();
    }
}

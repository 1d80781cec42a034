package dev.mailcheck.functions;

import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.run.Recording;
import dev.mailcheck.run.RecordingFile;
import dev.mailcheck.store.Documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A run that functions rehearse with: what a check of the sample world once saw, as {@code
 * --record} writes it.
 */
record RehearsedRun(Recording recording) {
    static final String KEY = "rehearsal";

    private static final List<String> NAMES = List.of("sound", "weak-tls");

    /** One in which all is right and one in which much is wrong: the words differ. */
    static List<RehearsedRun> all() {
        return NAMES.stream().map(RehearsedRun::read).toList();
    }

    private static RehearsedRun read(String name) {
        try (InputStream json =
                Objects.requireNonNull(
                        RehearsedRun.class.getResourceAsStream("rehearsal/" + name + ".json"))) {
            return switch (RecordingFile.read(json, JsonWire.jsonb())) {
                case RecordingFile.Intact(Recording recording) -> new RehearsedRun(recording);
                case RecordingFile.Unreadable(String why) -> throw new IllegalStateException(why);
            };
        } catch (IOException resourcesHaveNoFaults) {
            throw new UncheckedIOException(resourcesHaveNoFaults);
        }
    }

    /** The state machine stores what the groups saw, and says what it knows at the end. */
    InputStream ordered(Documents documents) {
        for (ProbeGroup group : ProbeGroup.values()) {
            documents.write(
                    KEY,
                    GroupAnswer.document(group),
                    JsonWire.bytes(GroupAnswer.class, new GroupAnswer(packed(group))));
        }
        RunOrder order =
                new RunOrder(
                        KEY,
                        recording.seen().target(),
                        recording.at(),
                        packed(ProbeGroup.PLAN),
                        List.of());
        return JsonWire.event(RunOrder.class, order);
    }

    private String packed(ProbeGroup group) {
        GroupSeen all =
                new GroupSeen(
                        recording.seen().observations(),
                        Optional.empty(),
                        Optional.empty(),
                        recording.seen().elapsedMillis());
        return Parcel.pack(GroupEvidence.only(group, all), JsonWire.jsonb()).orElseThrow();
    }
}

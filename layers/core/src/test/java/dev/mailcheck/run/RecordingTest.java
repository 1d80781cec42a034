package dev.mailcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SampleData;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.ReportAssembly;
import dev.mailcheck.report.Words;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class RecordingTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:59:58.765Z");
    private static final String ZONE =
            """
            {"example.com": {"MX": ["10 mx.example.com."], "TXT": ["v=spf1 mx -all"]},
             "mx.example.com": {"A": ["192.0.2.1"]},
             "_dmarc.example.com": {"TXT": ["v=DMARC1; p=reject"]},
             "_smtp._tls.example.com": {"TIMEOUT": true}}
            """;

    private final Jsonb jsonb = Jsonb.builder().build();

    static Stream<Class<?>> kindsOfObservations() {
        return Arrays.stream(Observation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kindsOfObservations")
    void everyKindOfObservationSurvivesTheFile(Class<? extends Observation> kind)
            throws IOException {
        List<Observation> samples = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            samples.add(new SampleData(seed).of(kind));
        }
        Recording recording = Recording.of(seen(samples), AT);

        assertThat(read(recording.toJson(jsonb))).isEqualTo(new RecordingFile.Intact(recording));
    }

    @Test
    void everyOptionThatDecidesTheJudgementSurvivesTheFile() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Recording recording = Recording.of(new SampleData(seed).of(Seen.class), AT);

            assertThat(read(recording.toJson(jsonb)))
                    .isEqualTo(new RecordingFile.Intact(recording));
        }
    }

    @Test
    void aReplayedReportEqualsTheLiveOneButForItsId() throws IOException {
        Seen live = observe();
        RecordingFile file = read(Recording.of(live, AT).toJson(jsonb));

        assertThat(file).isInstanceOf(RecordingFile.Intact.class);
        Recording replayed = ((RecordingFile.Intact) file).recording();
        assertThat(plain(report(replayed.seen(), replayed.at(), 2)))
                .isEqualTo(plain(report(live, AT, 1)));
    }

    @Test
    void theFileSaysWhatWroteItAndWhatItWasJudgedBy() {
        String file = Recording.of(seen(List.of()), AT).toJson(jsonb);

        assertThat(file)
                .startsWith("{\"schema\":\"mailcheck-recording/1\",\"tool\":\"mailcheck 1.0.0\"")
                .contains("\"rules\":\"1\",\"at\":\"2026-11-22T09:59:58.765Z\"");
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        assertUnreadable("", "it is not a recording; --record writes one");
        assertUnreadable("{\"schema\": \"mailcheck-report/1\"}", "it is not a recording");
        assertUnreadable("\u0000\u0001\u0002", "it is not a recording");
        assertUnreadable("[[[[", "it is not a recording");
    }

    @Test
    void aRecordingOfALaterFormIsRefused() throws IOException {
        assertUnreadable(
                "{\"schema\":\"mailcheck-recording/2\"}",
                "a newer mailcheck wrote it, in a form that this one cannot read");
    }

    @Test
    void aFileThatEndsEarlyIsRefusedWhereverItEnds() throws IOException {
        String file = Recording.of(observe(), AT).toJson(jsonb).strip();
        for (int length = 40; length < file.length(); length += 7) {
            assertUnreadable(file.substring(0, length), "it is damaged");
        }
    }

    @Test
    void aFileThatLacksAPartIsRefused() throws IOException {
        String file = Recording.of(observe(), AT).toJson(jsonb);

        for (String part : List.of("at", "kind", "observations", "startedAt", "relayProbe")) {
            assertUnreadable(file.replace("\"" + part + "\":", "\"other\":"), "it is damaged");
        }
    }

    @Test
    void anObservationOfAnUnknownKindIsRefused() throws IOException {
        String file = Recording.of(observe(), AT).toJson(jsonb);

        assertUnreadable(file.replace("TlsRptObservation", "NewObservation"), "it is damaged");
    }

    @Test
    void deepNestingIsRefusedBeforeItIsParsed() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertUnreadable(
                "{\"schema\":\"mailcheck-recording/1\",\"x\":" + deep + "}",
                "it is damaged: nested deeper than any recording");
    }

    @Test
    void aHugeFileIsRefusedWithoutReadingItToTheEnd() throws IOException {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }
                };

        assertThat(RecordingFile.read(endless, jsonb))
                .isEqualTo(
                        new RecordingFile.Unreadable(
                                "it is larger than 16 MiB, which no recording is"));
    }

    private void assertUnreadable(String file, String why) throws IOException {
        assertThat(read(file))
                .isInstanceOfSatisfying(
                        RecordingFile.Unreadable.class,
                        damaged -> assertThat(damaged.why()).startsWith(why));
    }

    private RecordingFile read(String file) throws IOException {
        return RecordingFile.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), jsonb);
    }

    private static Seen observe() {
        try (TestDoors doors = new TestDoors()) {
            return CheckRunner.observe(
                    target(), doors.open(ZONE, Duration.ofMinutes(1)), Progress.NONE);
        }
    }

    private Report report(Seen seen, Instant at, long seed) {
        List<CheckResult> results = CheckRunner.judge(seen, at);
        return new ReportAssembly(new Words(Language.EN), new Random(seed), jsonb)
                .of(seen, results, at);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> plain(Report report) {
        Map<String, Object> plain =
                (Map<String, Object>) jsonb.type(Object.class).fromJson(jsonb.toJson(report));
        plain.remove("id");
        return plain;
    }

    private static Seen seen(List<Observation> observations) {
        return new Seen(target(), new Observations(observations), AT, AT, Map.of("x", 1L));
    }

    private static Target target() {
        return new Target(new Domain("example.com"), CheckOptions.DEFAULT);
    }
}

package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.service.SilenceCounts;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Crashing;
import dev.mailcheck.store.StoreException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer on its way: the smart host does what it likes, and the process dies where it likes. */
class ReplyDeliveryTest {
    private static final OutgoingMail MAIL =
            new OutgoingMail("mail-1", "ann@example.com", new byte[] {'x'});

    @TempDir private Path directory;
    private Instant now = Instant.now();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final List<String> notes = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final List<OutgoingMail> arrived = new ArrayList<>();
    private EmbeddedStores stores;
    private Claims claims;

    @BeforeEach
    void open() throws UnusableDirectory {
        stores = EmbeddedStores.open(directory, clock);
        claims = stores.stores().claims();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Outbox outbox(Claims noted) {
        return new Outbox(directory.resolve("outbox"), noted, clock);
    }

    private ReplyDelivery delivery(ReplyRoad road) {
        return delivery(road, claims);
    }

    private ReplyDelivery delivery(ReplyRoad road, Claims noted) {
        return new ReplyDelivery(
                outbox(noted), road, counts(), clock, OperatorLines.into(notes, faults));
    }

    private SilenceCounts counts() {
        return new SilenceCounts(stores.stores().counters(), clock);
    }

    private Map<String, Long> counted() {
        return counts().of(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private ReplyRoad taking() {
        return (mail, goesOut) -> {
            goesOut.run();
            arrived.add(mail);
        };
    }

    private static ReplyRoad failing(String why) {
        return (mail, goesOut) -> {
            throw new IOException(why);
        };
    }

    @Test
    void whereverTheProcessDiesTheAnswerArrivesOnce() {
        List<Integer> copies = new ArrayList<>();
        boolean died = true;
        for (int steps = 0; died; steps++) {
            OutgoingMail mail = new OutgoingMail("mail-" + steps, "ann@example.com", new byte[1]);
            outbox(claims).put(mail);
            arrived.clear();
            Crashing crashing = new Crashing(steps);
            try {
                delivery(
                                crashing.around(ReplyRoad.class, taking()),
                                crashing.around(Claims.class, claims))
                        .round();
            } catch (Crashing.Crash theProcess) {
                assertThat(crashing.happened()).isTrue();
            }
            died = crashing.happened();
            delivery(taking()).round();
            outbox(claims).put(mail);
            delivery(taking()).round();
            copies.add(arrived.size());
        }

        // It dies after: the note that the last byte goes out, the mail itself, the note that it
        // arrived; and not at all. Only in the first, an instant, nobody has it.
        assertThat(copies).containsExactly(0, 1, 1, 1);
        assertThat(notes).hasSize(2).allSatisfy(note -> assertThat(note).contains("not known"));
        assertThat(counted()).containsEntry("ANSWER_IN_DOUBT", 2L);
    }

    @Test
    void aSmartHostThatIsDownIsTriedAgainAndTheAnswerArrivesOnce() {
        outbox(claims).put(MAIL);
        ReplyDelivery down = delivery(failing("no connection"));
        down.round();
        down.round();
        assertThat(notes).hasSize(1);
        now = now.plusSeconds(31);
        down.round();
        assertThat(notes).hasSize(2);

        ReplyDelivery upAgain = delivery(taking());
        upAgain.round();
        upAgain.round();
        assertThat(arrived).hasSize(1);
        assertThat(counted()).isEmpty();
    }

    @Test
    void afterADayTheAnswerIsGivenUpWithANote() {
        outbox(claims).put(MAIL);
        ReplyDelivery down = delivery(failing("no connection: Connection refused"));
        down.round();
        assertThat(notes)
                .containsExactly(
                        "an answer waits, since the smart host does not take it (no connection:"
                                + " Connection refused); it is tried again for a day");
        now = now.plus(Duration.ofHours(25));
        down.round();
        delivery(taking()).round();

        assertThat(notes)
                .last()
                .isEqualTo("an answer is given up after a day (no connection: Connection refused)");
        assertThat(counted()).containsEntry("ANSWER_GIVEN_UP", 1L);
        assertThat(arrived).isEmpty();
    }

    @Test
    void whatTheSmartHostRefusesIsNotTriedAgain() {
        outbox(claims).put(MAIL);
        delivery(
                        (mail, goesOut) -> {
                            throw new ReplyRoad.Refused("reply 550", new IOException());
                        })
                .round();
        delivery(taking()).round();

        assertThat(notes).containsExactly("the smart host refuses an answer (reply 550)");
        assertThat(counted()).containsEntry("ANSWER_REFUSED", 1L);
        assertThat(arrived).isEmpty();
    }

    /** Its connection may break in the middle of its word: we live, so we know that it broke. */
    @Test
    void withoutAWordOfTheSmartHostTheAnswerGoesOutAgain() {
        outbox(claims).put(MAIL);
        ReplyDelivery delivery =
                delivery((mail, goesOut) -> {
                    goesOut.run();
                    throw new IOException("it is silent");
                });
        delivery.round();
        delivery(taking()).round();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void whatCannotBeNotedIsNotSent() {
        outbox(claims).put(MAIL);
        delivery(taking(), new NotWriting(claims)).round();
        assertThat(arrived).isEmpty();
        assertThat(faults).hasSize(1);

        delivery(taking()).round();
        assertThat(arrived).hasSize(1);
    }

    /** A disk that is full. */
    private record NotWriting(Claims real) implements Claims {
        @Override
        public String claim(String key, String value, Instant until) {
            throw full();
        }

        @Override
        public void replace(String key, String value, Instant until) {
            throw full();
        }

        private static StoreException full() {
            return new StoreException(
                    "cannot be written", new IOException("No space left on device"));
        }

        @Override
        public java.util.Optional<String> holder(String key) {
            return real.holder(key);
        }
    }
}

package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredRun;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mails that come in: to addresses that wait for them, to the plain one, twice, and too late. */
class MailDeskTest {
    private static final byte[] MAIL =
            "From: Ann <ann@example.com>\r\nSubject: test\r\n\r\nhello\r\n"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir private Path directory;
    private Calling calling;

    @BeforeEach
    void open() throws UnusableDirectory {
        calling = new Calling(directory, true);
    }

    @AfterEach
    void close() {
        calling.close();
    }

    private static Arrival arrival(String... recipients) {
        return new Arrival(
                "ann@example.com",
                List.of(recipients),
                Optional.of("192.0.2.9"),
                Optional.of("mx.example.com"),
                Encryption.ENCRYPTED,
                Optional.of("TLSv1.3"),
                Optional.of("TLS_AES_256_GCM_SHA384"),
                Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void aMailToAOneTimeAddressFillsThePageThatWaitsForIt() {
        MailDesk.Waiting waiting = calling.desk().open(Language.JA);
        MailDesk.Taken taken = calling.desk().take(arrival(waiting.any()), MAIL, Language.EN);

        assertThat(taken.first()).isTrue();
        assertThat(taken.id()).isEmpty();
        assertThat(taken.run().domain().name()).isEqualTo("example.com");
        assertThat(MailDesk.isMail(taken.run())).isTrue();
        assertThat(calling.stores().results().check(waiting.id().hashed()))
                .hasValueSatisfying(check -> {
                    assertThat(check.run()).isEqualTo(taken.run().key());
                    assertThat(check.language()).isEqualTo(Language.JA);
                });
        assertThat(calling.desk().mail(taken.run().key())).hasValue(MAIL);
        assertThat(calling.desk().arrival(taken.run().key())).hasValue(arrival(waiting.any()));
    }

    @Test
    void theSecondMailToOneAddressJoinsTheFirst() {
        MailDesk.Waiting waiting = calling.desk().open(Language.EN);
        StoredRun first = calling.desk().take(arrival(waiting.any()), MAIL, Language.EN).run();
        assertThat(calling.desk().cameByTls(first)).isFalse();

        MailDesk.Taken second =
                calling.desk()
                        .take(
                                arrival(waiting.tlsOnly().toUpperCase(java.util.Locale.ROOT)),
                                MAIL,
                                Language.EN);

        assertThat(second.first()).isFalse();
        assertThat(second.run().key()).isEqualTo(first.key());
        assertThat(calling.desk().cameByTls(first)).isTrue();
    }

    @Test
    void theSameMailToThePlainAddressIsOneRunHoweverOftenItComes() {
        Arrival arrival = arrival("check@mail.check.example");
        List<MailDesk.Taken> taken =
                Stream.generate(() -> calling.desk().take(arrival, MAIL, Language.EN))
                        .limit(10)
                        .toList();

        assertThat(taken.stream().map(one -> one.run().key()).distinct()).hasSize(1);
        assertThat(taken.stream().filter(MailDesk.Taken::first)).hasSize(1);
        assertThat(taken.stream().map(one -> one.id().orElseThrow()).distinct())
                .hasSize(10)
                .allSatisfy(id ->
                        assertThat(calling.stores().results().check(id.hashed())).isPresent());
    }

    @Test
    void aMailWhoseTakerDiedBeforeItWasStoredIsStoredByTheNext() {
        Arrival arrival = arrival("check@mail.check.example");
        MailDesk.Taken lost = calling.desk().take(arrival, MAIL, Language.EN);
        StoredRun known = lost.run();
        calling.forget(known);

        MailDesk.Taken again = calling.desk().take(arrival, MAIL, Language.EN);

        assertThat(again.first()).isTrue();
        assertThat(again.run().key()).isEqualTo(known.key());
        assertThat(calling.stores().results().run(known.key())).isPresent();
    }

    @Test
    void addressesTakeMailForADayAndNoOthersDo() {
        MailDesk.Waiting waiting = calling.desk().open(Language.EN);

        assertThat(calling.desk().takes(waiting.any())).isTrue();
        assertThat(calling.desk().takes(waiting.tlsOnly())).isTrue();
        assertThat(calling.desk().takes("Check@Mail.Check.Example")).isTrue();
        assertThat(calling.desk().takes("check+" + "0".repeat(32) + "@mail.check.example"))
                .isFalse();
        assertThat(calling.desk().takes("check+x@mail.check.example")).isFalse();
        assertThat(calling.desk().takes("check@example.com")).isFalse();
        assertThat(calling.desk().takes("someone@mail.check.example")).isFalse();
        assertThat(calling.desk().takes("check%example.org@mail.check.example")).isFalse();

        calling.wait(Duration.ofHours(25));
        assertThat(calling.desk().takes(waiting.any())).isFalse();
        assertThat(calling.desk().waiting(waiting.id())).isEmpty();
    }

    @Test
    void aRunIsStartedByWhoKnowsWhatIsSaidAndOnlyWhileItWaits() {
        MailDesk.Taken taken =
                calling.desk().take(arrival("check@mail.check.example"), MAIL, Language.EN);
        assertThat(calling.started).isEmpty();

        calling.desk().start(taken.run());
        calling.stores().results().ended(taken.run().key(), RunStatus.DONE);
        calling.desk().start(calling.stores().results().run(taken.run().key()).orElseThrow());

        assertThat(calling.started).hasSize(1);
    }

    /** The words of a store that somebody copies away. */
    @Test
    void whoReadsTheStoreCanNeitherOpenThePageNorWriteToTheAddress() throws Exception {
        MailDesk.Waiting waiting = calling.desk().open(Language.EN);
        calling.desk().take(arrival(waiting.any()), MAIL, Language.EN);
        calling.close();

        byte[] store = Files.readAllBytes(directory.resolve("mailcheck.sqlite"));
        String text = new String(store, StandardCharsets.ISO_8859_1);
        String token = waiting.any().replaceAll(".*\\+|@.*", "");
        assertThat(text).doesNotContain(waiting.id().text()).doesNotContain(token);
        open();
    }
}

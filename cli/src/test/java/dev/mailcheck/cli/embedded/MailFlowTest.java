package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.Crashing;
import dev.mailcheck.store.Documents;
import dev.mailcheck.store.RunStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A mail on its whole way, and a process that dies behind each step of it. */
class MailFlowTest {
    @TempDir private Path directory;

    private static MailAddresses addresses() {
        return MailAddresses.parse(MailFlow.OURS, false).orElseThrow();
    }

    private static MailFlow flow(Path directory, Crashing crashing) throws UnusableDirectory {
        return new MailFlow(directory, crashing, addresses());
    }

    private static List<String> runs(Path directory) throws IOException {
        try (Stream<Path> folders = Files.list(directory.resolve("runs"))) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    /**
     * The sender tries again as long as he heard no 250. One instant stays in which an answer is
     * lost: the process has noted that the last byte goes out, and dies before it does. Then the
     * operator is told, and never is an answer sent twice.
     */
    @Test
    void whereverTheProcessDiesThereIsOneReportAndOneAnswer() throws Exception {
        byte[] mail = MailFlow.mail("1");
        int crashes = 0;
        boolean crashed = true;
        for (int steps = 0; crashed; steps++) {
            Path place = Files.createDirectory(directory.resolve("after-" + steps));
            List<OutgoingMail> sent = new ArrayList<>();
            boolean taken = false;
            boolean inDoubt = false;
            boolean atTheLastByte = false;
            Crashing crashing = new Crashing(steps);
            try (MailFlow first = flow(place, crashing)) {
                taken = heard(first, mail);
                first.settle();
                try {
                    first.deliver();
                } catch (Crashing.Crash died) {
                    inDoubt = first.isGoingOut();
                    atTheLastByte = inDoubt && first.handedOver.isEmpty();
                }
                sent.addAll(first.handedOver);
            }
            crashed = crashing.happened();
            crashes += crashed ? 1 : 0;
            try (MailFlow second = flow(place, Crashing.never())) {
                second.restart();
                if (!taken) {
                    assertThat(second.send(mail).isPositive()).as("after " + steps).isTrue();
                }
                second.settle();
                second.deliver();
                sent.addAll(second.handedOver);
                assertThat(second.notes).as("after " + steps).hasSize(inDoubt ? 1 : 0);

                List<String> keys = runs(place);
                assertThat(keys).as("after " + steps).hasSize(1);
                assertThat(
                                second.embedded
                                        .stores()
                                        .results()
                                        .run(keys.getFirst())
                                        .orElseThrow()
                                        .status())
                        .as("after " + steps)
                        .isEqualTo(RunStatus.DONE);
                Documents documents = second.embedded.stores().documents();
                assertThat(documents.read(keys.getFirst(), Publication.report(Language.JA)))
                        .isPresent();
            }
            assertThat(sent).as("after " + steps).hasSize(atTheLastByte ? 0 : 1);
        }
        assertThat(crashes).isGreaterThan(20);
    }

    /** Whether the sender hears that his mail was taken. */
    private static boolean heard(MailFlow flow, byte[] mail) {
        try {
            return flow.send(mail).isPositive();
        } catch (Crashing.Crash died) {
            return false;
        }
    }

    @Test
    void tenTimesTheSameMailIsOneReportAndOneAnswer() throws Exception {
        try (MailFlow flow = flow(directory, Crashing.never())) {
            for (int i = 0; i < 10; i++) {
                assertThat(flow.send(MailFlow.mail("1")).isPositive()).isTrue();
            }
            assertThat(flow.send(MailFlow.mail("1", "X-Changed: yes\r\n")).text())
                    .contains("ANSWERED_ALREADY");
            flow.settle();
            flow.deliver();

            assertThat(runs(directory)).hasSize(2);
            assertThat(flow.handedOver).hasSize(1);
            assertThat(flow.faults).isEmpty();
        }
    }

    /** Whatever a mail server between them does to the return path. */
    @ParameterizedTest
    @ValueSource(strings = {"", "check@other.example.net", "bounce@other.example.net"})
    void twoInstancesPointedAtEachOtherExchangeOneAnswerAtMost(String returnPath) throws Exception {
        MailAddresses others = MailAddresses.parse("check@other.example.net", false).orElseThrow();
        Path here = Files.createDirectory(directory.resolve("here"));
        Path there = Files.createDirectory(directory.resolve("there"));
        String forged =
                "From: check@other.example.net\r\nTo: "
                        + MailFlow.OURS
                        + "\r\nSubject: test\r\nMessage-ID: <1@other.example.net>\r\n\r\nhello\r\n";
        try (MailFlow one = flow(here, Crashing.never());
                MailFlow other = new MailFlow(there, Crashing.never(), others)) {
            Reply taken =
                    one.reception.received(
                            MailFlow.arrival("check@other.example.net", "192.0.2.2", MailFlow.OURS),
                            forged.getBytes(StandardCharsets.UTF_8));
            assertThat(taken.isPositive()).isTrue();
            one.settle();
            one.deliver();
            assertThat(one.handedOver).hasSize(1);

            Reply back =
                    other.reception.received(
                            MailFlow.arrival(returnPath, "192.0.2.2", others.plain()),
                            one.handedOver.getFirst().content());
            other.settle();
            other.deliver();

            assertThat(back.code()).isEqualTo(550);
            assertThat(other.handedOver).isEmpty();
        }
    }

    /** One in five is hostile: forged, a bomb, a list, nothing at all, or too complex. */
    @Test
    void ofTwoHundredMailsAtOnceNoneIsLost() throws Exception {
        try (MailFlow flow = flow(directory, Crashing.never());
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = i;
                all.add(() -> sent(flow, number));
            }
            int positive = 0;
            int refused = 0;
            for (Future<Reply> reply : senders.invokeAll(all)) {
                positive += reply.get().isPositive() ? 1 : 0;
                refused += reply.get().code() == 550 ? 1 : 0;
            }
            flow.settle();
            flow.deliver();

            assertThat(positive + refused).isEqualTo(200);
            assertThat(refused).isEqualTo(40);
            assertThat(runs(directory)).hasSize(200);
            assertThat(runs(directory))
                    .allSatisfy(run ->
                            assertThat(
                                            flow.embedded
                                                    .stores()
                                                    .results()
                                                    .run(run)
                                                    .orElseThrow()
                                                    .status())
                                    .isEqualTo(RunStatus.DONE));
            assertThat(flow.handedOver).hasSize(positive);
            assertThat(flow.faults).isEmpty();
        }
    }

    private static Reply sent(MailFlow flow, int number) {
        String id = String.valueOf(number);
        String sender = "ann" + number + "@d" + number % 4 + ".example";
        if (number % 5 != 0) {
            byte[] mail =
                    new String(MailFlow.mail(id), StandardCharsets.UTF_8)
                            .replace(MailFlow.SENDER, sender)
                            .getBytes(StandardCharsets.UTF_8);
            return flow.reception.received(
                    MailFlow.arrival(sender, "192.0.2.1", MailFlow.OURS), mail);
        }
        byte[] hostile =
                switch (number % 4) {
                    case 0 -> MailFlow.mail(id, "List-Id: <x.example.com>\r\n");
                    case 1 -> MailFlow.mail(id, "X-A: b\r\n".repeat(2000));
                    case 2 -> ("\0\r\n" + number).getBytes(StandardCharsets.UTF_8);
                    default ->
                            MailFlow.mail(
                                    id,
                                    "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
                                            + "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n"
                                                    .repeat(1000));
                };
        return flow.reception.received(
                MailFlow.arrival(sender, "198.51.100.66", MailFlow.OURS), hostile);
    }

    @Test
    void whatComesToTheSecondMailOfAnAddressIsSaid() throws Exception {
        try (MailFlow flow = flow(directory, Crashing.never())) {
            MailDesk.Waiting waiting = flow.desk.open(Language.EN);
            Reply first =
                    flow.reception.received(
                            MailFlow.arrival("x@example.org", "198.51.100.1", waiting.any()),
                            MailFlow.mail("1"));
            Reply second =
                    flow.reception.received(
                            MailFlow.arrival("x@example.org", "198.51.100.1", waiting.any()),
                            MailFlow.mail("2"));
            flow.settle();
            flow.deliver();

            assertThat(first.text()).contains("appears on the page");
            assertThat(second.text()).contains("that of the first mail");
            assertThat(flow.handedOver).isEmpty();
        }
    }
}

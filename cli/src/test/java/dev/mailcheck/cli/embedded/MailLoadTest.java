package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.store.Crashing;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two hundred senders at the receiver at once, every fifth of them hostile, over real sockets. */
class MailLoadTest {
    private static final int SENDERS = 200;
    private static final int ALL_BUT_ENDLESS = 11 << 20;
    private static final long ROOM = 32L << 20;

    @TempDir private Path directory;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingThatWasTakenIsLostAndTheMemoryIsFreeAgain() throws Exception {
        MailAddresses ours = MailAddresses.parse(MailFlow.OURS, false).orElseThrow();
        try (MailFlow flow = new MailFlow(directory, Crashing.never(), ours);
                SmtpDoor door = open(flow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = heap();
            crowd(door, threads);
            flow.settle();
            flow.deliver();

            assertThat(taken).hasSizeGreaterThanOrEqualTo(SENDERS - SENDERS / 5);
            assertThat(flow.handedOver.stream().map(OutgoingMail::to))
                    .doesNotHaveDuplicates()
                    .containsAll(taken);
            assertThat(flow.embedded.unfinished().stream().map(StoredRun::status))
                    .doesNotContain(RunStatus.QUEUED, RunStatus.RUNNING);
            assertThat(flow.faults).isEmpty();
            flow.handedOver.clear();
            assertThat(heap()).isLessThan(before + ROOM);
        }
    }

    private SmtpDoor open(MailFlow flow) throws Exception {
        return SmtpDoor.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "check.example.net",
                ServerKey.kept(directory, "check.example.net", Instant.now()).context(),
                new MailIntake(directory.resolve("mails"), new LargeMails(ROOM), flow.faults::add),
                flow.reception,
                new SmtpDoor.Bounds(SENDERS, Duration.ofMinutes(2)),
                MailFlow.CLOCK);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void crowd(SmtpDoor door, ExecutorService threads) throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            int number = i;
            all.add(() -> number % 5 == 0 ? hostile(door, number) : sound(door, number));
        }
        for (Future<Boolean> each : threads.invokeAll(all)) {
            assertThat(each.get()).isTrue();
        }
    }

    private static String sender(int number) {
        return "ann" + number + "@d" + number % 4 + ".example";
    }

    private static byte[] mail(int number, String rest) {
        return new String(MailFlow.mail("load" + number, rest), StandardCharsets.UTF_8)
                .replace(MailFlow.SENDER, sender(number))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A server comes again where it is asked to. */
    private boolean sound(SmtpDoor door, int number) throws Exception {
        while (true) {
            try (Client client = new Client(door)) {
                String reply = client.send(number, mail(number, ""));
                if (!reply.startsWith("4")) {
                    assertThat(reply).startsWith("250");
                    taken.add(sender(number));
                    return true;
                }
            }
            Thread.sleep(100);
        }
    }

    /** However it ends for them. */
    private boolean hostile(SmtpDoor door, int number) throws InterruptedException {
        try (Client client = new Client(door)) {
            switch (number / 5 % 5) {
                case 0 -> client.drip(number);
                case 1 -> heard(client.send(number, mail(number, bomb())), number);
                case 2 -> heard(client.send(number, large(number)), number);
                case 3 ->
                        client.send(number, mail(number, "X-Again: and again\r\n".repeat(600_000)));
                default -> client.breakOff(number);
            }
        } catch (IOException ended) {
            return true;
        }
        return true;
    }

    /** Some of them have a sound sender. */
    private void heard(String reply, int number) {
        if (reply.startsWith("250")) {
            taken.add(sender(number));
        }
    }

    private static String bomb() {
        return "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n".repeat(20_000);
    }

    private static byte[] large(int number) {
        return mail(number, "\r\n" + ("y".repeat(76) + "\r\n").repeat(130_000));
    }

    /** A session of SMTP. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Client(SmtpDoor door) throws IOException {
            socket = new Socket(door.address().getAddress(), door.address().getPort());
            socket.setSoTimeout(120_000);
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
            read();
        }

        private String read() throws IOException {
            String line;
            do {
                line = in.readLine();
            } while (line != null && line.length() > 3 && line.charAt(3) == '-');
            return line == null ? "421 closed" : line;
        }

        private String say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return read();
        }

        private String toData(int number) throws IOException {
            say("EHLO mx.example.com");
            say("MAIL FROM:<" + sender(number) + ">");
            say("RCPT TO:<" + MailFlow.OURS + ">");
            return say("DATA");
        }

        String send(int number, byte[] mail) throws IOException {
            String ready = toData(number);
            if (!ready.startsWith("354")) {
                return ready;
            }
            out.write(mail, 0, Math.min(mail.length, ALL_BUT_ENDLESS));
            return say("\r\n.");
        }

        void drip(int number) throws IOException, InterruptedException {
            toData(number);
            for (byte each : mail(number, "")) {
                out.write(each);
                out.flush();
                Thread.sleep(10);
            }
        }

        void breakOff(int number) throws IOException {
            toData(number);
            out.write(mail(number, "Subject: half"), 0, 100);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}

package dev.mailcheck.world.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailcheck.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class FaultyHostTest {
    private static final String ADDRESS = "192.0.2.10";

    private static World world(UnaryOperator<SmtpHost> fault) {
        return World.plan(Clock.systemUTC())
                .smtp(ADDRESS, fault.apply(SmtpHost.sound("mx.z.example", "z.example")))
                .open();
    }

    private static Arguments fault(UnaryOperator<SmtpHost> fault, String command, String reply) {
        return Arguments.of(fault, command, reply);
    }

    /** Fault, the command that meets it after EHLO, and how the reply begins. */
    private static Stream<Arguments> faultsAtCommands() {
        return Stream.of(
                fault(SmtpHost::noStartTls, "STARTTLS", "502 "),
                fault(h -> h.at(SmtpStage.STARTTLS, SmtpAct.say(454, "x")), "STARTTLS", "454 x"),
                fault(h -> h.at(SmtpStage.STARTTLS, SmtpAct.say(501, "x")), "STARTTLS", "501 x"),
                fault(SmtpHost::greylists, "RCPT TO:<info@z.example>", "450 4.2.0 "),
                fault(SmtpHost::openRelay, "RCPT TO:<a@foreign.example>", "250 "),
                fault(SmtpHost::refusesPostmaster, "RCPT TO:<postmaster@z.example>", "550 "),
                fault(SmtpHost::refusesPostmaster, "RCPT TO:<info@z.example>", "250 "),
                fault(
                        h -> h.at(SmtpStage.VRFY, SmtpAct.say(250, "Info <i@z>")),
                        "VRFY info",
                        "250"),
                fault(h -> h.at(SmtpStage.MAIL, SmtpAct.raw("\0\u0080\r\n")), "MAIL FROM:<>", "\0"),
                fault(h -> h.at(SmtpStage.NOOP, SmtpAct.hangUp()), "NOOP", ""));
    }

    @ParameterizedTest
    @MethodSource("faultsAtCommands")
    void aCommandMeetsItsFault(UnaryOperator<SmtpHost> fault, String command, String reply)
            throws IOException {
        try (World world = world(fault);
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            client.reply();
            client.say("EHLO client.example");
            if (command.startsWith("RCPT")) {
                client.say("MAIL FROM:<>");
            }
            String answer = client.say(command);
            assertThat(answer).startsWith(reply);
            assertThat(answer.isEmpty()).isEqualTo(reply.isEmpty());
        }
    }

    private static Stream<Arguments> greetings() {
        return Stream.of(
                fault(SmtpHost::busy, "", "421 4.7.0 "),
                fault(SmtpHost::takesNoMail, "503 ", "521 "),
                fault(
                        SmtpHost::blocksClient,
                        "503 ",
                        "554 5.7.1 Service unavailable; client [127."),
                fault(h -> h.greeting(450, "4.7.0 greylisted"), "250", "450 4.7.0 greylisted"),
                fault(h -> h.greeting(220, "a", "b"), "250", "220-a\n220 b"),
                fault(h -> h.greetsAfter(Duration.ofMillis(50)), "250", "220 mx.z.example"),
                fault(SmtpHost::busyAfterEhlo, "421 ", "220 "),
                fault(SmtpHost::refusesEhlo, "502 ", "220 "));
    }

    @ParameterizedTest
    @MethodSource("greetings")
    void theGreetingAndTheReplyToEhloAreAsStated(
            UnaryOperator<SmtpHost> fault, String ehlo, String greeting) throws IOException {
        try (World world = world(fault);
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            assertThat(client.reply()).startsWith(greeting);
            client.send("EHLO client.example\r\n");
            String answer = client.line();
            assertThat(answer).startsWith(ehlo);
            assertThat(answer.isEmpty()).isEqualTo(ehlo.isEmpty());
        }
    }

    @Test
    void terminalEscapesAndBidiControlsPassUnchanged() throws IOException {
        String banner = "220 \u001b[31mred \u00e2\u0080\u00aeevil\r\n";
        try (World world = world(h -> h.at(SmtpStage.CONNECT, SmtpAct.raw(banner)));
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            assertThat(client.reply() + "\r\n").isEqualTo(banner);
        }
    }

    @Test
    void aHostMayChangeItsCodeInTheMiddle() throws IOException {
        SmtpAct act = SmtpAct.raw("220-hello\r\n554 no\r\n");
        try (World world = world(h -> h.at(SmtpStage.CONNECT, act));
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            assertThat(client.reply()).isEqualTo("220-hello\n554 no");
        }
    }

    private static Stream<UnaryOperator<SmtpHost>> endlessGreetings() {
        return Stream.of(SmtpHost::floods, SmtpHost::neverEndsItsLine);
    }

    @ParameterizedTest
    @MethodSource("endlessGreetings")
    void aFloodDoesNotEnd(UnaryOperator<SmtpHost> fault) throws IOException {
        int much = 4 << 20;
        try (World world = world(fault);
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            assertThat(client.input().readNBytes(much)).hasSize(much).startsWith('2', '2', '0');
        }
    }

    private static Stream<Arguments> slowGreetings() {
        return Stream.of(
                Arguments.of((UnaryOperator<SmtpHost>) SmtpHost::silent, ""),
                Arguments.of((UnaryOperator<SmtpHost>) SmtpHost::drips, "2"));
    }

    @ParameterizedTest
    @MethodSource("slowGreetings")
    void aSlowHostSaysNextToNothing(UnaryOperator<SmtpHost> fault, String first)
            throws IOException {
        try (World world = world(fault);
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            assertThat(client.input().readNBytes(first.length())).isEqualTo(first.getBytes(UTF_8));
            client.impatient();
            assertThatThrownBy(client::line).hasMessageContaining("timed out");
        }
    }
}

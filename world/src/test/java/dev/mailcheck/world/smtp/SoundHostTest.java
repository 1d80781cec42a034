package dev.mailcheck.world.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Clock;

import javax.net.ssl.SSLSocket;

class SoundHostTest {
    private static final String ADDRESS = "192.0.2.10";

    private final World world =
            World.plan(Clock.systemUTC())
                    .smtp(ADDRESS, SmtpHost.sound("mx1.sound.example", "sound.example"))
                    .open();

    @Test
    void itSpeaksTlsWithACertificateOfTheWorld() throws IOException {
        try (world;
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            assertThat(client.reply()).isEqualTo("220 mx1.sound.example ESMTP");
            assertThat(client.say("EHLO client.example").lines())
                    .startsWith("250-mx1.sound.example")
                    .contains("250 STARTTLS", "250-PIPELINING");
            assertThat(client.say("STARTTLS")).startsWith("220 ");
            SSLSocket tls = client.startTls(world, "mx1.sound.example");
            assertThat(tls.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(client.say("EHLO client.example"))
                    .contains("PIPELINING")
                    .doesNotContain("STARTTLS");
            assertThat(client.say("QUIT")).startsWith("221 ");
            assertThat(client.line()).isEmpty();
        }
        SmtpLog log = world.smtpLog(ADDRESS);
        assertThat(log.commands())
                .containsExactly("EHLO client.example", "STARTTLS", "EHLO client.example", "QUIT");
        assertThat(log.sessions().getFirst().tlsVersion()).isEqualTo("TLSv1.3");
        assertThat(log.alwaysQuit()).isTrue();
        assertThat(log.saw("DATA")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "info@sound.example,                    250",
        "postmaster@sound.example,              250",
        "postmaster,                            250",
        "PostMaster@Sound.Example,              250",
        "abuse@sound.example,                   550 5.1.1",
        "nobody@sound.example,                  550 5.1.1",
        "probe@foreign.example,                 550 5.7.1",
        "'@sound.example:probe@foreign.example', 550 5.7.1",
        "probe%foreign.example@sound.example,   550 5.1.1",
        "foreign.example!probe,                 550 5.7.1",
    })
    void itTakesMailForItsOwnMailboxesOnly(String recipient, String reply) throws IOException {
        try (world;
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            client.reply();
            client.say("EHLO client.example");
            assertThat(client.say("MAIL FROM:<>")).startsWith("250 ");
            assertThat(client.say("RCPT TO:<" + recipient + ">")).startsWith(reply);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM:<>, 503",
        "RCPT TO:<info@sound.example>, 503",
        "DATA, 554",
        "VRFY info, 252",
        "NOOP, 250",
        "RSET, 250",
        "HELO x.example, 250",
        "XYZZY, 502",
    })
    void itAnswersBeforeEhlo(String command, String code) throws IOException {
        try (world;
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            client.reply();
            assertThat(client.say(command)).startsWith(code);
        }
    }
}

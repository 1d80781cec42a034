package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.SignedMails;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class MailReverseDnsCheckTest {
    private static final MailReverseDnsCheck CHECK = new MailReverseDnsCheck();
    private static final String IP = "192.0.2.10";
    private static final String REVERSE = "10.2.0.192.in-addr.arpa";

    @Test
    void aNameThatLeadsBackIsGood() {
        MailScenario mail =
                from(
                        IP,
                        Map.of(
                                REVERSE,
                                Map.of("PTR", List.of("mail.example.com.")),
                                "mail.example.com",
                                Map.of("A", List.of(IP))));

        assertThat(mail.codes(CHECK)).containsExactly("REVERSE_DNS_SENDER_CONFIRMED");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("name", "mail.example.com");
        assertThat(mail.result(CHECK).evidence()).containsOnlyKeys("client");
    }

    @Test
    void aNameMadeFromTheAddressIsTold() {
        String name = "192-0-2-10.dsl.isp.example";
        MailScenario mail =
                from(
                        IP,
                        Map.of(
                                REVERSE, Map.of("PTR", List.of(name + ".")),
                                name, Map.of("A", List.of(IP))));

        assertThat(mail.codes(CHECK)).containsExactly("REVERSE_DNS_SENDER_NAME_GENERIC");
    }

    @Test
    void aSenderWithoutNameFails() {
        assertThat(from(IP, Map.of()).codes(CHECK))
                .containsExactly("REVERSE_DNS_SENDER_WITHOUT_NAME");
    }

    @Test
    void aNameOfSomebodyElseFails() {
        MailScenario mail =
                from(
                        IP,
                        Map.of(
                                REVERSE,
                                Map.of("PTR", List.of("mail.example.com.")),
                                "mail.example.com",
                                Map.of("A", List.of("192.0.2.99"))));

        assertThat(mail.codes(CHECK)).containsExactly("REVERSE_DNS_SENDER_NOT_CONFIRMED");
    }

    @Test
    void aSilentDnsIsNoFault() {
        MailScenario mail = from(IP, Map.of(REVERSE, Map.of("TIMEOUT", true)));

        assertThat(mail.codes(CHECK)).containsExactly("REVERSE_DNS_SENDER_NOT_KNOWN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "TIMEOUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.9", "127.0.0.1", "100.64.0.1", "fd00::1", "::1"})
    void anAddressInsideOfANetworkSaysNothingOfTheSender(String ip) {
        MailScenario mail = from(ip, Map.of());

        assertThat(mail.codes(CHECK)).containsExactly("REVERSE_DNS_SENDER_NOT_KNOWN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "NOT_PUBLIC");
    }

    @Test
    void withoutEnvelopeTheSenderIsNotKnown() {
        assertThat(MailScenario.of(SignedMails.MAIL, Map.of()).codes(CHECK))
                .containsExactly("REVERSE_DNS_CLIENT_NOT_KNOWN");
    }

    @Test
    void aReceiverThatIsNotTrustedIsNamed() {
        String received =
                """
                Received: from mail.example.com (mail.example.com [192.0.2.10])
                \tby mx.stranger.example (Postfix) with ESMTPS id 4Xw0Tz5gYkz1d
                \tfor <bob@stranger.example>; Sat, 21 Nov 2026 12:00:05 +0000
                """
                        .replace("\n", "\r\n");
        MailScenario mail = MailScenario.of(received + SignedMails.MAIL, Map.of());

        assertThat(mail.codes(CHECK)).containsExactly("REVERSE_DNS_RECEIVER_NOT_TRUSTED");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("receiver", "mx.stranger.example");
    }

    /** A copy in the folder of sent mail: its only hop is a laptop at home. */
    @Test
    void aMailThatItsAuthorHandedOverWithALoginShowsNoSendingServer() {
        String received =
                """
                Received: from laptop (203-0-113-5.dsl.isp.example [203.0.113.5])
                \tby mx.receiver.example (Postfix) with ESMTPSA id 4Xw0Tz5gYkz1d
                \tfor <bob@example.net>; Sat, 21 Nov 2026 12:00:05 +0000
                """
                        .replace("\n", "\r\n");
        MailScenario mail = MailScenario.of(received + SignedMails.MAIL, Map.of());

        for (MailCheck check : List.of(CHECK, new MailDnsblCheck())) {
            assertThat(mail.result(check).findings().getFirst().arguments())
                    .containsEntry("reason", "CLIENT_LOGGED_IN");
            assertThat(mail.result(check).status()).isEqualTo(Status.UNDETERMINED);
        }
        assertThat(mail.codes(new MessageCheck())).contains("MESSAGE_HELO_NOT_KNOWN");
        assertThat(mail.codes(new SenderGuidelinesCheck()))
                .contains("SENDER_GUIDELINES_REVERSE_DNS_NOT_KNOWN");
    }

    private static MailScenario from(String ip, Map<String, Map<String, ?>> zone) {
        return MailScenario.of(SignedMails.MAIL, ip, "mail.example.com", "alice@example.com", zone);
    }
}

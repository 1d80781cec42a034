package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class MessageCheckTest {
    private static final MessageCheck CHECK = new MessageCheck();
    private static final String IP = "192.0.2.10";
    private static final String HELO = "mail.example.com";
    private static final Map<String, Map<String, ?>> ZONE =
            Map.of(
                    HELO,
                    Map.of("A", List.of(IP)),
                    "other.example.com",
                    Map.of("A", List.of("192.0.2.99")),
                    "silent.example.com",
                    Map.of("TIMEOUT", true));

    private static final String RECEIVED =
            """
            Received: from mail.example.com (mail.example.com [192.0.2.10])
            \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
            \tby mx.receiver.example (Postfix) with ESMTPS id 4Xw0Tz5gYkz1d
            \tfor <bob@receiver.example>; Sat, 21 Nov 2026 12:00:05 +0000 (UTC)
            """
                    .replace("\n", "\r\n");
    private static final String HEADER =
            """
            From: Alice <alice@example.com>
            To: Bob <bob@receiver.example>
            Subject: Lunch on Friday
            Date: Sat, 21 Nov 2026 12:00:00 +0000
            Message-ID: <1f0c2b7a.4711@example.com>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            """
                    .replace("\n", "\r\n");
    private static final String BODY = "\r\nHello Bob,\r\n\r\nlunch at noon?\r\nAlice\r\n";

    @Test
    void aSoundMailPassesEveryItem() {
        assertThat(of(RECEIVED + HEADER + BODY).codes(CHECK))
                .containsExactly(
                        "MESSAGE_FROM_GOOD",
                        "MESSAGE_DATE_GOOD",
                        "MESSAGE_ID_GOOD",
                        "MESSAGE_RECIPIENT_SHOWN",
                        "MESSAGE_FIELDS_ONCE",
                        "MESSAGE_MIME_GOOD",
                        "MESSAGE_LINES_GOOD",
                        "MESSAGE_HELO_GOOD");
    }

    /** What stands in the sound mail, what stands there instead, and what is found then. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "From: Alice <alice@example.com>~, ``, FROM_MISSING",
                "From:, From: Eve <eve@example.net>~From:, FROM_REPEATED",
                "Alice <alice@example.com>, Alice, FROM_UNREADABLE",
                "Alice <alice@example.com>, `a@example.com, b@example.com`, SEVERAL_AUTHORS",
                "Alice <alice@example.com>, `Alice <alice@example.com`, FROM_MALFORMED",
                "Date:, X-Date:, DATE_MISSING",
                "`Sat, 21 Nov 2026`, `21日11月2026年`, DATE_UNREADABLE",
                "`Sat, 21 Nov 2026 12`, `Sat, 21 Nov 2026 05`, DATE_OFF",
                "`Sat, 21 Nov 2026 12`, `Sun, 22 Nov 2026 23`, DATE_OFF",
                "Message-ID:, X-ID:, ID_MISSING",
                "<1f0c2b7a.4711@example.com>, 1f0c2b7a, ID_MALFORMED",
                "To:, X-To:, RECIPIENT_NOT_SHOWN",
                "Subject:, Subject: One~Subject:, FIELD_REPEATED",
                "MIME-Version:, X-MIME:, MIME_VERSION_MISSING",
                "text/plain; charset=utf-8, multipart/mixed, BOUNDARY_MISSING",
                "Lunch on Friday, Mittagessen für Freitag, EIGHT_BIT_HEADER",
                "Subject:, this line is no field~Subject:, HEADER_CUT_SHORT",
            })
    void aFaultOfTheHeaderIsFound(String sound, String faulty, String code) {
        String header = HEADER.replace(lines(sound), lines(faulty));

        assertThat(header).isNotEqualTo(HEADER);
        assertThat(of(RECEIVED + header + BODY).codes(CHECK)).contains("MESSAGE_" + code);
    }

    @ParameterizedTest
    @CsvSource({
        "LF, BARE_LF",
        "CR, BARE_CR",
        "DOT, LONE_DOT",
        "NUL, NUL",
        "LONG, LINE_TOO_LONG",
        "LONG_FIELD, LINE_TOO_LONG",
        "EIGHT, EIGHT_BIT_BODY",
    })
    void aFaultOfTheLinesIsFound(String fault, String code) {
        String mail =
                switch (fault) {
                    case "LF" -> HEADER + BODY + "one\ntwo\r\n";
                    case "CR" -> HEADER + BODY + "one\rtwo\r\n";
                    case "DOT" -> HEADER + BODY + "one\n.\r\ntwo\r\n";
                    case "NUL" -> HEADER + BODY + "one\0two\r\n";
                    case "LONG" -> HEADER + BODY + "x".repeat(999) + "\r\n";
                    case "LONG_FIELD" -> HEADER + "X-Long: " + "x".repeat(999) + "\r\n" + BODY;
                    default ->
                            HEADER.replace("MIME-Version", "X-MIME") + BODY + "Gr\u00fc\u00dfe\r\n";
                };

        assertThat(of(RECEIVED + mail).codes(CHECK))
                .contains("MESSAGE_" + code)
                .doesNotContain("MESSAGE_LINES_GOOD");
    }

    @Test
    void aLineOfExactlyTheLimitIsGood() {
        assertThat(of(RECEIVED + HEADER + BODY + "x".repeat(998) + "\r\n").codes(CHECK))
                .contains("MESSAGE_LINES_GOOD");
    }

    @Test
    void lineEndsOfTheProgramThatSavedTheMailAreNotHeldAgainstIt() {
        assertThat(of((RECEIVED + HEADER + BODY).replace("\r\n", "\n")).codes(CHECK))
                .contains("MESSAGE_LINES_GOOD");
    }

    @Test
    void utf8InTheHeaderIsRightWhereBothServersAgreedOnIt() {
        String mail = (RECEIVED + HEADER + BODY).replace("Lunch", "D\u00e9jeuner");

        assertThat(of(mail.replace("with ESMTPS", "with UTF8SMTPS")).codes(CHECK))
                .doesNotContain("MESSAGE_EIGHT_BIT_HEADER");
    }

    @Test
    void withoutTrustedReceiverTheDateIsOnlyRead() {
        String mail = HEADER.replace("21 Nov 2026", "21 Nov 2001") + BODY;

        assertThat(MailScenario.of(mail, ZONE).codes(CHECK)).contains("MESSAGE_DATE_GOOD");
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, HELO_GOOD",
        "other.example.com, HELO_OTHER_ADDRESS",
        "nowhere.example.com, HELO_WITHOUT_ADDRESS",
        "silent.example.com, HELO_NOT_KNOWN",
        "[192.0.2.10], HELO_ADDRESS_LITERAL",
        "192.0.2.10, HELO_NO_HOST_NAME",
        "localhost, HELO_NO_HOST_NAME",
        "localhost.localdomain, HELO_NO_HOST_NAME",
        "win-8a7f3k, HELO_NO_HOST_NAME",
        "'mail server', HELO_NO_HOST_NAME",
    })
    void theServerIntroducesItself(String helo, String code) {
        MailScenario mail = MailScenario.of(HEADER + BODY, IP, helo, "alice@example.com", ZONE);

        assertThat(mail.codes(CHECK)).contains("MESSAGE_" + code);
    }

    @Test
    void anAddressInAReceivedFieldMayHaveHadItsBrackets() {
        String received =
                RECEIVED.replace("from mail.example.com (mail", "from [192.0.2.10] (mail");

        assertThat(of(received + HEADER + BODY).codes(CHECK))
                .contains("MESSAGE_HELO_ADDRESS_LITERAL");
    }

    @Test
    void aServerInsideOfTheNetworkSaysNothingOfTheSender() {
        MailScenario mail = MailScenario.of(HEADER + BODY, "10.0.0.7", HELO, "a@example.com", ZONE);

        assertThat(mail.codes(CHECK)).contains("MESSAGE_HELO_NOT_KNOWN");
    }

    @Test
    void withoutEnvelopeTheHeloIsNotKnown() {
        assertThat(MailScenario.of(HEADER + BODY, ZONE).codes(CHECK))
                .contains("MESSAGE_HELO_NOT_KNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "googlemail.com"})
    void mailOfGmailFromElsewhereIsFound(String gmail) {
        String mail = RECEIVED + HEADER.replace("alice@example.com", "alice@" + gmail) + BODY;
        Map<String, Map<String, ?>> zone =
                Map.of(
                        "_dmarc." + gmail,
                        Map.of("TXT", List.of("v=DMARC1; p=none; rua=mailto:r@" + gmail)),
                        "example.com",
                        Map.of("TXT", List.of("v=spf1 ip4:192.0.2.10 -all")));
        MailScenario direct = MailScenario.of(mail, IP, HELO, "alice@example.com", zone);
        MailScenario forwarded =
                MailScenario.of("X-Forwarded-For: a b\r\n" + mail, IP, HELO, "a@example.com", zone);

        assertThat(direct.codes(CHECK)).contains("MESSAGE_FROM_GMAIL_SENT_ELSEWHERE");
        assertThat(forwarded.codes(CHECK)).doesNotContain("MESSAGE_FROM_GMAIL_SENT_ELSEWHERE");
    }

    @Test
    void aMailThatIsTooComplexIsNotKnown() {
        MailScenario mail = MailScenario.of("A: b\r\n".repeat(2_000) + "\r\n", ZONE);

        assertThat(mail.codes(CHECK)).containsExactly("MESSAGE_NOT_KNOWN");
    }

    private static MailScenario of(String mail) {
        return MailScenario.of(mail, ZONE);
    }

    private static String lines(String text) {
        return text.replace("~", "\r\n");
    }
}

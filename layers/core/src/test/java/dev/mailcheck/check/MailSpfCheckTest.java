package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.json.JsonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class MailSpfCheckTest {
    private static final MailSpfCheck CHECK = new MailSpfCheck();
    private static final String FROM_A_LIST =
            "List-Id: <l.example.org>\r\nList-Post: <mailto:l@example.org>\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ip4:192.0.2.1 -all | SPF_MAIL_PASSES | pass",
                "v=spf1 ~all | SPF_MAIL_SOFTFAIL | softfail",
                "v=spf1 ?all | SPF_MAIL_NEUTRAL | neutral",
                "v=spf1 mx | SPF_MAIL_NEUTRAL | neutral",
                "v=spf1 -all | SPF_MAIL_FAILS | fail",
                "v=spf1 a:b:c -all | SPF_MAIL_PERMERROR | permerror",
                "no record | SPF_MAIL_WITHOUT_RECORD | none",
            })
    void theRecordOfTheEnvelopeSenderDecides(String record, String code, String result) {
        MailScenario mail = mail(SignedMails.MAIL, "a@example.com", record);

        assertThat(mail.codes(CHECK)).containsExactly(code);
        assertThat(mail.result(CHECK).evidence())
                .containsEntry("result", result)
                .containsEntry("mailFrom", "a@example.com")
                .containsEntry("helo", "mx.example.com")
                .containsEntry("clientIp", "192.0.2.1")
                .containsEntry("explanation", JsonNull.NULL)
                .containsKeys("lookups", "voidLookups", "tree");
    }

    @Test
    void whatIsPromisedAndNotKnownIsNull() {
        MailScenario mail = MailScenario.of(SignedMails.MAIL, Map.of());

        assertThat(mail.result(CHECK).evidence())
                .containsEntry("result", "none")
                .containsEntry("clientIp", JsonNull.NULL)
                .containsEntry("mailFrom", JsonNull.NULL)
                .containsEntry("helo", JsonNull.NULL)
                .containsEntry("lookups", JsonNull.NULL)
                .containsEntry("voidLookups", JsonNull.NULL)
                .containsEntry("explanation", JsonNull.NULL)
                .containsEntry("tree", JsonNull.NULL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 -all | fail",
                "v=spf1 a:b:c -all | permerror",
                "no record | none",
            })
    void aFaultOfAForwardedMailIsAWarning(String record, String result) {
        MailScenario mail = mail(FROM_A_LIST + SignedMails.MAIL, "a@example.com", record);

        assertThat(mail.codes(CHECK)).containsExactly("SPF_MAIL_FORWARDED");
        assertThat(mail.result(CHECK).evidence()).containsEntry("result", result);
    }

    @Test
    void aPassOfAnotherOrganisationSaysNothingAboutTheAuthor() {
        MailScenario mail =
                MailScenario.of(
                        SignedMails.MAIL,
                        "192.0.2.1",
                        "mx.esp.example",
                        "bounce@esp.example",
                        Map.of(
                                "esp.example",
                                Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 -all")),
                                "_dmarc.example.com",
                                Map.of("TXT", List.of("v=DMARC1; p=reject"))));

        assertThat(mail.codes(CHECK)).containsExactly("SPF_MAIL_PASSES_FOR_OTHER_DOMAIN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("author", "example.com");
    }

    @Test
    void aSubdomainIsTheAuthorsOwn() {
        MailScenario mail =
                MailScenario.of(
                        SignedMails.MAIL,
                        "192.0.2.1",
                        "mx.example.com",
                        "x@bounce.example.com",
                        Map.of(
                                "bounce.example.com",
                                Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 -all"))));

        assertThat(mail.codes(CHECK)).containsExactly("SPF_MAIL_PASSES");
    }

    @Test
    void aNullSenderIsJudgedByTheHeloName() {
        MailScenario mail =
                MailScenario.of(
                        SignedMails.MAIL,
                        "192.0.2.1",
                        "mx.example.com",
                        "",
                        Map.of("mx.example.com", Map.of("TXT", List.of("v=spf1 a -all"))));

        assertThat(mail.codes(CHECK)).containsExactly("SPF_MAIL_FAILS");
        assertThat(mail.result(CHECK).findings().getFirst().subject()).isEqualTo("mx.example.com");
    }

    @Test
    void aSenderWithoutDomainHasNoRecord() {
        assertThat(mail(SignedMails.MAIL, "a@localhost", "v=spf1 -all").codes(CHECK))
                .containsExactly("SPF_MAIL_SENDER_WITHOUT_DOMAIN");
    }

    @Test
    void aSilentDnsIsNoFailure() {
        MailScenario mail =
                MailScenario.of(
                        SignedMails.MAIL,
                        "192.0.2.1",
                        "mx.example.com",
                        "a@example.com",
                        Map.of("example.com", Map.of("TIMEOUT", true)));

        assertThat(mail.codes(CHECK)).containsExactly("SPF_MAIL_NOT_KNOWN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "TIMEOUT");
    }

    @Test
    void withoutAnEnvelopeTheUserIsToldHowToGiveIt() {
        MailScenario mail = MailScenario.of(SignedMails.MAIL, Map.of());

        assertThat(mail.codes(CHECK)).containsExactly("SPF_ENVELOPE_NOT_KNOWN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "CLIENT_NOT_KNOWN");
        assertThat(mail.result(CHECK).evidence()).containsEntry("result", "none");
    }

    @Test
    void aReceiverThatIsNotTrustedIsNamed() {
        String received =
                """
                Received: from mx.example.com (mx.example.com [192.0.2.1])
                 by mx.other.example with ESMTP; Sat, 21 Nov 2026 12:00:01 +0000
                """
                        .replace("\n", "\r\n");
        MailScenario mail = MailScenario.of(received + SignedMails.MAIL, Map.of());

        assertThat(mail.codes(CHECK)).containsExactly("SPF_RECEIVER_NOT_TRUSTED");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("receiver", "mx.other.example");
    }

    @Test
    void theFieldsOfATrustedReceiverTellTheEnvelope() {
        String top =
                """
                Return-Path: <a@example.com>
                Received: from mx.example.com (mx.example.com [192.0.2.1])
                 by mx.receiver.example with ESMTP; Sat, 21 Nov 2026 12:00:01 +0000
                """
                        .replace("\n", "\r\n");
        MailScenario mail =
                MailScenario.of(
                        top + SignedMails.MAIL,
                        Map.of("example.com", Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 -all"))));

        assertThat(mail.codes(CHECK)).containsExactly("SPF_MAIL_PASSES");
    }

    private static MailScenario mail(String mail, String mailFrom, String record) {
        return MailScenario.of(
                mail,
                "192.0.2.1",
                "mx.example.com",
                mailFrom,
                Map.of("example.com", Map.of("TXT", List.of(record))));
    }
}

package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mailcheck.json.JsonNull;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.Tls;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.TlsOnlyArrivalObservation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OutboundTlsCheckTest {
    private static final OutboundTlsCheck CHECK = new OutboundTlsCheck();
    private static final String SES =
            """
            Received: from mail.example.com (mail.example.com [192.0.2.10])
             by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 6rb1v0c2n8h5t4s7
             for test@check.example;
             Sat, 21 Nov 2026 12:00:05 +0000 (UTC)
            """
                    .replace("\n", "\r\n");
    private static final String REST =
            """
            From: Alice <alice@example.com>
            To: Bob <bob@receiver.example>
            Subject: Lunch on Friday
            Date: Sat, 21 Nov 2026 12:00:00 +0000

            Hello Bob
            """
                    .replace("\n", "\r\n");

    @ParameterizedTest
    @CsvSource({
        "(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)), USED",
        "(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)), USED",
        "(using TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)), VERSION_OLD",
        "(using TLSv1.1 with cipher DHE-RSA-AES256-SHA (256/256 bits)), VERSION_OLD",
        "(using SSLv3 with cipher DHE-RSA-AES256-SHA (256/256 bits)), SSL",
        "'', VERSION_NOT_WRITTEN_DOWN",
    })
    void theFieldOfTheTrustedReceiverTells(String comment, String code) {
        MailScenario mail = MailScenario.of(postfix(comment, "ESMTPS") + REST, Map.of());

        assertThat(mail.codes(CHECK)).containsExactly("OUTBOUND_TLS_" + code);
        assertThat(mail.result(CHECK).evidence())
                .containsEntry("tls", true)
                .containsEntry("with", "ESMTPS")
                .containsEntry("by", "mx.receiver.example")
                .containsEntry("ip", "192.0.2.10")
                .containsEntry("helo", "mail.example.com");
    }

    @Test
    void versionAndCipherStandInTheEvidenceAsWritten() {
        String comment = "(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))";
        CheckResult result =
                MailScenario.of(postfix(comment, "ESMTPS") + REST, Map.of()).result(CHECK);

        assertThat(result.evidence())
                .containsEntry("version", "TLSv1.3")
                .containsEntry("cipher", "TLS_AES_256_GCM_SHA384")
                .containsEntry("toldBy", "RECEIVED");
        assertThat(result.findings().getFirst().arguments())
                .containsEntry("tls", "TLSv1.3, TLS_AES_256_GCM_SHA384")
                .containsEntry("reason", "TLS_TOLD_BY_RECEIVER");
    }

    @ParameterizedTest
    @CsvSource({"RC4-SHA", "NULL-SHA256", "EXP-DES-CBC-SHA", "TLS_RSA_WITH_DES_CBC_SHA"})
    void aBrokenCipherIsNoProtectionWhateverTheVersion(String cipher) {
        String comment = "(using TLSv1.2 with cipher " + cipher + " (128/128 bits))";

        assertThat(MailScenario.of(postfix(comment, "ESMTPS") + REST, Map.of()).codes(CHECK))
                .containsExactly("OUTBOUND_TLS_USED", "OUTBOUND_TLS_CIPHER_BROKEN");
    }

    @ParameterizedTest
    @CsvSource({"DES-CBC3-SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "ECDHE-RSA-AES128-SHA"})
    void aDatedCipherIsNotBroken(String cipher) {
        assertThat(BrokenCipher.is(cipher)).isFalse();
    }

    @Test
    void aMailInClearTextFails() {
        CheckResult result = MailScenario.of(postfix("", "ESMTP") + REST, Map.of()).result(CHECK);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.OUTBOUND_TLS_PLAINTEXT);
        assertThat(result.evidence()).containsEntry("tls", false);
    }

    @Test
    void amazonSesDoesNotWriteItDownAndThatIsNoClearText() {
        CheckResult result = MailScenario.of(SES + REST, Map.of()).result(CHECK);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.OUTBOUND_TLS_NOT_WRITTEN_DOWN);
        assertThat(result.evidence())
                .containsEntry("tls", JsonNull.NULL)
                .containsEntry("version", JsonNull.NULL)
                .containsEntry("by", "inbound-smtp.eu-west-1.amazonaws.com");
    }

    @Test
    void aReceiverThatIsNotTrustedIsNotBelieved() {
        String comment = "(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))";
        String received = postfix(comment, "ESMTPS").replace("mx.receiver", "mx.stranger");
        CheckResult result = MailScenario.of(received + REST, Map.of()).result(CHECK);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.OUTBOUND_TLS_RECEIVER_NOT_TRUSTED);
        assertThat(result.findings().getFirst().arguments())
                .containsEntry("receiver", "mx.stranger.example");
        assertThat(result.excuse()).contains("TLS_NOT_KNOWN");
    }

    @Test
    void aMailWithoutReceivedFieldsIsNotKnown() {
        CheckResult result = MailScenario.of(REST, Map.of()).result(CHECK);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.OUTBOUND_TLS_NOT_KNOWN);
        assertThat(result.findings().getFirst().arguments())
                .containsEntry("reason", "NO_RECEIVED_FIELD");
        assertThat(result.excuse()).contains("TLS_NOT_KNOWN");
    }

    @Test
    void theOptionStandsAboveTheMail() {
        Envelope.Given given =
                new Envelope.Given(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Tls.parse("TLSv1.2/ECDHE-RSA-AES128-GCM-SHA256"));
        CheckResult result =
                MailScenario.of((postfix("", "ESMTP") + REST).getBytes(ISO_8859_1), given, Map.of())
                        .result(CHECK);

        assertThat(result.findings().getFirst().code()).isEqualTo(FindingCode.OUTBOUND_TLS_USED);
        assertThat(result.findings().getFirst().arguments())
                .containsEntry("reason", "TLS_TOLD_BY_OPTION");
    }

    private static String postfix(String tls, String with) {
        return """
        Received: from mail.example.com (mail.example.com [192.0.2.10])
        \t%s
        \tby mx.receiver.example (Postfix) with %s id 4Xw0Tz5gYkz1d
        \tfor <bob@receiver.example>; Sat, 21 Nov 2026 12:00:05 +0000 (UTC)
        """
                .formatted(tls.isEmpty() ? "(no client certificate requested)" : tls, with)
                .replace("\n", "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "true, VERSION_NOT_WRITTEN_DOWN, PASS",
        "false, NO_ENCRYPTED_MAIL, WARN",
    })
    void whereTheReceiverDoesNotTellTheAddressThatTakesEncryptedMailOnlyDoes(
            boolean came, String code, Status status) {
        CheckResult result = judged(SES, came);

        assertThat(result.findings().getFirst().code().name()).isEqualTo("OUTBOUND_TLS_" + code);
        assertThat(result.status()).isEqualTo(status);
        assertThat(Boolean.TRUE.equals(result.evidence().get("tls"))).isEqualTo(came);
    }

    @Test
    void whatTheReceiverTellsByItselfCountsMore() {
        assertThat(judged(postfix("", "ESMTP"), true).findings().getFirst().code())
                .isEqualTo(FindingCode.OUTBOUND_TLS_PLAINTEXT);
    }

    private static CheckResult judged(String received, boolean came) {
        Judgement judgement = MailScenario.of(received + REST, Map.of()).judgement();
        List<Observation> all = new ArrayList<>(judgement.seen().all());
        all.add(new TlsOnlyArrivalObservation(came));
        return Checks.judge(
                CHECK, new Judgement(judgement.target(), new Observations(all), judgement.at()));
    }
}

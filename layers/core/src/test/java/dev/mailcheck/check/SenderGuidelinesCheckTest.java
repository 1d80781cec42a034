package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.arc.Sealing;
import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dkim.Signing;
import dev.mailcheck.dkim.SigningAlgorithm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SenderGuidelinesCheckTest {
    private static final SenderGuidelinesCheck CHECK = new SenderGuidelinesCheck();
    private static final String IP = "192.0.2.10";
    private static final String HELO = "mail.example.com";
    private static final String SENDER = "news@example.com";
    private static final String RECEIVED =
            """
            Return-Path: <news@example.com>
            Received: from mail.example.com (mail.example.com [192.0.2.10])
            \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
            \tby mx.receiver.example (Postfix) with ESMTPS id 4Xw0Tz5gYkz1d
            \tfor <bob@receiver.example>; Sat, 21 Nov 2026 12:00:05 +0000 (UTC)
            """
                    .replace("\n", "\r\n");
    private static final String ONE_CLICK =
            """
            List-Unsubscribe: <https://example.com/u/7f3a>, <mailto:off@example.com>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            """
                    .replace("\n", "\r\n");
    private static final String NAMES =
            "from:to:subject:date:list-unsubscribe:list-unsubscribe-post";

    @Test
    void aNewsletterThatMeetsAllIsTold() {
        String mail = RECEIVED + signed(ONE_CLICK + SignedMails.MAIL, NAMES);

        assertThat(MailScenario.of(mail, zone()).codes(CHECK))
                .containsExactly(
                        "SENDER_GUIDELINES_AUTHENTICATED",
                        "SENDER_GUIDELINES_ALIGNED",
                        "SENDER_GUIDELINES_TLS_USED",
                        "SENDER_GUIDELINES_REVERSE_DNS_GOOD",
                        "SENDER_GUIDELINES_FORM_GOOD",
                        "SENDER_GUIDELINES_ONE_CLICK",
                        "SENDER_GUIDELINES_SPAM_RATE");
    }

    @Test
    void aMailBetweenTwoPeopleNeedsNoWayToUnsubscribe() {
        String mail = RECEIVED + signed(SignedMails.MAIL, "from:to:subject:date");

        assertThat(MailScenario.of(mail, zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_NOT_BULK")
                .doesNotContain("SENDER_GUIDELINES_SPAM_RATE");
    }

    /** Fields of a newsletter, what its signature covers, and what is found. */
    @ParameterizedTest
    @CsvSource({
        "'List-Unsubscribe: <mailto:off@example.com>~', UNSUBSCRIBE_BY_MAIL_ONLY",
        "'List-Unsubscribe: <https://example.com/u/7f3a>~', ONE_CLICK_MISSING",
        "'List-Unsubscribe: <https://example.com/u>~List-Unsubscribe-Post: yes~',"
                + " ONE_CLICK_MISSING",
        "'List-Id: <news.example.com>~', UNSUBSCRIBE_MISSING",
        "'Precedence: bulk~', UNSUBSCRIBE_MISSING",
        "'Feedback-ID: 1:2:3:example~', UNSUBSCRIBE_MISSING",
    })
    void aNewsletterLacksAWayOut(String fields, String code) {
        String mail = RECEIVED + signed(fields.replace("~", "\r\n") + SignedMails.MAIL, NAMES);

        assertThat(MailScenario.of(mail, zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_" + code);
    }

    @ParameterizedTest
    @CsvSource({
        "from:to:subject:date:list-unsubscribe, UNSUBSCRIBE_NOT_SIGNED",
        "from:to:subject:date:list-unsubscribe:list-unsubscribe-post, ONE_CLICK",
    })
    void theWayOutMustBeUnderTheSignature(String names, String code) {
        String mail = RECEIVED + signed(ONE_CLICK + SignedMails.MAIL, names);

        assertThat(MailScenario.of(mail, zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_" + code);
    }

    @Test
    void aBrokenSignatureCoversNothing() {
        String mail = RECEIVED + signed(ONE_CLICK + SignedMails.MAIL, NAMES) + "a footer\r\n";

        assertThat(MailScenario.of(mail, zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_UNSUBSCRIBE_NOT_SIGNED", "SENDER_GUIDELINES_ONLY_SPF");
    }

    @Test
    void dkimAloneIsEnoughForThoseWhoSendLittle() {
        Map<String, Map<String, ?>> zone = zone();
        zone.put("example.com", Map.of("TXT", List.of("v=spf1 -all")));
        String mail = RECEIVED + signed(SignedMails.MAIL, "from:to:subject:date");

        assertThat(MailScenario.of(mail, zone).codes(CHECK))
                .contains("SENDER_GUIDELINES_ONLY_DKIM", "SENDER_GUIDELINES_ALIGNED");
    }

    @Test
    void aMailThatNothingVouchesForFails() {
        Map<String, Map<String, ?>> zone = zone();
        zone.put("example.com", Map.of("TXT", List.of("v=spf1 -all")));

        assertThat(MailScenario.of(RECEIVED + SignedMails.MAIL, zone).codes(CHECK))
                .contains("SENDER_GUIDELINES_NOT_AUTHENTICATED", "SENDER_GUIDELINES_NOT_ALIGNED");
    }

    @Test
    void aDomainWithoutDmarcIsToldSo() {
        Map<String, Map<String, ?>> zone = zone();
        zone.remove("_dmarc.example.com");

        assertThat(MailScenario.of(RECEIVED + SignedMails.MAIL, zone).codes(CHECK))
                .contains("SENDER_GUIDELINES_DMARC_MISSING");
    }

    @Test
    void aMailOfWhichNothingIsKnownIsNotJudged() {
        assertThat(MailScenario.of(SignedMails.MAIL, zone()).codes(CHECK))
                .contains(
                        "SENDER_GUIDELINES_AUTHENTICATION_NOT_KNOWN",
                        "SENDER_GUIDELINES_ALIGNMENT_NOT_KNOWN",
                        "SENDER_GUIDELINES_TLS_NOT_KNOWN",
                        "SENDER_GUIDELINES_REVERSE_DNS_NOT_KNOWN");
    }

    @Test
    void aSignatureThatHoldsIsToldThoughTheEnvelopeIsNotKnown() {
        String mail = signed(SignedMails.MAIL, "from:to:subject:date");

        assertThat(MailScenario.of(mail, zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_SPF_NOT_KNOWN", "SENDER_GUIDELINES_ALIGNED");
    }

    @Test
    void aKeyThatDoesNotComeLeavesDkimOpen() {
        Map<String, Map<String, ?>> zone = zone();
        zone.put("s1._domainkey.example.com", Map.of("TIMEOUT", true));
        String mail = RECEIVED + signed(SignedMails.MAIL, "from:to:subject:date");

        assertThat(MailScenario.of(mail, zone).codes(CHECK))
                .contains("SENDER_GUIDELINES_DKIM_NOT_KNOWN");
    }

    @Test
    void clearTextAndAMissingNameFail() {
        Map<String, Map<String, ?>> zone = zone();
        zone.remove("10.2.0.192.in-addr.arpa");
        String mail = RECEIVED.replaceAll("\t\\(using[^\n]*\n", "").replace("ESMTPS", "ESMTP");

        assertThat(MailScenario.of(mail + SignedMails.MAIL, zone).codes(CHECK))
                .contains("SENDER_GUIDELINES_TLS_MISSING", "SENDER_GUIDELINES_REVERSE_DNS_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"Date:, X-Date:", "From:, X-From:", "From:, From: b@example.com~From:"})
    void aMailWithoutItsFormFails(String sound, String faulty) {
        String mail = SignedMails.MAIL.replaceFirst(sound, faulty.replace("~", "\r\n"));

        assertThat(MailScenario.of(RECEIVED + mail, zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_FORM_FAULTY");
    }

    @Test
    void whoForwardsIsAskedForArc() {
        assertThat(
                        MailScenario.of("X-Forwarded-For: a b\r\n" + SignedMails.MAIL, zone())
                                .codes(CHECK))
                .contains("SENDER_GUIDELINES_FORWARDER_WITHOUT_ARC");
        assertThat(MailScenario.of(Sealing.chain(1), zone()).codes(CHECK))
                .contains("SENDER_GUIDELINES_FORWARDER_WITH_ARC");
    }

    @Test
    void aMailThatIsTooComplexIsNotKnown() {
        MailScenario mail =
                MailScenario.of("A: b\r\n".repeat(2_000) + "\r\n", IP, HELO, SENDER, zone());

        assertThat(mail.codes(CHECK)).containsExactly("SENDER_GUIDELINES_NOT_KNOWN");
    }

    private static String signed(String mail, String names) {
        return Signing.dkim(SignedMails.RSA, SigningAlgorithm.RSA_SHA256)
                .with("h", names)
                .sign(mail);
    }

    private static Map<String, Map<String, ?>> zone() {
        Map<String, Map<String, ?>> zone = new HashMap<>();
        zone.put("example.com", Map.of("TXT", List.of("v=spf1 ip4:192.0.2.10 -all")));
        zone.put("_dmarc.example.com", Map.of("TXT", List.of("v=DMARC1; p=reject")));
        zone.put("s1._domainkey.example.com", Map.of("TXT", List.of(SignedMails.RSA.record(""))));
        zone.put("10.2.0.192.in-addr.arpa", Map.of("PTR", List.of("mail.example.com.")));
        zone.put(HELO, Map.of("A", List.of(IP)));
        return zone;
    }
}

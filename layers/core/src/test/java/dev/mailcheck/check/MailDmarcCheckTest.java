package dev.mailcheck.check;

import static dev.mailcheck.dkim.SigningAlgorithm.RSA_SHA256;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dkim.Signing;
import dev.mailcheck.json.JsonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class MailDmarcCheckTest {
    private static final MailDmarcCheck CHECK = new MailDmarcCheck();
    private static final String SIGNED =
            Signing.dkim(SignedMails.RSA, RSA_SHA256).sign(SignedMails.MAIL);
    private static final String GOOD_SPF = "v=spf1 ip4:192.0.2.1 -all";
    private static final String REJECT = "v=DMARC1; p=reject; sp=none";

    @Test
    void bothStandForTheAuthor() {
        MailScenario mail = mail(SIGNED, "a@example.com", GOOD_SPF, REJECT);

        assertThat(mail.codes(CHECK)).containsExactly("DMARC_MAIL_PASSES");
        assertThat(mail.result(CHECK).evidence())
                .containsEntry("result", "pass")
                .containsEntry("fromDomain", "example.com")
                .containsEntry("organizationalDomain", "example.com")
                .containsEntry("policyDomain", "example.com")
                .containsEntry("policy", "reject")
                .containsEntry("applied", "reject")
                .containsEntry("spfAligned", true)
                .containsEntry("dkimAligned", true)
                .containsEntry("record", REJECT)
                .containsKey("walk");
    }

    @Test
    void whatIsPromisedAndNotThereIsNull() {
        MailScenario mail = MailScenario.of(SignedMails.MAIL, Map.of());

        assertThat(mail.result(CHECK).evidence())
                .containsEntry("fromDomain", "example.com")
                .containsEntry("policyDomain", JsonNull.NULL)
                .containsEntry("policy", JsonNull.NULL)
                .containsEntry("applied", JsonNull.NULL)
                .containsEntry("record", JsonNull.NULL)
                .containsKeys("organizationalDomain", "walk");
    }

    @Test
    void oneOfTheTwoIsAWarning() {
        assertThat(codes(SignedMails.MAIL, "a@example.com", GOOD_SPF, REJECT))
                .containsExactly("DMARC_MAIL_PASSES_BY_SPF_ONLY");
        assertThat(codes(SIGNED, "a@example.com", "v=spf1 -all", REJECT))
                .containsExactly("DMARC_MAIL_PASSES_BY_DKIM_ONLY");
    }

    @Test
    void withoutAnEnvelopeAGoodSignatureIsEnough() {
        assertThat(MailScenario.of(SIGNED, zone(GOOD_SPF, REJECT)).codes(CHECK))
                .containsExactly("DMARC_MAIL_PASSES");
    }

    @Test
    void withoutAnEnvelopeABadSignatureProvesNothing() {
        assertThat(MailScenario.of(SignedMails.MAIL, zone(GOOD_SPF, REJECT)).codes(CHECK))
                .containsExactly("DMARC_ENVELOPE_NOT_KNOWN");
        String received =
                """
                Received: from mx.example.com (mx.example.com [192.0.2.1])
                 by mx.other.example with ESMTP; Sat, 21 Nov 2026 12:00:01 +0000
                """
                        .replace("\n", "\r\n");
        assertThat(
                        MailScenario.of(received + SignedMails.MAIL, zone(GOOD_SPF, REJECT))
                                .codes(CHECK))
                .containsExactly("DMARC_RECEIVER_NOT_TRUSTED");
    }

    @Test
    void aMailThatNothingStandsForFailsWithThePolicy() {
        MailScenario mail = mail(SignedMails.MAIL, "a@example.com", "v=spf1 -all", REJECT);

        assertThat(mail.codes(CHECK)).containsExactly("DMARC_MAIL_NOT_AUTHENTICATED");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "DMARC_ASKS_REJECT");
    }

    @Test
    void aMailThatOthersStandForFails() {
        String forged = SignedMails.MAIL.replace("alice@example.com", "boss@bank.example");
        Map<String, Map<String, ?>> zone = new HashMap<>(zone(GOOD_SPF, REJECT));
        zone.put("_dmarc.bank.example", Map.of("TXT", List.of("v=DMARC1; p=quarantine")));

        MailScenario mail =
                MailScenario.of(forged, "192.0.2.1", "mx.example.com", "a@example.com", zone);

        assertThat(mail.codes(CHECK)).containsExactly("DMARC_MAIL_NOT_ALIGNED");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("domains", "example.com")
                .containsEntry("reason", "DMARC_ASKS_QUARANTINE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no record | DMARC_RECORD_MISSING",
                "v=DMARC1; p=whatever | DMARC_POLICY_UNUSABLE",
            })
    void aRecordThatDoesNotApplyIsTold(String record, String code) {
        assertThat(codes(SIGNED, "a@example.com", GOOD_SPF, record)).containsExactly(code);
    }

    @Test
    void aSilentDnsIsNoFailure() {
        Map<String, Map<String, ?>> zone = new HashMap<>(zone(GOOD_SPF, REJECT));
        zone.put("_dmarc.example.com", Map.of("TIMEOUT", true));
        assertThat(MailScenario.of(SIGNED, zone).codes(CHECK)).containsExactly("DMARC_NOT_KNOWN");

        Map<String, Map<String, ?>> silentKey = new HashMap<>(zone(GOOD_SPF, REJECT));
        silentKey.put("s1._domainkey.example.com", Map.of("TIMEOUT", true));
        assertThat(MailScenario.of(SIGNED, silentKey).codes(CHECK))
                .containsExactly("DMARC_MAIL_ALIGNMENT_NOT_KNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: y | DMARC_MAIL_NO_AUTHOR",
                "From: a@example.com, b@bank.example | DMARC_MAIL_SEVERAL_AUTHORS",
            })
    void anAuthorWhoIsNotClearGetsNoPass(String from, String code) {
        String mail = SIGNED.replace("From: Alice <alice@example.com>", from);

        assertThat(codes(mail, "a@example.com", GOOD_SPF, REJECT)).containsExactly(code);
    }

    @Test
    void aSecondFromFieldGetsNoPass() {
        assertThat(codes("From: b@example.com\r\n" + SIGNED, "a@example.com", GOOD_SPF, REJECT))
                .containsExactly("DMARC_MAIL_SEVERAL_FROM_FIELDS");
    }

    @Test
    void aFieldThatProgramsReadDifferentlyGetsNoPass() {
        String mail = SIGNED.replace("<alice@example.com>", "<alice@(bank.example)example.com>");

        assertThat(codes(mail, "a@example.com", GOOD_SPF, REJECT))
                .containsExactly("DMARC_MAIL_AUTHOR_AMBIGUOUS");
    }

    @Test
    void aNameThatIsAnAddressIsTold() {
        String mail = SignedMails.MAIL.replace("Alice <", "\"boss@bank.example\" <");

        assertThat(codes(mail, "a@example.com", GOOD_SPF, REJECT))
                .containsExactly(
                        "DMARC_MAIL_PASSES_BY_SPF_ONLY", "DMARC_MAIL_NAME_SHOWS_OTHER_ADDRESS");
    }

    @Test
    void aGroupIsTold() {
        String mail = SignedMails.MAIL.replace("Alice <alice@example.com>", "all: a@example.com;");

        assertThat(codes(mail, "a@example.com", GOOD_SPF, REJECT))
                .contains("DMARC_MAIL_AUTHOR_IN_GROUP");
    }

    private static List<String> codes(String mail, String mailFrom, String spf, String dmarc) {
        return mail(mail, mailFrom, spf, dmarc).codes(CHECK);
    }

    private static MailScenario mail(String mail, String mailFrom, String spf, String dmarc) {
        return MailScenario.of(mail, "192.0.2.1", "mx.example.com", mailFrom, zone(spf, dmarc));
    }

    private static Map<String, Map<String, ?>> zone(String spf, String dmarc) {
        return Map.of(
                "example.com",
                Map.of("TXT", List.of(spf)),
                "s1._domainkey.example.com",
                Map.of("TXT", List.of(SignedMails.RSA.record(""))),
                "_dmarc.example.com",
                Map.of("TXT", List.of(dmarc)));
    }
}

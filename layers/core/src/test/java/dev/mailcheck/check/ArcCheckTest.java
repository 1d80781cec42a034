package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.arc.Sealing;
import dev.mailcheck.dkim.SignedMails;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ArcCheckTest {
    private static final ArcCheck CHECK = new ArcCheck();
    private static final Map<String, Map<String, ?>> ZONE =
            Map.of("s1._domainkey.example.com", Map.of("TXT", List.of(SignedMails.RSA.record(""))));

    @Test
    void aMailWithoutChainNeedsNone() {
        MailScenario mail = MailScenario.of(SignedMails.MAIL, ZONE);

        assertThat(mail.codes(CHECK)).containsExactly("ARC_NO_CHAIN");
        assertThat(mail.result(CHECK).evidence())
                .containsEntry("result", "none")
                .containsEntry("instances", 0);
    }

    @Test
    void aChainThatHoldsIsTold() {
        MailScenario mail = MailScenario.of(Sealing.chain(2), ZONE);

        assertThat(mail.codes(CHECK)).containsExactly("ARC_CHAIN_VALID");
        assertThat(mail.result(CHECK).evidence())
                .containsEntry("result", "pass")
                .containsEntry("instances", 2);
    }

    @Test
    void aMailThatWasChangedAfterTheSealIsTold() {
        MailScenario mail =
                MailScenario.of(Sealing.chain(1).replace("Hello Bob", "Hello Eve"), ZONE);

        assertThat(mail.codes(CHECK)).containsExactly("ARC_CHAIN_BROKEN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "ARC_MESSAGE_SIGNATURE_FAILED")
                .containsEntry("instance", "1");
        assertThat(mail.result(CHECK).evidence()).containsEntry("result", "fail");
    }

    @Test
    void aSealerThatFoundTheChainBrokenIsToldApart() {
        String mail =
                Sealing.chain(1).replace("Hello Bob", "Hello Eve").replace("cv=none", "cv=fail");

        assertThat(MailScenario.of(mail, ZONE).codes(CHECK))
                .containsExactly("ARC_MARKED_AS_FAILED");
    }

    @Test
    void aSilentDnsIsNoFailure() {
        Map<String, Map<String, ?>> silent =
                Map.of("s1._domainkey.example.com", Map.of("TIMEOUT", true));
        MailScenario mail = MailScenario.of(Sealing.chain(1), silent);

        assertThat(mail.codes(CHECK)).containsExactly("ARC_NOT_KNOWN");
        assertThat(mail.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", "TIMEOUT");
    }

    @Test
    void aMailThatIsTooComplexIsNotKnown() {
        String mail = "A: b\r\n".repeat(2_000) + "\r\n";
        CheckResult result = MailScenario.of(mail, ZONE).result(CHECK);

        assertThat(result.findings().getFirst().code()).isEqualTo(FindingCode.ARC_NOT_KNOWN);
        assertThat(result.findings().getFirst().arguments())
                .containsEntry("reason", "MAIL_TOO_COMPLEX");
    }
}

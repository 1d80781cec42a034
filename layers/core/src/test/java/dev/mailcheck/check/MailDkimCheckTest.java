package dev.mailcheck.check;

import static dev.mailcheck.dkim.SigningAlgorithm.ED25519_SHA256;
import static dev.mailcheck.dkim.SigningAlgorithm.RSA_SHA1;
import static dev.mailcheck.dkim.SigningAlgorithm.RSA_SHA256;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dkim.Signing;
import dev.mailcheck.dkim.TestKey;
import dev.mailcheck.json.JsonNull;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

class MailDkimCheckTest {
    private static final MailDkimCheck CHECK = new MailDkimCheck();
    private static final String AT = "s1._domainkey.example.com";
    private static final Map<String, Map<String, ?>> ZONE = zone(SignedMails.RSA.record(""));
    private static final String OVERSIGNED = "from:from:to:subject:date";

    @Test
    void aSoundSignatureOfTheAuthorLeavesNothingToSay() {
        MailScenario mail = MailScenario.of(signed(s -> s.with("h", OVERSIGNED)), ZONE);

        assertThat(mail.codes(CHECK))
                .containsExactly("DKIM_MAIL_SIGNED", "DKIM_KEY_VALID", "DKIM_KEY_STRONG");
        assertThat(signature(mail))
                .containsEntry("domain", "example.com")
                .containsEntry("selector", "s1")
                .containsEntry("algorithm", "rsa-sha256")
                .containsEntry("result", "pass")
                .containsEntry("reason", "VERIFIED")
                .containsEntry("aligned", true);
    }

    @Test
    void aMailWithoutSignatureIsAFault() {
        MailScenario mail = MailScenario.of(SignedMails.MAIL, ZONE);

        assertThat(mail.codes(CHECK)).containsExactly("DKIM_MAIL_NOT_SIGNED");
        assertThat(mail.result(CHECK).evidence()).containsEntry("result", "none");
    }

    @Test
    void aSignatureThatCannotBeReadHasItsNamesAllTheSame() {
        MailScenario mail =
                MailScenario.of("DKIM-Signature: rubbish\r\n" + SignedMails.MAIL, Map.of());

        assertThat(signature(mail))
                .containsEntry("domain", JsonNull.NULL)
                .containsEntry("selector", JsonNull.NULL)
                .containsEntry("algorithm", JsonNull.NULL)
                .containsEntry("aligned", false)
                .containsKeys("result", "reason");
    }

    @Test
    void aSignatureOfAnotherDomainSaysNothingAboutTheAuthor() {
        String mail =
                signed(s -> s.with("h", OVERSIGNED)).replace("alice@example.com", "a@b.example");
        String resigned =
                Signing.dkim(SignedMails.RSA, RSA_SHA256)
                        .with("h", OVERSIGNED)
                        .sign(mail.substring(mail.indexOf("From:")));

        MailScenario scenario = MailScenario.of(resigned, ZONE);

        assertThat(scenario.codes(CHECK)).contains("DKIM_MAIL_SIGNED_BY_OTHER_DOMAIN");
        assertThat(signature(scenario)).containsEntry("aligned", false);
    }

    @Test
    void aChangedBodyIsToldWithWhatChangedIt() {
        String footer = signed(s -> s) + "\r\n-- \r\nA footer of the list\r\n";

        assertBroken(footer, "DKIM_MAIL_BODY_CHANGED", "DKIM_BODY_TEXT_APPENDED");
        assertBroken(
                signed(s -> s).replace("lunch", "dinner"),
                "DKIM_MAIL_BODY_CHANGED",
                "DKIM_BODY_CHANGED");
    }

    @Test
    void aChangedFieldIsNamedWhereItCanBeFound() {
        assertBroken(
                signed(s -> s).replace("Subject: ", "Subject: [list] "),
                "DKIM_MAIL_FIELD_CHANGED",
                "DKIM_SUBJECT_PREFIX_ADDED");
        assertBroken(
                signed(s -> s).replace("Lunch on Friday", "Give me money"),
                "DKIM_MAIL_HEADER_CHANGED",
                "DKIM_HEADER_CHANGED");
    }

    @Test
    void aSignatureOfAnotherKeyIsToldApartFromAChange() {
        MailScenario mail = MailScenario.of(signed(s -> s), zone(TestKey.rsa(2048).record("")));

        assertThat(mail.codes(CHECK)).containsExactly("DKIM_MAIL_OTHER_KEY");
    }

    @Test
    void aFaultOfTheKeyIsToldByTheCodeOfTheKey() {
        assertThat(codes(signed(s -> s), Map.of())).containsExactly("DKIM_KEY_MISSING");
        assertThat(codes(signed(s -> s), zone("v=DKIM1; p="))).containsExactly("DKIM_KEY_REVOKED");
        assertThat(codes(signed(s -> s), zone("v=DKIM1; p=???")))
                .containsExactly("DKIM_KEY_UNUSABLE");
        assertThat(codes(signed(s -> s), zone(TestKey.rsa(512).record(""))))
                .containsExactly("DKIM_RSA_BELOW_1024");
        assertThat(codes(signed(s -> s), zone(SignedMails.ED25519.record(""))))
                .containsExactly("DKIM_KEY_UNUSABLE");
    }

    @Test
    void anExpiredSignatureCountsForNothing() {
        assertThat(codes(signed(s -> s.with("t", "1000").with("x", "2000")), ZONE))
                .containsExactly("DKIM_MAIL_EXPIRED");
    }

    @Test
    void aFieldThatBreaksTheRulesIsTold() {
        assertBroken(
                signed(s -> s).replace("v=1", "v=2"),
                "DKIM_MAIL_SIGNATURE_MALFORMED",
                "DKIM_VERSION_UNKNOWN");
    }

    @Test
    void sha1CountsForNothing() {
        String mail = Signing.dkim(SignedMails.RSA, RSA_SHA1).sign(SignedMails.MAIL);

        assertBroken(mail, "DKIM_MAIL_SHA1", "DKIM_RSA_SHA1");
    }

    @Test
    void aBrokenSignatureBesideAGoodOneIsNoFault() {
        String mail =
                Signing.dkim(SignedMails.RSA, RSA_SHA256)
                        .with("h", OVERSIGNED)
                        .sign(signed(s -> s).replace("s=s1", "s=none"));

        MailScenario scenario = MailScenario.of(mail, ZONE);

        assertThat(scenario.codes(CHECK))
                .contains("DKIM_MAIL_SIGNED", "DKIM_MAIL_BROKEN_BESIDE_GOOD");
        assertThat(scenario.result(CHECK).status()).isEqualTo(Status.PASS);
    }

    @Test
    void aSignatureThatAListBrokeIsAWarning() {
        String mail =
                "List-Id: <l.example.org>\r\nList-Post: <mailto:l@example.org>\r\n"
                        + signed(s -> s).replace("lunch", "dinner");

        assertBroken(mail, "DKIM_MAIL_BROKEN_AFTER_FORWARDING", "DKIM_BODY_CHANGED");
    }

    @Test
    void aSilentDnsIsNoFailure() {
        MailScenario mail = MailScenario.of(signed(s -> s), Map.of(AT, Map.of("SERVFAIL", true)));

        assertThat(mail.codes(CHECK)).containsExactly("DKIM_MAIL_SIGNATURE_NOT_KNOWN");
        assertThat(mail.result(CHECK).evidence()).containsEntry("result", "temperror");
    }

    @Test
    void moreSignaturesThanAnybodyVerifiesAreCounted() {
        String field = Signing.dkim(SignedMails.RSA, RSA_SHA256).field(SignedMails.MAIL) + "\r\n";
        String changed = SignedMails.MAIL.replace("lunch", "dinner");

        assertThat(codes(field.repeat(21) + changed, ZONE))
                .contains("DKIM_MAIL_TOO_MANY_SIGNATURES");
    }

    @Test
    void whatASignatureLeavesOpenIsTold() {
        assertThat(codes(signed(s -> s), ZONE)).contains("DKIM_MAIL_FROM_NOT_OVERSIGNED");
        assertThat(codes(signed(s -> s.with("h", "from:from:to")), ZONE))
                .contains("DKIM_MAIL_FIELDS_UNSIGNED");
        assertThat(codes(signed(s -> s.with("l", "10")), ZONE))
                .contains("DKIM_MAIL_BODY_PARTLY_UNSIGNED");
        assertThat(codes(signed(s -> s.with("l", String.valueOf(relaxedLength()))), ZONE))
                .contains("DKIM_MAIL_LENGTH_LIMITED")
                .doesNotContain("DKIM_MAIL_BODY_PARTLY_UNSIGNED");
    }

    @Test
    void timesThatAreOddAreTold() {
        long now = MailScenario.AT.getEpochSecond();

        assertThat(codes(signed(s -> s.with("x", String.valueOf(now + 60))), ZONE))
                .contains("DKIM_MAIL_EXPIRES_SOON");
        assertThat(codes(signed(s -> s.with("t", String.valueOf(now + 3600))), ZONE))
                .contains("DKIM_MAIL_SIGNED_IN_FUTURE");
    }

    @Test
    void keysThatCouldBeBetterAreTold() {
        TestKey small = TestKey.rsa(1024);
        String mail = Signing.dkim(small, RSA_SHA256).sign(SignedMails.MAIL);
        assertThat(codes(mail, zone(small.record("")))).contains("DKIM_RSA_BELOW_2048");
        assertThat(codes(signed(s -> s), zone(SignedMails.RSA.record("t=y; "))))
                .contains("DKIM_TEST_MODE");
        assertThat(codes(signed(s -> s), zone(SignedMails.RSA.record(""), "other")))
                .contains("DKIM_SEVERAL_RECORDS");
        String ed25519 = Signing.dkim(SignedMails.ED25519, ED25519_SHA256).sign(SignedMails.MAIL);
        assertThat(codes(ed25519, zone(SignedMails.ED25519.record(""))))
                .contains("DKIM_ED25519_ALONE");
    }

    @Test
    void aFileThatAProgramSavedMayBeToBlame() {
        String saved = signed(s -> s).replace("lunch", "dinner").replace("\r\n", "\n");

        assertThat(codes(saved, ZONE))
                .containsExactly("DKIM_MAIL_BODY_CHANGED", "DKIM_MAIL_FILE_CHANGED");
    }

    private static int relaxedLength() {
        return SignedMails.MAIL
                .substring(SignedMails.MAIL.indexOf("\r\n\r\n") + 4)
                .replace("  ", " ")
                .replace(" \r\n", "\r\n")
                .length();
    }

    private static void assertBroken(String mail, String code, String reason) {
        MailScenario scenario = MailScenario.of(mail, ZONE);

        assertThat(scenario.codes(CHECK)).containsExactly(code);
        assertThat(scenario.result(CHECK).findings().getFirst().arguments())
                .containsEntry("reason", reason);
    }

    private static List<String> codes(String mail, Map<String, Map<String, ?>> zone) {
        return MailScenario.of(mail, zone).codes(CHECK);
    }

    private static String signed(UnaryOperator<Signing> with) {
        return with.apply(Signing.dkim(SignedMails.RSA, RSA_SHA256)).sign(SignedMails.MAIL);
    }

    private static Map<String, Map<String, ?>> zone(String... records) {
        return Map.of(AT, Map.of("TXT", List.of(records)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> signature(MailScenario mail) {
        return ((List<Map<String, Object>>)
                        mail.result(CHECK).evidence().getOrDefault("signatures", List.of()))
                .getFirst();
    }
}

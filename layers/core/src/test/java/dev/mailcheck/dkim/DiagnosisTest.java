package dev.mailcheck.dkim;

import static dev.mailcheck.dkim.SignedMails.ED25519;
import static dev.mailcheck.dkim.SignedMails.MAIL;
import static dev.mailcheck.dkim.SignedMails.key;
import static dev.mailcheck.dkim.SignedMails.one;
import static dev.mailcheck.dkim.SignedMails.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.Diagnosis.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Why a signature fails, found by undoing what programs on the way do. */
class DiagnosisTest {
    private static final String FOOTER =
            "_____________________\r\nlist mailing list\r\nhttps://lists.example.org/\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"simple/simple", "relaxed/relaxed"})
    void aFooterIsTextAppended(String form) {
        SignatureResult result = one(rsa().with("c", form).sign(MAIL) + FOOTER);
        assertThat(result.reason()).isEqualTo(DkimReason.BODY_CHANGED);
        assertThat(result.arguments()).containsEntry("header", "INTACT");
        assertThat(result.diagnoses())
                .containsExactly(of(Kind.BODY_TEXT_APPENDED, "bytes", "" + FOOTER.length()));
    }

    @Test
    void aBodyPutIntoAnEmptyMailIsTextAppended() {
        String header = MAIL.substring(0, MAIL.indexOf("\r\n\r\n") + 4);
        for (String form : List.of("simple/simple", "relaxed/relaxed")) {
            assertThat(one(rsa().with("c", form).sign(header) + FOOTER).diagnoses())
                    .containsExactly(of(Kind.BODY_TEXT_APPENDED, "bytes", "" + FOOTER.length()));
        }
    }

    @Test
    void aNoticeBeforeTheBodyIsTextPrepended() {
        String mail =
                rsa().sign(MAIL).replace("Hello Bob", "CAUTION: external\r\nmail\r\n\r\nHello Bob");
        assertThat(one(mail).diagnoses())
                .containsExactly(of(Kind.BODY_TEXT_PREPENDED, "lines", "3"));
    }

    @Test
    void escapedFromLinesAreSeen() {
        String mail = rsa().sign(MAIL.replace("Alice\r\n", "From here\r\n"));
        assertThat(one(mail.replace("From here", ">From here")).diagnoses())
                .containsExactly(Diagnosis.of(Kind.BODY_FROM_LINES_ESCAPED));
    }

    @Test
    void changedLineEndsOfTheBodyAreSeen() {
        String mail = rsa().sign(MAIL);
        int body = mail.indexOf("\r\n\r\n") + 4;
        String changed = mail.substring(0, body) + mail.substring(body).replace("\r\n", "\n");
        assertThat(one(changed).diagnoses())
                .containsExactly(Diagnosis.of(Kind.BODY_LINE_ENDS_CHANGED));
    }

    @Test
    void aSignerThatNamesTheWrongFormIsFoundOut() {
        String field = rsa().with("c", "relaxed/relaxed").field(MAIL);
        String other = rsa().with("c", "relaxed/simple").field(MAIL);
        String wrongHash =
                field.replaceAll("bh=[^;]*", "bh=" + other.replaceAll("(?s).*bh=([^;]*);.*", "$1"));
        SignatureResult result = one(wrongHash + "\r\n" + MAIL);
        assertThat(result.diagnoses())
                .contains(of(Kind.BODY_OTHER_CANONICALIZATION, "canonicalization", "simple"));
    }

    @Test
    void otherChangesOfTheBodyAreNotExplained() {
        SignatureResult result = one(rsa().sign(MAIL).replace("noon", "nine"));
        assertThat(result.reason()).isEqualTo(DkimReason.BODY_CHANGED);
        assertThat(result.diagnoses()).containsExactly(Diagnosis.of(Kind.BODY_UNEXPLAINED));
    }

    @Test
    void aSubjectPrefixIsTold() {
        for (String form : List.of("simple/simple", "relaxed/relaxed")) {
            String mail = rsa().with("c", form).sign(MAIL);
            SignatureResult result =
                    one(mail.replace("Subject: Lunch", "Subject: [my list] Re: Lunch"));
            assertThat(result.reason()).isEqualTo(DkimReason.HEADER_CHANGED);
            assertThat(result.diagnoses())
                    .containsExactly(of(Kind.SUBJECT_PREFIX_ADDED, "text", "[my list] Re:"));
        }
    }

    @Test
    void aFieldThatWasAddedIsNamed() {
        String mail = rsa().with("h", "from:to:subject:date:reply-to").sign(MAIL);
        assertThat(one("Reply-To: list@lists.example.org\r\n" + mail).diagnoses())
                .containsExactly(of(Kind.FIELD_ADDED, "field", "reply-to"));
    }

    @Test
    void whatListsDoTogetherIsToldTogether() {
        String mail = rsa().with("h", "from:to:subject:date:reply-to").sign(MAIL);
        String listed =
                "Reply-To: list@lists.example.org\r\n"
                        + mail.replace("Subject: Lunch", "Subject: [list] Lunch")
                        + FOOTER;
        SignatureResult result = one(listed);
        assertThat(result.reason()).isEqualTo(DkimReason.BODY_CHANGED);
        assertThat(result.arguments()).containsEntry("header", "HEADER_CHANGED");
        assertThat(result.diagnoses())
                .containsExactly(
                        of(Kind.BODY_TEXT_APPENDED, "bytes", "" + FOOTER.length()),
                        of(Kind.SUBJECT_PREFIX_ADDED, "text", "[list]"),
                        of(Kind.FIELD_ADDED, "field", "reply-to"));
    }

    @Test
    void aRewrittenFromIsFoundAgain() {
        String mail =
                rsa().sign(MAIL)
                        .replace(
                                "From: Alice <alice@example.com>",
                                "From: Alice via List <list@lists.example.org>\r\n"
                                        + "Reply-To: Alice <alice@example.com>");
        assertThat(one(mail).diagnoses())
                .containsExactly(of(Kind.FROM_REWRITTEN, "field", "reply-to"));
    }

    @Test
    void reformattedFieldsAreSeen() {
        String two = MAIL.replace("Bob <bob@example.net>", "\"Bob\" <b@c.example>,d@e.example");
        String mail = rsa().sign(two);
        for (String to :
                List.of(
                        "\"Bob\" <b@c.example>, d@e.example",
                        "\"Bob\" <b@c.example>,\r\n d@e.example")) {
            assertThat(one(mail.replace("\"Bob\" <b@c.example>,d@e.example", to)).diagnoses())
                    .containsExactly(of(Kind.FIELD_REFORMATTED, "field", "to"));
        }
    }

    @Test
    void copiesThatTheSignerLeftTellWhatChanged() {
        String mail =
                rsa().with("z", "From:Alice=20<alice@example.com>|Subject:=20Lunch=20on=20Friday")
                        .sign(MAIL);
        assertThat(one(mail.replace("Lunch on", "Dinner on")).diagnoses())
                .containsExactly(of(Kind.FIELD_CHANGED, "field", "subject"));
    }

    @Test
    void otherChangesOfTheHeaderAreNotExplained() {
        SignatureResult result = one(rsa().sign(MAIL).replace("Friday", "Monday"));
        assertThat(result.reason()).isEqualTo(DkimReason.HEADER_CHANGED);
        assertThat(result.diagnoses()).containsExactly(Diagnosis.of(Kind.HEADER_UNEXPLAINED));
    }

    @Test
    void anotherKeyIsNotTakenForAChangedHeader() {
        SignatureResult result = one(rsa().sign(MAIL), key(TestKey.rsa(2048).record("")));
        assertThat(result.reason()).isEqualTo(DkimReason.SIGNATURE_DOES_NOT_FIT_KEY);
        assertThat(result.diagnoses()).isEmpty();
    }

    @Test
    void ed25519TellsWhatChangedWhereUndoingItHelps() {
        String mail = Signing.dkim(ED25519, SigningAlgorithm.ED25519_SHA256).sign(MAIL);
        SignatureResult result =
                one(mail.replace("Subject: ", "Subject: [list] "), key(ED25519.record("")));
        assertThat(result.reason()).isEqualTo(DkimReason.HEADER_OR_KEY_CHANGED);
        assertThat(result.diagnoses())
                .containsExactly(of(Kind.SUBJECT_PREFIX_ADDED, "text", "[list]"));
    }

    private static Diagnosis of(Kind kind, String name, String value) {
        return new Diagnosis(kind, Map.of(name, value));
    }
}

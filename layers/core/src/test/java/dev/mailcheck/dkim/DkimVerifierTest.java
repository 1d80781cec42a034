package dev.mailcheck.dkim;

import static dev.mailcheck.dkim.SignedMails.ED25519;
import static dev.mailcheck.dkim.SignedMails.MAIL;
import static dev.mailcheck.dkim.SignedMails.NOW;
import static dev.mailcheck.dkim.SignedMails.RSA;
import static dev.mailcheck.dkim.SignedMails.key;
import static dev.mailcheck.dkim.SignedMails.one;
import static dev.mailcheck.dkim.SignedMails.rsa;
import static dev.mailcheck.dkim.SignedMails.verify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

class DkimVerifierTest {
    @ParameterizedTest
    @CsvSource({
        "simple/simple",
        "simple/relaxed",
        "relaxed/simple",
        "relaxed/relaxed",
        "simple",
        "relaxed",
        "RELAXED/Simple"
    })
    void eachFormVerifiesWithEachAlgorithm(String forms) {
        String form = forms.toLowerCase(Locale.ROOT);
        String canonical = form.equals("relaxed") ? "relaxed/simple" : form;
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            TestKey signer = algorithm == SigningAlgorithm.ED25519_SHA256 ? ED25519 : RSA;
            String mail = Signing.dkim(signer, algorithm).with("c", canonical).sign(MAIL);
            SignatureResult result = one(mail, key(signer.record("")));
            assertThat(result.result()).as("%s", result).isEqualTo(DkimWord.PASS);
            assertThat(result.algorithm()).contains(algorithm.word());
        }
    }

    @Test
    void bothWaysOfEd25519Agree() {
        String mail = Signing.dkim(ED25519, SigningAlgorithm.ED25519_SHA256).sign(MAIL);
        for (SignatureCrypto crypto :
                List.of(SignatureCrypto.forOneMail(), SignatureCrypto.forManyMails())) {
            DkimVerifier verifier =
                    new DkimVerifier(key(ED25519.record("")), SignedMails.CLOCK, crypto);
            assertThat(verifier.verify(SignedMails.read(mail)).result()).isEqualTo(DkimWord.PASS);
            assertThat(verifier.verify(SignedMails.read(mail.replace("Lunch", "Dinner"))).result())
                    .isEqualTo(DkimWord.FAIL);
        }
    }

    @Test
    void aMailWithoutSignatureHasNone() {
        DkimResult result = verify(MAIL, key(RSA.record("")));
        assertThat(result.result()).isEqualTo(DkimWord.NONE);
        assertThat(result.signatures()).isEmpty();
    }

    @Test
    void aSignatureCanSignAMailWithoutBody() {
        String header = MAIL.substring(0, MAIL.indexOf("\r\n\r\n") + 2);
        for (String form : List.of("simple/simple", "relaxed/relaxed")) {
            String mail = rsa().with("c", form).sign(header + "\r\n");
            assertThat(one(mail).result()).isEqualTo(DkimWord.PASS);
            assertThat(one(mail.substring(0, mail.length() - 2)).result()).isEqualTo(DkimWord.PASS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v  | 2                     | VERSION_UNKNOWN",
                "v  | ''                    | TAG_MISSING",
                "a  | rsa-sha512            | ALGORITHM_UNKNOWN",
                "a  | ed25519-sha256        | KEY_OF_OTHER_TYPE",
                "bh | a*b                   | SYNTAX",
                "bh | ''                    | TAG_MISSING",
                "c  | nofws/simple          | CANONICALIZATION_UNKNOWN",
                "c  | relaxed/relaxed/x     | CANONICALIZATION_UNKNOWN",
                "d  | com                   | SYNTAX",
                "d  | ex ample.com          | SYNTAX",
                "d  | ''                    | TAG_MISSING",
                "d  | example..com          | SYNTAX",
                "h  | to:subject            | FROM_NOT_SIGNED",
                "h  | ''                    | TAG_MISSING",
                "i  | alice@example.net     | IDENTITY_OUTSIDE_DOMAIN",
                "i  | alice@xexample.com    | IDENTITY_OUTSIDE_DOMAIN",
                "i  | example.com           | SYNTAX",
                "l  | -1                    | SYNTAX",
                "l  | 1e3                   | SYNTAX",
                "l  | 70                    | LENGTH_BEYOND_BODY",
                "q  | dns/json              | QUERY_METHOD_UNKNOWN",
                "s  | ''                    | TAG_MISSING",
                "s  | a b                   | SYNTAX",
                "t  | now                   | SYNTAX",
                "x  | 1795305599            | EXPIRED",
                "x  | soon                  | SYNTAX"
            })
    void aBadTagIsAPermanentError(String tag, String value, DkimReason reason) {
        String mail = rsa().sign(MAIL);
        String other = mail.replaceFirst(" v=1;", " v=1; %s=%s;".formatted(tag, value));
        String changed =
                mail.contains(" " + tag + "=")
                        ? mail.replaceFirst(" " + tag + "=[^;]*;", " %s=%s;".formatted(tag, value))
                        : other;
        String signed = reason == DkimReason.EXPIRED ? rsa().with(tag, value).sign(MAIL) : changed;
        SignatureResult result = one(signed);
        assertThat(result.reason()).as("%s", result).isEqualTo(reason);
        assertThat(result.result()).isEqualTo(DkimWord.PERMERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "bh", "d", "h", "s", "v"})
    void aMissingTagIsNamed(String tag) {
        String field = rsa().sign(MAIL).replaceFirst(" " + tag + "=", " x" + tag + "=");
        String mail = tag.equals("b") ? field.replaceFirst("\tb=", "\txb=") : field;
        SignatureResult result = one(mail);
        assertThat(result.reason()).isEqualTo(DkimReason.TAG_MISSING);
        assertThat(result.arguments()).containsEntry("tag", tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synerr", "v=1; v=1", "v=1;; a=b", "=1", "", "v=1; \u0001=2"})
    void aFieldThatIsNoTagListIsOneSignature(String value) {
        SignatureResult result = one("DKIM-Signature: " + value + "\r\n" + MAIL);
        assertThat(result.result()).isEqualTo(DkimWord.PERMERROR);
        assertThat(result.reason()).isIn(DkimReason.SYNTAX, DkimReason.TAG_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'p='                   | PERMERROR | KEY_REVOKED",
                "'v=DKIM2; p=AAAA'      | PERMERROR | KEY_FAULTY",
                "'v=spf1 -all'          | PERMERROR | KEY_FAULTY",
                "'h=sha1; p=%s'         | PERMERROR | KEY_FORBIDS_HASH",
                "'s=tlsrpt; p=%s'       | PERMERROR | KEY_FAULTY",
                "'s=tlsrpt:email; p=%s' | PASS      | VERIFIED",
                "'s=*; p=%s'            | PASS      | VERIFIED",
                "'h=sha1:sha256; p=%s'  | PASS      | VERIFIED",
                "'t=s; p=%s'            | PASS      | VERIFIED",
                "'t=y; p=%s'            | PASS      | VERIFIED",
                "'g=nobody; p=%s'       | PASS      | VERIFIED",
                "'k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' | PERMERROR |"
                        + " KEY_OF_OTHER_TYPE"
            })
    void whatTheKeyRecordSaysCounts(String record, DkimWord word, DkimReason reason) {
        SignatureResult result = one(rsa().sign(MAIL), key(record.formatted(RSA.base64())));
        assertThat(result.reason()).as("%s", result).isEqualTo(reason);
        assertThat(result.result()).isEqualTo(word);
    }

    @Test
    void aKeyMayBeForItsOwnDomainOnly() {
        String mail = rsa().with("i", "alice@mail.example.com").sign(MAIL);
        assertThat(one(mail, key(RSA.record(""))).result()).isEqualTo(DkimWord.PASS);
        assertThat(one(mail, key(RSA.record("t=s; "))).reason())
                .isEqualTo(DkimReason.KEY_FORBIDS_SUBDOMAIN);
    }

    @ParameterizedTest
    @CsvSource({"512, POLICY", "768, POLICY", "1023, POLICY", "1024, PASS"})
    void shortRsaKeysAreRefused(int bits, DkimWord word) {
        TestKey key = TestKey.rsa(bits);
        String mail = Signing.dkim(key, SigningAlgorithm.RSA_SHA256).sign(MAIL);
        SignatureResult result = one(mail, key(key.record("")));
        assertThat(result.result()).isEqualTo(word);
    }

    @Test
    void longRsaKeysAreRemarkedOn() {
        SignatureResult result = one(rsa().sign(MAIL), key("p=" + Keys.rsa(16_384)));
        assertThat(result.reason()).isEqualTo(DkimReason.SIGNATURE_DOES_NOT_FIT_KEY);
        assertThat(result.remarks()).contains(DkimRemark.RSA_KEY_ABOVE_4096);
    }

    @Test
    void aKeyBeyondMeasureIsNotComputed() {
        assertThat(one(rsa().sign(MAIL), key("p=" + Keys.rsa(16_392))).reason())
                .isEqualTo(DkimReason.KEY_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT, TIMEOUT", "SERVFAIL, SERVFAIL"})
    void aSilentDnsIsTemporary(String failure, String dns) {
        Dns silent = ZoneDns.of(Map.of("s1._domainkey.example.com", Map.of(failure, true)));
        SignatureResult result = one(rsa().sign(MAIL), silent);
        assertThat(result.result()).isEqualTo(DkimWord.TEMPERROR);
        assertThat(result.arguments()).containsEntry("dns", dns);
    }

    @Test
    void anExpiredSignatureStaysSoWhateverTheDnsWillSay() {
        Dns silent = ZoneDns.of(Map.of("s1._domainkey.example.com", Map.of("TIMEOUT", true)));
        String mail = rsa().with("x", "1795305599").sign(MAIL);
        assertThat(one(mail, silent).reason()).isEqualTo(DkimReason.EXPIRED);
        assertThat(one(mail.replace("noon", "nine")).reason()).isEqualTo(DkimReason.BODY_CHANGED);
    }

    @Test
    void ofSeveralKeysTheOneThatFitsCounts() {
        TestKey other = TestKey.rsa(1024);
        SignatureResult result =
                one(rsa().sign(MAIL), key("v=spf1 -all", other.record(""), "p=", RSA.record("")));
        assertThat(result.result()).isEqualTo(DkimWord.PASS);
        assertThat(result.remarks()).contains(DkimRemark.SEVERAL_KEY_RECORDS);
        assertThat(result.key().orElseThrow().bits()).isEqualTo(2048);
    }

    @Test
    void ofSeveralObstaclesTheKeysOwnIsTold() {
        assertThat(one(rsa().sign(MAIL), key("v=spf1 -all", "v=DKIM1; p=")).reason())
                .isEqualTo(DkimReason.KEY_REVOKED);
    }

    @Test
    void fieldsAreTakenFromTheBottom() {
        String twice = "Received: one\r\nReceived: two\r\n" + MAIL;
        String mail = rsa().with("h", "from:received").sign(twice);
        assertThat(one(mail).result()).isEqualTo(DkimWord.PASS);
        assertThat(one("Received: three\r\n" + mail).result()).isEqualTo(DkimWord.PASS);
        assertThat(one(mail.replace("Received: two", "Received: 2")).reason())
                .isEqualTo(DkimReason.HEADER_CHANGED);
    }

    @Test
    void aNameListedOnceMoreGuardsAgainstAnotherField() {
        String guarded = rsa().with("h", "from:from:to:subject:subject:date").sign(MAIL);
        assertThat(one(guarded).remarks()).doesNotContain(DkimRemark.FROM_NOT_OVERSIGNED);
        assertThat(one("Subject: You won\r\n" + guarded).reason())
                .isEqualTo(DkimReason.HEADER_CHANGED);
        SignatureResult open = one("Subject: You won\r\n" + rsa().sign(MAIL));
        assertThat(open.result()).isEqualTo(DkimWord.PASS);
        assertThat(open.remarks()).contains(DkimRemark.FIELD_PARTLY_UNSIGNED);
        assertThat(open.facts().orElseThrow().partlySignedFields()).containsExactly("subject");
    }

    @Test
    void aSignatureMayCoverOlderOnesAndNeverItself() {
        String inner = rsa().with("s", "old").sign(MAIL);
        String outer = rsa().with("h", "from:dkim-signature:dkim-signature").sign(inner);
        DkimResult result = verify(outer, key(RSA.record("")));
        assertThat(result.signatures())
                .extracting(SignatureResult::result)
                .containsExactly(DkimWord.PASS, DkimWord.PERMERROR);
        String changed = outer.replace("s=old", "s=bad");
        assertThat(verify(changed, key(RSA.record(""))).signatures().getFirst().result())
                .isEqualTo(DkimWord.FAIL);
    }

    @Test
    void textBehindTheSignedLengthIsToldByTheByte() {
        String mail = rsa().with("c", "relaxed/simple").with("l", "12").sign(MAIL);
        SignatureResult result = one(mail + "buy now\r\n");
        assertThat(result.result()).isEqualTo(DkimWord.PASS);
        assertThat(result.remarks())
                .contains(DkimRemark.LENGTH_LIMITED, DkimRemark.BODY_PARTLY_UNSIGNED);
        assertThat(result.facts().orElseThrow().unsignedBytes()).contains(36L);
    }

    @Test
    void lengthZeroSignsNothingOfTheBody() {
        assertThat(one(rsa().with("l", "0").sign(MAIL) + "more").result()).isEqualTo(DkimWord.PASS);
    }

    @Test
    void aMailSavedWithLfIsReadAsItWasSent() {
        for (String form : List.of("simple/simple", "relaxed/relaxed")) {
            String saved = rsa().with("c", form).sign(MAIL).replace("\r\n", "\n");
            DkimResult result = verify(saved, key(RSA.record("")));
            assertThat(result.result()).isEqualTo(DkimWord.PASS);
            assertThat(result.lineEndsMended()).isTrue();
        }
    }

    @Test
    void otherBareLfsAreBytesLikeOthers() {
        String mail = rsa().sign(MAIL.replace("Hello", "Hel\nlo"));
        assertThat(one(mail).result()).isEqualTo(DkimWord.PASS);
        assertThat(one(mail.replace("Hel\nlo", "Hel\r\nlo")).reason())
                .isEqualTo(DkimReason.BODY_CHANGED);
        assertThat(verify(mail, key(RSA.record(""))).lineEndsMended()).isFalse();
    }

    @Test
    void blanksInsideTagsAreNoMatter() {
        String mail =
                rsa().with("h", "From\r\n\t: to :\r\n  subject")
                        .with("i", "@example.com")
                        .with("q", "dns/txt")
                        .with("z", "From:Alice")
                        .with("unknown", "x")
                        .sign(MAIL);
        assertThat(one(mail).result()).isEqualTo(DkimWord.PASS);
    }

    @Test
    void internationalisedDomainsAreAskedAsALabels() {
        String domain = new String("bücher.example".getBytes(UTF_8), ISO_8859_1);
        String mail = rsa().with("d", domain).with("i", "@" + domain).sign(MAIL);
        Dns dns =
                ZoneDns.of(
                        Map.of(
                                "s1._domainkey.xn--bcher-kva.example",
                                Map.of("TXT", List.of(RSA.record("")))));
        SignatureResult result = one(mail, dns);
        assertThat(result.result()).isEqualTo(DkimWord.PASS);
        assertThat(result.domain()).contains("xn--bcher-kva.example");
    }

    @Test
    void timesAreRemarkedOn() {
        long now = NOW.getEpochSecond();
        assertThat(one(rsa().with("t", "" + (now + 3600)).sign(MAIL)).remarks())
                .contains(DkimRemark.SIGNED_IN_FUTURE);
        assertThat(one(rsa().with("x", "" + (now + 3600)).sign(MAIL)).remarks())
                .contains(DkimRemark.EXPIRES_SOON);
        assertThat(one(rsa().with("t", "200").with("x", "100").sign(MAIL)).reason())
                .isEqualTo(DkimReason.EXPIRES_BEFORE_SIGNED);
    }

    @Test
    void rsaSha1IsAPassThatAuthenticatesNobody() {
        String mail = Signing.dkim(RSA, SigningAlgorithm.RSA_SHA1).sign(MAIL);
        DkimResult result = verify(mail, key(RSA.record("")));
        assertThat(result.signatures().getFirst().remarks()).contains(DkimRemark.RSA_SHA1);
        assertThat(result.authenticated()).isEmpty();
        assertThat(verify(rsa().sign(MAIL), key(RSA.record(""))).authenticated())
                .extracting(Object::toString)
                .containsExactly("example.com");
    }

    @Test
    void fieldsThatShouldBeSignedAreNamed() {
        String mail = rsa().with("h", "from").sign("Cc: eve@example.org\r\n" + MAIL);
        assertThat(one(mail).facts().orElseThrow().unsignedFields())
                .containsExactly("subject", "date", "to", "cc");
    }

    @Test
    void theBestSignatureIsTheMails() {
        String mail = rsa().with("s", "none").sign(rsa().sign(MAIL));
        DkimResult result = verify(mail, key(RSA.record("")));
        assertThat(result.result()).isEqualTo(DkimWord.PASS);
        assertThat(result.signatures())
                .extracting(SignatureResult::reason)
                .containsExactly(DkimReason.KEY_MISSING, DkimReason.VERIFIED);
    }
}

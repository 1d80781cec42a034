package dev.mailcheck.arc;

import static dev.mailcheck.arc.Sealing.chain;
import static dev.mailcheck.dkim.SignedMails.MAIL;
import static dev.mailcheck.dkim.SignedMails.RSA;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.Diagnosis;
import dev.mailcheck.dkim.DkimReason;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class ArcValidatorTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50})
    void aSoundChainPasses(int sets) {
        ArcResult result = validate(chain(sets));
        assertThat(result.result()).as("%s", result).isEqualTo(ArcWord.PASS);
        assertThat(result.instances()).isEqualTo(sets);
        assertThat(result.oldestPass()).contains(0);
        assertThat(result.sealers()).hasSize(sets).containsOnly("example.com");
    }

    @Test
    void aMailWithoutArcFieldsHasNoChain() {
        assertThat(validate(MAIL).result()).isEqualTo(ArcWord.NONE);
    }

    @Test
    void aChainOfMoreThanFiftySetsFails() {
        Sealing sealing = new Sealing(MAIL);
        for (int i = 1; i <= 51; i++) {
            sealing.add();
        }
        assertThat(validate(sealing.mail()).reason()).isEqualTo(ArcReason.TOO_MANY_SETS);
    }

    @Test
    void whatTheFirstSealerSawIsTold() {
        ArcSetResult first = validate(chain(2)).sets().getFirst();
        assertThat(first.authenticationResults()).isEqualTo("mx.example.net; spf=pass");
        assertThat(first.status()).isEqualTo("none");
        assertThat(first.seal()).contains(DkimReason.VERIFIED);
    }

    @Test
    void aListThatSealsAfterItsChangesBreaksOnlyOlderSignatures() {
        Sealing sealing =
                new Sealing(MAIL).add().replace("Subject: ", "Subject: [list] ").add().add();
        ArcResult result = validate(sealing.mail());
        assertThat(result.result()).isEqualTo(ArcWord.PASS);
        assertThat(result.oldestPass()).contains(2);
        assertThat(result.sets().getFirst().messageSignature()).contains(DkimReason.HEADER_CHANGED);
        assertThat(result.sets().getFirst().diagnoses())
                .extracting(Diagnosis::kind)
                .containsExactly(Diagnosis.Kind.SUBJECT_PREFIX_ADDED);
    }

    @Test
    void aChangeAfterTheLastSealBreaksTheChain() {
        ArcResult result = validate(chain(2).replace("noon", "nine"));
        assertThat(result.reason()).isEqualTo(ArcReason.MESSAGE_SIGNATURE_FAILED);
        assertThat(result.arguments())
                .containsEntry("instance", "2")
                .containsEntry("why", "BODY_CHANGED");
        assertThat(result.oldestPass()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, spf=fail, 3", "2, spf=none, 3", "3, spf=fail, 3"})
    void aForgedResultBreaksTheSealsAboveIt(int instance, String forged, String broken) {
        String mail =
                chain(3).replace(
                                "i=" + instance + "; mx.example.net; spf=pass",
                                "i=" + instance + "; mx.example.net; " + forged);
        ArcResult result = validate(mail);
        assertThat(result.reason()).isEqualTo(ArcReason.SEAL_FAILED);
        assertThat(result.arguments())
                .containsEntry("instance", broken)
                .containsEntry("why", "HEADER_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARC-Authentication-Results", "ARC-Message-Signature", "ARC-Seal"})
    void eachFieldMustBeThereOnce(String field) {
        String mail = chain(2);
        String without = mail.replaceFirst("(?s)" + field + ": i=1;", "X-" + field + ": i=1;");
        String seal = mail.replaceFirst(field + ": a=", "X-" + field + ": a=");
        String missing = field.equals("ARC-Authentication-Results") ? without : seal;
        assertThat(validate(missing).reason()).isEqualTo(ArcReason.FIELD_MISSING);
        assertThat(validate(missing).arguments()).containsEntry("field", field);
        String twice =
                mail.substring(mail.indexOf(field + ":"), mail.indexOf("\r\nFrom:"))
                        + "\r\n"
                        + mail;
        assertThat(validate(twice).reason()).isEqualTo(ArcReason.FIELD_REPEATED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, INSTANCE_INVALID",
        "51, INSTANCE_INVALID",
        "x, INSTANCE_INVALID",
        "'', INSTANCE_INVALID",
        "-1, INSTANCE_INVALID",
        "001, INSTANCE_INVALID",
        "3, FIELD_MISSING",
        "50, FIELD_MISSING"
    })
    void instancesCountFromOneWithoutGap(String instance, ArcReason reason) {
        String mail = chain(1).replaceAll(" i=1;", " i=" + instance + ";");
        assertThat(validate(mail).reason()).isEqualTo(reason);
        assertThat(validate(mail).result()).isEqualTo(ArcWord.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "pass", "fail", "", "maybe"})
    void theStatusMustBeTheOneOfItsPlace(String status) {
        Sealing first = new Sealing(MAIL).add(1, status, s -> s, s -> s);
        Sealing second = new Sealing(MAIL).add().add(2, status, s -> s, s -> s);
        assertThat(validate(first.mail()).reason()).isEqualTo(expected(status, "none"));
        assertThat(validate(second.mail()).reason()).isEqualTo(expected(status, "pass"));
    }

    private static ArcReason expected(String status, String right) {
        if (status.equals("fail")) {
            return ArcReason.MARKED_AS_FAILED;
        }
        return status.equals(right) ? ArcReason.VERIFIED : ArcReason.STATUS_WRONG;
    }

    @Test
    void aFailureMarkedEarlierIsAWrongStatus() {
        Sealing sealing =
                new Sealing(MAIL)
                        .add()
                        .add(2, "fail", s -> s, s -> s)
                        .add(3, "pass", s -> s, s -> s);
        assertThat(validate(sealing.mail()).reason()).isEqualTo(ArcReason.STATUS_WRONG);
    }

    @Test
    void aSealThatNamesFieldsFails() {
        Sealing sealing = new Sealing(MAIL).add(s -> s, seal -> seal.with("h", "from"));
        assertThat(validate(sealing.mail()).reason()).isEqualTo(ArcReason.SEAL_NAMES_FIELDS);
    }

    @ParameterizedTest
    @CsvSource({
        "a, rsa-sha1, ALGORITHM_UNKNOWN",
        "a, '', TAG_MISSING",
        "d, '', TAG_MISSING",
        "s, none, KEY_MISSING",
        "h, to, FROM_NOT_SIGNED",
        "h, from:arc-seal, SEAL_SIGNED",
        "bh, xx, BODY_CHANGED",
        "c, foo, CANONICALIZATION_UNKNOWN",
        "x, 100, EXPIRED"
    })
    void aMessageSignatureFailsAsOthersDo(String tag, String value, DkimReason why) {
        Sealing sealing = new Sealing(MAIL).add(s -> s.with(tag, value), seal -> seal);
        ArcResult result = validate(sealing.mail());
        assertThat(result.reason()).isEqualTo(ArcReason.MESSAGE_SIGNATURE_FAILED);
        assertThat(result.arguments()).containsEntry("why", why.name());
    }

    @ParameterizedTest
    @CsvSource({
        "v, 2",
        "i2, x",
        "q, dns/txt",
        "l, 10",
        "c, simple/simple",
        "c, relaxed",
        "t, 1",
        "foo, bar"
    })
    void aMessageSignatureMayHaveWhatOthersMay(String tag, String value) {
        Sealing sealing = new Sealing(MAIL).add(s -> s.with(tag, value), seal -> seal);
        assertThat(validate(sealing.mail()).result()).isEqualTo(ArcWord.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "a, rsa-sha1, ALGORITHM_UNKNOWN",
        "a, rsa-md5, ALGORITHM_UNKNOWN",
        "d, '', TAG_MISSING",
        "s, none, KEY_MISSING",
        "t, soon, SYNTAX"
    })
    void aSealFailsAsSignaturesDo(String tag, String value, DkimReason why) {
        Sealing sealing = new Sealing(MAIL).add(s -> s, seal -> seal.with(tag, value));
        ArcResult result = validate(sealing.mail());
        assertThat(result.reason()).isEqualTo(ArcReason.SEAL_FAILED);
        assertThat(result.arguments()).containsEntry("why", why.name());
    }

    @Test
    void aSealIsRelaxedWhateverItSays() {
        Sealing sealing =
                new Sealing(MAIL)
                        .add(s -> s, seal -> seal.with("c", "simple/simple").with("bh", "x"));
        assertThat(validate(sealing.mail()).result()).isEqualTo(ArcWord.PASS);
    }

    @Test
    void aSilentDnsIsNoWordOnTheChain() {
        Dns silent = ZoneDns.of(Map.of("s1._domainkey.example.com", Map.of("TIMEOUT", true)));
        ArcResult result = validate(chain(2), silent);
        assertThat(result.result()).isEqualTo(ArcWord.FAIL);
        assertThat(result.reason()).isEqualTo(ArcReason.KEY_NOT_KNOWN);
        assertThat(result.arguments()).containsEntry("dns", "TIMEOUT");
        assertThat(result.known()).isFalse();
    }

    @Test
    void theOrderOfFieldsInTheHeaderIsNoMatter() {
        String mail = chain(2);
        String first = mail.substring(0, mail.indexOf("ARC-Message-Signature"));
        assertThat(
                        validate(
                                        mail.substring(first.length(), mail.indexOf("From:"))
                                                + first
                                                + mail.substring(mail.indexOf("From:")))
                                .result())
                .isEqualTo(ArcWord.PASS);
    }

    @Test
    void commentsAndFoldingMayStandAroundTheInstance() {
        for (String before : List.of("i=1;", " (a;b) i (c) =\r\n 1 (d);", "\ti = 1 ;")) {
            assertThat(SealedResults.of(before + " mx.example.net; none").instance()).hasValue(1);
            assertThat(SealedResults.of(before + " mx.example.net; none").payload())
                    .isEqualTo("mx.example.net; none");
        }
    }

    private static ArcResult validate(String mail) {
        return validate(
                mail,
                ZoneDns.of(
                        Map.of(
                                "s1._domainkey.example.com",
                                Map.of("TXT", List.of(RSA.record(""))))));
    }

    private static ArcResult validate(String mail, Dns dns) {
        return new ArcValidator(dns, SignedMails.CLOCK, SignatureCrypto.forManyMails())
                .validate(SignedMails.read(mail));
    }
}

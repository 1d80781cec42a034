package dev.mailcheck.dkim;

import static dev.mailcheck.dkim.SignedMails.CLOCK;
import static dev.mailcheck.dkim.SignedMails.MAIL;
import static dev.mailcheck.dkim.SignedMails.RSA;
import static dev.mailcheck.dkim.SignedMails.key;
import static dev.mailcheck.dkim.SignedMails.one;
import static dev.mailcheck.dkim.SignedMails.rsa;
import static dev.mailcheck.dkim.SignedMails.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.arc.ArcValidator;
import dev.mailcheck.dmarc.DmarcEvaluator;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails made to be slow or to break something. Each once would have been, somewhere. */
class HostileSignaturesTest {
    private static final int MUTATIONS = 3_000;

    @Test
    void ofManySignaturesTwentyAreVerified() {
        AtomicInteger asked = new AtomicInteger();
        Dns dns = new CountingDns(key(RSA.record("")), asked);
        DkimResult result = verify((rsa().field(MAIL) + "\r\n").repeat(900) + MAIL, dns);
        assertThat(result.signatures()).hasSize(900);
        assertThat(result.signatures().subList(0, 20))
                .allMatch(signature -> signature.result() == DkimWord.PASS);
        assertThat(result.signatures().subList(20, 900))
                .allMatch(signature -> signature.reason() == DkimReason.TOO_MANY_SIGNATURES)
                .allMatch(signature -> signature.domain().isPresent());
        assertThat(asked).hasValue(20);
    }

    @Test
    void whatCannotBeReadDoesNotUseUpTheLimit() {
        String junk = "DKIM-Signature: junk\r\n".repeat(500);
        assertThat(verify(junk + rsa().sign(MAIL), key(RSA.record(""))).result())
                .isEqualTo(DkimWord.PASS);
    }

    @Test
    void tenThousandFieldsAreNoMailToLookAt() {
        byte[] mail =
                ("DKIM-Signature: v=1\r\n".repeat(10_000) + MAIL)
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reading.of(mail)).isNotInstanceOf(RawMail.class);
    }

    @Test
    void aListOfThirtyThousandNamesIsReadInOneGo() {
        String names = "from:to" + ":x".repeat(30_000);
        SignatureResult result = one(rsa().with("h", names).sign(MAIL));
        assertThat(result.result()).isEqualTo(DkimWord.PASS);
        assertThat(result.facts().orElseThrow().signedFields()).hasSize(100);
    }

    @Test
    void manyFieldsOfOneNameAreSelectedInOneGo() {
        String header = "X: y\r\n".repeat(900);
        String names = "from" + ":x".repeat(900);
        for (int signatures = 0; signatures < 20; signatures++) {
            header = rsa().with("h", names).field(header + MAIL) + "\r\n" + header;
        }
        assertThat(verify(header + MAIL, key(RSA.record(""))).signatures())
                .allMatch(signature -> signature.result() == DkimWord.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", " ", "\t \r\n", "x\r\n", "\n", ">From \r\n", " \r", "a b\r\n"})
    void aBodyOf25MegabytesIsRead(String line) {
        String mail = rsa().sign(MAIL) + line.repeat((25 << 20) / line.length());
        SignatureResult result = one(mail);
        boolean nothingAdded = (line.isBlank() && line.endsWith("\r\n")) || line.equals(" ");
        assertThat(result.reason())
                .isEqualTo(nothingAdded ? DkimReason.VERIFIED : DkimReason.BODY_CHANGED);
    }

    @Test
    void manyFailingSignaturesOverALargeBodyShareWhatMayBeSpent() {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            header.append(rsa().with("l", "" + i).with("bh", "AAAA").field(MAIL)).append("\r\n");
        }
        DkimResult result =
                verify(header + MAIL + "some text\r\n".repeat(500_000), key(RSA.record("")));
        assertThat(result.signatures()).hasSize(20).allMatch(s -> s.result() == DkimWord.FAIL);
    }

    @Test
    void manyFailingSignaturesOverALargeHeaderShareWhatMayBeSpent() {
        StringBuilder header = new StringBuilder();
        StringBuilder names = new StringBuilder("from:subject");
        for (int i = 0; i < 100; i++) {
            header.append("X" + i + ": " + "a, b ".repeat(600) + "\r\n");
            names.append(":x" + i);
        }
        String signature = rsa().with("h", names.toString()).field(header + MAIL) + "\r\n";
        String mail = signature.repeat(20) + header + MAIL.replace("Friday", "a b c d e f g h");
        assertThat(verify(mail, key(RSA.record(""))).signatures())
                .allMatch(s -> s.reason() == DkimReason.HEADER_CHANGED);
    }

    @Test
    void aNumberBeyondAllNumbersIsANumber() {
        assertThat(one(rsa().with("t", "9".repeat(76)).sign(MAIL)).remarks())
                .contains(DkimRemark.SIGNED_IN_FUTURE);
        assertThat(
                        one(rsa().sign(MAIL).replace(" v=1;", " v=1; l=" + "9".repeat(76) + ";"))
                                .reason())
                .isEqualTo(DkimReason.LENGTH_BEYOND_BODY);
        assertThat(
                        one(rsa().sign(MAIL).replace(" v=1;", " v=1; l=" + "9".repeat(77) + ";"))
                                .reason())
                .isEqualTo(DkimReason.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "", "MA==", "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ=="})
    void brokenKeysVerifyNothing(String base64) {
        for (String type : List.of("rsa", "ed25519")) {
            assertThat(one(rsa().sign(MAIL), key("k=" + type + "; p=" + base64)).result())
                    .isEqualTo(DkimWord.PERMERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "AAAA", "////"})
    void brokenSignaturesVerifyNothing(String base64) {
        for (SignatureCrypto crypto :
                List.of(SignatureCrypto.forOneMail(), SignatureCrypto.forManyMails())) {
            for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
                TestKey signer =
                        algorithm == SigningAlgorithm.ED25519_SHA256 ? SignedMails.ED25519 : RSA;
                String field = Signing.dkim(signer, algorithm).field(MAIL);
                String mail =
                        field.substring(0, field.indexOf("\tb=")) + "\tb=" + base64 + "\r\n" + MAIL;
                assertThat(
                                new DkimVerifier(key(signer.record("")), CLOCK, crypto)
                                        .verify(SignedMails.read(mail))
                                        .result())
                        .isEqualTo(DkimWord.FAIL);
            }
        }
    }

    /** An all-zero key is a point of small order: whatever comes of it, it is no exception. */
    @Test
    void pointsOfSmallOrderAreNoExceptions() {
        String mail = Signing.dkim(SignedMails.ED25519, SigningAlgorithm.ED25519_SHA256).sign(MAIL);
        for (String point :
                List.of("A".repeat(43) + "=", "/".repeat(42) + "8=", "AQ" + "A".repeat(41) + "=")) {
            for (SignatureCrypto crypto :
                    List.of(SignatureCrypto.forOneMail(), SignatureCrypto.forManyMails())) {
                assertThat(
                                new DkimVerifier(key("k=ed25519; p=" + point), CLOCK, crypto)
                                        .verify(SignedMails.read(mail))
                                        .result())
                        .isIn(DkimWord.FAIL, DkimWord.PERMERROR);
            }
        }
    }

    /** A changed mail may still verify, where the change is one that the form leaves out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void noMailMakesAnythingThrow(long seed) {
        Random random = new Random(seed);
        Dns dns = key(RSA.record(""));
        byte[] signed =
                rsa().sign(rsa().with("c", "simple/simple").sign(MAIL))
                        .getBytes(StandardCharsets.ISO_8859_1);
        int passed = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mail = signed.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            passed += evaluate(mail, dns) == DkimWord.PASS ? 1 : 0;
        }
        assertThat(passed).isLessThan(MUTATIONS);
    }

    private static DkimWord evaluate(byte[] bytes, Dns dns) {
        RawMail raw = (RawMail) Reading.of(bytes);
        SignedMail mail = SignedMail.of(raw);
        DkimResult dkim = new DkimVerifier(dns, CLOCK, SignatureCrypto.forManyMails()).verify(mail);
        new ArcValidator(dns, CLOCK, SignatureCrypto.forManyMails()).validate(mail);
        new DmarcEvaluator(dns).evaluate(Authors.of(raw), Optional.empty(), dkim);
        return dkim.result();
    }
}

package dev.mailcheck.tls.certificate;

import static dev.mailcheck.tls.certificate.CertificateResult.CHAIN_INCOMPLETE;
import static dev.mailcheck.tls.certificate.CertificateResult.DATES_GOOD;
import static dev.mailcheck.tls.certificate.CertificateResult.EXPIRED;
import static dev.mailcheck.tls.certificate.CertificateResult.EXPIRES_SOON;
import static dev.mailcheck.tls.certificate.CertificateResult.ISSUER_NOT_ENTITLED;
import static dev.mailcheck.tls.certificate.CertificateResult.KEY_SHORT;
import static dev.mailcheck.tls.certificate.CertificateResult.KEY_STRONG;
import static dev.mailcheck.tls.certificate.CertificateResult.KEY_TOO_LONG;
import static dev.mailcheck.tls.certificate.CertificateResult.KEY_TOO_SHORT;
import static dev.mailcheck.tls.certificate.CertificateResult.NAME_MATCHES;
import static dev.mailcheck.tls.certificate.CertificateResult.NAME_MISMATCH;
import static dev.mailcheck.tls.certificate.CertificateResult.NOT_FOR_SIGNING;
import static dev.mailcheck.tls.certificate.CertificateResult.NOT_REVOKED;
import static dev.mailcheck.tls.certificate.CertificateResult.NOT_YET_VALID;
import static dev.mailcheck.tls.certificate.CertificateResult.REVOKED;
import static dev.mailcheck.tls.certificate.CertificateResult.SELF_SIGNED;
import static dev.mailcheck.tls.certificate.CertificateResult.SIGNATURE_BROKEN;
import static dev.mailcheck.tls.certificate.CertificateResult.SIGNATURE_STRONG;
import static dev.mailcheck.tls.certificate.CertificateResult.SIGNATURE_WEAK;
import static dev.mailcheck.tls.certificate.CertificateResult.STATUS_OUTDATED;
import static dev.mailcheck.tls.certificate.CertificateResult.STATUS_UNUSABLE;
import static dev.mailcheck.tls.certificate.CertificateResult.TRUSTED;
import static dev.mailcheck.tls.certificate.CertificateResult.TRUST_NOT_KNOWN;
import static dev.mailcheck.tls.certificate.CertificateResult.UNTRUSTED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.tls.Forged;
import dev.mailcheck.tls.ForgedKey;
import dev.mailcheck.tls.Staple;
import dev.mailcheck.tls.Trust;

import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each rule with its bounds. */
class CertificateRulesTest {
    private static final String HOST = "mx.sound.example";
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ForgedKey EC = ForgedKey.ec();
    private static final Forged AUTHORITY = Forged.authority("authority", EC);

    private static PresentedChain chain(Forged... certificates) {
        Trust trust =
                new Trust(
                        Trust.Reason.ANCHORED,
                        IntStream.range(0, certificates.length).boxed().toList());
        return chain(HOST, trust, certificates);
    }

    private static PresentedChain chain(String host, Trust trust, Forged... certificates) {
        return new PresentedChain(
                host,
                Arrays.stream(certificates)
                        .map(Forged::base64)
                        .map(ServerCertificate::parse)
                        .toList(),
                certificates.length,
                0,
                trust,
                Optional.empty(),
                NOW);
    }

    private static CertificateResult result(CertificateRule rule, PresentedChain chain) {
        return rule.judge(chain).orElseThrow().result();
    }

    @ParameterizedTest
    @CsvSource({
        "mx.sound.example, mx.sound.example, true",
        "MX.Sound.Example, mx.sound.example, true",
        "mx.sound.example, MX.SOUND.EXAMPLE, true",
        "*.sound.example, mx.sound.example, true",
        "*.sound.example, xn--mx-yia.sound.example, true",
        "*.sound.example, a.mx.sound.example, false",
        "*.sound.example, sound.example, false",
        "mx*.sound.example, mx1.sound.example, false",
        "*mx.sound.example, amx.sound.example, false",
        "mx.*.example, mx.sound.example, false",
        "*.*.example, mx.sound.example, false",
        "*.example, sound.example, false",
        "*, mx, false",
        "sound.example, mx.sound.example, false",
        "mx.sound.example., mx.sound.example, false",
        "mx.sound.example.evil.example, mx.sound.example, false"
    })
    void namesMatchByWholeLabels(String name, String host, boolean matches) {
        PresentedChain chain =
                chain(
                        host,
                        new Trust(Trust.Reason.ANCHORED, List.of(0)),
                        Forged.of("x", EC).names(name));

        assertThat(result(new HostNameRule(), chain))
                .isEqualTo(matches ? NAME_MATCHES : NAME_MISMATCH);
    }

    @Test
    void theCommonNameDoesNotCount() {
        assertThat(result(new HostNameRule(), chain(Forged.of(HOST, EC)))).isEqualTo(NAME_MISMATCH);
    }

    @Test
    void ofManyOtherNamesAFewAreShown() {
        String[] names =
                IntStream.range(0, 40).mapToObj(i -> "n" + i + ".example").toArray(String[]::new);

        assertThat(new HostNameRule().judge(chain(Forged.of("x", EC).names(names))).orElseThrow())
                .extracting(verdict -> verdict.arguments().get("names"))
                .isEqualTo("n0.example, n1.example, n2.example, n3.example, n4.example …");
    }

    static Stream<Arguments> dates() {
        Instant begin = NOW.minus(Duration.ofDays(30));
        return Stream.of(
                Arguments.of(begin, Duration.ofDays(31), DATES_GOOD),
                Arguments.of(begin, Duration.ofDays(30).plusSeconds(1), DATES_GOOD),
                Arguments.of(begin, Duration.ofDays(30), EXPIRES_SOON),
                Arguments.of(begin, Duration.ofSeconds(1), EXPIRES_SOON),
                Arguments.of(begin, Duration.ofMinutes(-5), EXPIRES_SOON),
                Arguments.of(begin, Duration.ofMinutes(-5).minusSeconds(1), EXPIRED),
                Arguments.of(begin, Duration.ofDays(-1), EXPIRED),
                Arguments.of(NOW.plus(Duration.ofMinutes(5)), Duration.ofDays(90), DATES_GOOD),
                Arguments.of(NOW.plus(Duration.ofMinutes(6)), Duration.ofDays(90), NOT_YET_VALID),
                Arguments.of(begin, Duration.ofDays(365 * 30), DATES_GOOD));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void datesAreJudgedByTheTimeOfTheCheck(
            Instant begin, Duration left, CertificateResult expected) {
        assertThat(
                        result(
                                new ValidityRule(),
                                chain(Forged.of("x", EC).valid(begin, NOW.plus(left)))))
                .isEqualTo(expected);
    }

    @Test
    void theFirstOnTheWayToExpireDecides() {
        Forged above =
                Forged.authority("middle", EC)
                        .valid(NOW.minus(Duration.ofDays(99)), NOW.minus(Duration.ofDays(9)));

        CertificateRule.Verdict verdict =
                new ValidityRule().judge(chain(Forged.host(HOST, EC), above)).orElseThrow();

        assertThat(verdict.result()).isEqualTo(EXPIRED);
        assertThat(verdict.arguments())
                .containsEntry("certificate", "middle")
                .containsEntry("date", "2026-11-13")
                .containsEntry("days", "9");
    }

    @Test
    void aCertificateThatIsNotOnTheWayDoesNotCount() {
        Forged old = Forged.authority("old", EC).valid(Instant.EPOCH, Instant.EPOCH.plusSeconds(9));
        Trust way = new Trust(Trust.Reason.ANCHORED, List.of(0));

        assertThat(result(new ValidityRule(), chain(HOST, way, Forged.host(HOST, EC), old)))
                .isEqualTo(DATES_GOOD);
    }

    static Stream<Arguments> keys() {
        BigInteger e = BigInteger.valueOf(65537);
        return Stream.of(
                Arguments.of(ForgedKey.rsaPublic(512, e), KEY_TOO_SHORT, "RSA 512"),
                Arguments.of(ForgedKey.rsaPublic(1023, e), KEY_TOO_SHORT, "RSA 1023"),
                Arguments.of(ForgedKey.rsaPublic(1024, e), KEY_SHORT, "RSA 1024"),
                Arguments.of(ForgedKey.rsaPublic(2047, e), KEY_SHORT, "RSA 2047"),
                Arguments.of(ForgedKey.rsaPublic(2048, e), KEY_STRONG, "RSA 2048"),
                Arguments.of(ForgedKey.rsaPublic(8192, e), KEY_STRONG, "RSA 8192"),
                Arguments.of(ForgedKey.rsaPublic(8193, e), KEY_TOO_LONG, "RSA 8193"),
                Arguments.of(EC, KEY_STRONG, "EC 256"),
                Arguments.of(ForgedKey.ec(SECObjectIdentifiers.secp224r1), KEY_SHORT, "EC 224"),
                Arguments.of(ForgedKey.ec(SECObjectIdentifiers.secp521r1), KEY_STRONG, "EC 521"),
                Arguments.of(ForgedKey.ed25519(), KEY_STRONG, "Ed25519"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keysAreJudgedBySize(ForgedKey key, CertificateResult expected, String shown) {
        CertificateRule.Verdict verdict =
                new KeyStrengthRule()
                        .judge(chain(Forged.host(HOST, key).issuedBy(AUTHORITY)))
                        .orElseThrow();

        assertThat(verdict.result()).isEqualTo(expected);
        assertThat(verdict.arguments()).containsEntry("key", shown);
    }

    @Test
    void theWeakestKeyOnTheWayDecides() {
        Forged weak =
                Forged.authority("weak", ForgedKey.rsaPublic(1024, BigInteger.valueOf(3)))
                        .issuedBy(AUTHORITY);

        assertThat(result(new KeyStrengthRule(), chain(Forged.host(HOST, EC), weak)))
                .isEqualTo(KEY_SHORT);
    }

    @Test
    void ofAKeyOfUnknownSizeNothingIsSaid() {
        assertThat(new KeyStrengthRule().judge(chain(Forged.host(HOST, ForgedKey.explicitEc()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1WITHECDSA, SIGNATURE_WEAK, ECDSA with SHA-1",
        "SHA256WITHECDSA, SIGNATURE_STRONG, ECDSA with SHA-256",
        "SHA384WITHECDSA, SIGNATURE_STRONG, ECDSA with SHA-384"
    })
    void signaturesAreJudgedByDigest(String algorithm, CertificateResult expected, String shown) {
        CertificateRule.Verdict verdict =
                new SignatureStrengthRule()
                        .judge(chain(Forged.host(HOST, EC).signedWith(algorithm)))
                        .orElseThrow();

        assertThat(verdict.result()).isEqualTo(expected);
        assertThat(verdict.arguments()).containsEntry("algorithm", shown);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1WITHRSA, SIGNATURE_WEAK, RSA with SHA-1",
        "SHA256WITHRSA, SIGNATURE_STRONG, RSA with SHA-256",
        "SHA256WITHRSAANDMGF1, SIGNATURE_STRONG, RSA-PSS with SHA-256"
    })
    void signaturesByRsaAreNamed(String algorithm, CertificateResult expected, String shown) {
        Forged signed =
                Forged.host(HOST, EC).issuedBy("rsa", ForgedKey.rsa(1024)).signedWith(algorithm);

        assertThat(new SignatureStrengthRule().judge(chain(signed)).orElseThrow())
                .extracting(CertificateRule.Verdict::result, v -> v.arguments().get("algorithm"))
                .containsExactly(expected, shown);
    }

    @Test
    void anAuthorityWithAnOldSignatureByItselfIsNoFault() {
        Forged old = Forged.authority("old", EC).signedWith("SHA1WITHECDSA");
        Forged between = Forged.authority("between", EC).issuedBy(old).signedWith("SHA1WITHECDSA");

        assertThat(result(new SignatureStrengthRule(), chain(Forged.host(HOST, EC), old)))
                .isEqualTo(SIGNATURE_STRONG);
        assertThat(result(new SignatureStrengthRule(), chain(Forged.host(HOST, EC), between, old)))
                .isEqualTo(SIGNATURE_WEAK);
    }

    @ParameterizedTest
    @EnumSource(Trust.Reason.class)
    void whereTheWayEndsIsWhatOneRuleSays(Trust.Reason reason) {
        CertificateResult expected =
                switch (reason) {
                    case ANCHORED -> TRUSTED;
                    case SELF_SIGNED -> SELF_SIGNED;
                    case MISSING_INTERMEDIATE -> CHAIN_INCOMPLETE;
                    case NOT_COMPUTED, NO_TRUST_STORE -> TRUST_NOT_KNOWN;
                    case BAD_SIGNATURE -> SIGNATURE_BROKEN;
                    case NOT_A_CA -> ISSUER_NOT_ENTITLED;
                    case UNKNOWN_ISSUER,
                            NAME_NOT_PERMITTED,
                            CRITICAL_EXTENSION,
                            MALFORMED_CERTIFICATE ->
                            UNTRUSTED;
                };
        PresentedChain chain =
                chain(
                        HOST,
                        new Trust(reason, List.of(0)),
                        Forged.host(HOST, EC).issuedBy(AUTHORITY));

        List<CertificateRule.Verdict> verdicts =
                Stream.of(
                                new TrustRule(),
                                new CompletenessRule(),
                                new SignatureRule(),
                                new AuthorityRule())
                        .flatMap(rule -> rule.judge(chain).stream())
                        .toList();

        assertThat(verdicts).extracting(CertificateRule.Verdict::result).containsExactly(expected);
        assertThat(verdicts.getFirst().arguments()).containsEntry("issuer", "authority");
    }

    @Test
    void onlyStatedPurposesBind() {
        CertificateRule rule = new ServerUsageRule();

        assertThat(rule.judge(chain(Forged.host(HOST, EC)))).isEmpty();
        assertThat(rule.judge(chain(purpose(KeyPurposeId.id_kp_serverAuth)))).isEmpty();
        assertThat(rule.judge(chain(purpose(KeyPurposeId.anyExtendedKeyUsage)))).isEmpty();
        assertThat(result(rule, chain(purpose(KeyPurposeId.id_kp_clientAuth))))
                .isEqualTo(CertificateResult.NOT_FOR_SERVERS);
    }

    @Test
    void aKeyThatMayNotSignIsForNoHandshakeOfToday() {
        CertificateRule rule = new ServerUsageRule();

        assertThat(rule.judge(chain(usage(KeyUsage.digitalSignature)))).isEmpty();
        assertThat(rule.judge(chain(usage(KeyUsage.digitalSignature | KeyUsage.keyAgreement))))
                .isEmpty();
        assertThat(result(rule, chain(usage(KeyUsage.keyEncipherment)))).isEqualTo(NOT_FOR_SIGNING);
    }

    private static Forged usage(int usage) {
        return Forged.host(HOST, EC).extension(Extension.keyUsage, true, new KeyUsage(usage));
    }

    private static Forged purpose(KeyPurposeId purpose) {
        return Forged.host(HOST, EC).purpose(purpose);
    }

    @Test
    void aServersCertificateIsNoAuthoritys() {
        CertificateRule rule = new AuthorityRule();

        assertThat(rule.judge(chain(Forged.host(HOST, EC).issuedBy(AUTHORITY)))).isEmpty();
        assertThat(rule.judge(chain(Forged.authority("self", EC)))).isEmpty();
        assertThat(result(rule, chain(Forged.authority(HOST, EC).issuedBy(AUTHORITY))))
                .isEqualTo(CertificateResult.IS_AUTHORITY);
    }

    @Test
    void theWayGoesUpInTheOrderSent() {
        CertificateRule rule = new ChainOrderRule();
        Forged leaf = Forged.host(HOST, EC);

        assertThat(rule.judge(chain(leaf, AUTHORITY))).isEmpty();
        assertThat(rule.judge(chain(HOST, way(0, 1), leaf, AUTHORITY, AUTHORITY))).isEmpty();
        assertThat(result(rule, chain(HOST, way(0, 2), leaf, AUTHORITY, AUTHORITY)))
                .isEqualTo(CertificateResult.OUT_OF_ORDER);
    }

    private static Trust way(Integer... positions) {
        return new Trust(Trust.Reason.ANCHORED, List.of(positions));
    }

    @Test
    void tenCertificatesAreEnough() {
        CertificateRule rule = new ChainSizeRule();
        Forged[] ten = new Forged[10];
        Forged[] eleven = new Forged[11];
        Arrays.fill(ten, AUTHORITY);
        Arrays.fill(eleven, AUTHORITY);

        assertThat(rule.judge(chain(ten))).isEmpty();
        assertThat(result(rule, chain(eleven))).isEqualTo(CertificateResult.TOO_MANY);
    }

    @Test
    void thirtyTwoKibibytesAreEnough() {
        CertificateRule rule = new ChainSizeRule();

        assertThat(rule.judge(sized(32 * 1024))).isEmpty();
        assertThat(result(rule, sized(32 * 1024 + 1))).isEqualTo(CertificateResult.TOO_LARGE);
    }

    private static PresentedChain sized(int bytes) {
        return new PresentedChain(HOST, List.of(), 2, bytes, way(0), Optional.empty(), NOW);
    }

    static Stream<Arguments> staples() {
        Optional<Instant> past = Optional.of(NOW.minus(Duration.ofMinutes(6)));
        Optional<Instant> justNow = Optional.of(NOW.minus(Duration.ofMinutes(4)));
        return Stream.of(
                Arguments.of(Staple.Word.GOOD, Optional.empty(), NOT_REVOKED),
                Arguments.of(Staple.Word.GOOD, justNow, NOT_REVOKED),
                Arguments.of(Staple.Word.GOOD, past, STATUS_OUTDATED),
                Arguments.of(Staple.Word.REVOKED, past, REVOKED),
                Arguments.of(Staple.Word.UNKNOWN, justNow, STATUS_UNUSABLE),
                Arguments.of(Staple.Word.OTHER_CERTIFICATE, justNow, STATUS_UNUSABLE),
                Arguments.of(Staple.Word.BAD_SIGNATURE, justNow, STATUS_UNUSABLE),
                Arguments.of(Staple.Word.NO_ANSWER, justNow, STATUS_UNUSABLE),
                Arguments.of(Staple.Word.MALFORMED, justNow, STATUS_UNUSABLE));
    }

    @ParameterizedTest
    @MethodSource("staples")
    void aStapleIsHeldToTheTimeOfTheCheck(
            Staple.Word word, Optional<Instant> until, CertificateResult expected) {
        assertThat(result(new RevocationRule(), stapled(word, until))).isEqualTo(expected);
    }

    private static PresentedChain stapled(Staple.Word word, Optional<Instant> until) {
        Staple staple = new Staple(word, Optional.of(NOW.minusSeconds(900)), until, until);
        return new PresentedChain(HOST, List.of(), 2, 0, way(0), Optional.of(staple), NOW);
    }

    @Test
    void withoutAStapleThatCouldBeHeldToAKeyNothingIsSaidOfRevocation() {
        assertThat(new RevocationRule().judge(sized(9))).isEmpty();
        assertThat(new RevocationRule().judge(stapled(Staple.Word.NOT_COMPUTED, Optional.empty())))
                .isEmpty();
    }

    @Test
    void thereAreTwelveRules() {
        assertThat(CertificateRule.ALL).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoCertificateIsNotRead() {
        assertThat(ServerCertificate.parse("AAAA")).isEmpty();
        assertThat(ServerCertificate.parse("not base64!")).isEmpty();
        assertThat(ServerCertificate.parse("")).isEmpty();
    }
}

package dev.mailcheck.tls;

import static dev.mailcheck.tls.Trust.Reason.ANCHORED;
import static dev.mailcheck.tls.Trust.Reason.BAD_SIGNATURE;
import static dev.mailcheck.tls.Trust.Reason.CRITICAL_EXTENSION;
import static dev.mailcheck.tls.Trust.Reason.MALFORMED_CERTIFICATE;
import static dev.mailcheck.tls.Trust.Reason.MISSING_INTERMEDIATE;
import static dev.mailcheck.tls.Trust.Reason.NAME_NOT_PERMITTED;
import static dev.mailcheck.tls.Trust.Reason.NOT_A_CA;
import static dev.mailcheck.tls.Trust.Reason.NOT_COMPUTED;
import static dev.mailcheck.tls.Trust.Reason.NO_TRUST_STORE;
import static dev.mailcheck.tls.Trust.Reason.SELF_SIGNED;
import static dev.mailcheck.tls.Trust.Reason.UNKNOWN_ISSUER;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Ways from a server's certificate to an anchor, and where they end (RFC 5280, section 6.1). */
class PathValidationTest {
    private final Forged root = Forged.authority("root", ForgedKey.ec());
    private final Forged middle = Forged.authority("middle", ForgedKey.ec()).issuedBy(root);
    private final Forged leaf = Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(middle);

    private static TrustAnchors anchors(byte[]... encoded) {
        return new TrustAnchors() {
            @Override
            public List<X509Certificate> certificates() {
                return List.of();
            }

            @Override
            public List<byte[]> encoded() {
                return Arrays.asList(encoded);
            }
        };
    }

    private Trust judge(Forged... chain) {
        List<byte[]> sent = Arrays.stream(chain).map(Forged::der).toList();
        return PathValidation.of(sent, anchors(root.der()));
    }

    private static Trust trust(Trust.Reason reason, Integer... path) {
        return new Trust(reason, List.of(path));
    }

    @Test
    void aWholeChainIsAnchored() {
        assertThat(judge(leaf, middle)).isEqualTo(trust(ANCHORED, 0, 1));
    }

    @Test
    void theRootMaySentAlongIsNotNeeded() {
        assertThat(judge(leaf, middle, root)).isEqualTo(trust(ANCHORED, 0, 1));
    }

    @Test
    void orderDoesNotMatterAndStrangersAreLeftOut() {
        Forged stranger = Forged.authority("stranger", ForgedKey.ec());

        assertThat(judge(leaf, stranger, root, middle)).isEqualTo(trust(ANCHORED, 0, 3));
    }

    @Test
    void aCertificateThatIsItselfAnAnchorIsTrusted() {
        byte[] own = Forged.of("mx.sound.example", ForgedKey.ec()).der();

        assertThat(PathValidation.of(List.of(own), anchors(root.der(), own)))
                .isEqualTo(trust(ANCHORED, 0));
    }

    @Test
    void ofTwoAuthoritiesWithOneNameTheRightKeyIsFound() {
        Forged namesake = Forged.authority("middle", ForgedKey.ec()).issuedBy(root);

        assertThat(judge(leaf, namesake, middle)).isEqualTo(trust(ANCHORED, 0, 2));
    }

    @Test
    void itSaysWhereTheWayEnds() {
        Forged strange = Forged.authority("strange root", ForgedKey.ec());
        Forged strangeMiddle = Forged.authority("strange middle", ForgedKey.ec()).issuedBy(strange);
        Forged strangeLeaf =
                Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(strangeMiddle);

        assertThat(judge(Forged.host("mx.sound.example", ForgedKey.ec())))
                .isEqualTo(trust(SELF_SIGNED, 0));
        assertThat(judge(leaf)).isEqualTo(trust(MISSING_INTERMEDIATE, 0));
        assertThat(judge(strangeLeaf, strangeMiddle, strange))
                .isEqualTo(trust(UNKNOWN_ISSUER, 0, 1, 2));
        assertThat(judge(strangeLeaf, strangeMiddle)).isEqualTo(trust(UNKNOWN_ISSUER, 0, 1));
        assertThat(judge(strangeLeaf, strangeMiddle.issuerAt("http://ca.example/root.cer")))
                .isEqualTo(trust(MISSING_INTERMEDIATE, 0, 1));
    }

    @Test
    void aSignatureByAnotherKeyIsBad() {
        Forged forged =
                Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy("middle", ForgedKey.ec());

        assertThat(judge(forged, middle)).isEqualTo(trust(BAD_SIGNATURE, 0));
    }

    @Test
    void onlyAuthoritiesMayIssue() {
        Forged host = Forged.host("host", ForgedKey.ec()).issuedBy(root);
        Forged byHost = Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(host);

        assertThat(judge(byHost, host)).isEqualTo(trust(NOT_A_CA, 0));
    }

    @Test
    void anAuthorityMayIssueOnlyAsFarDownAsItSays() {
        Forged near = Forged.authority("near", ForgedKey.ec()).issuedBy(root).pathLength(0);
        Forged below = Forged.authority("below", ForgedKey.ec()).issuedBy(near);
        Forged direct = Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(near);
        Forged tooFar = Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(below);

        assertThat(judge(direct, near)).isEqualTo(trust(ANCHORED, 0, 1));
        assertThat(judge(tooFar, below, near)).isEqualTo(trust(NOT_A_CA, 0, 1));
    }

    @Test
    void anAuthorityMayIssueOnlyForTheNamesItSays() {
        assertThat(under(Forged.authority("m", ForgedKey.ec()).onlyFor("sound.example")).trusted())
                .isTrue();
        assertThat(under(Forged.authority("m", ForgedKey.ec()).onlyFor("other.example")).reason())
                .isEqualTo(NAME_NOT_PERMITTED);
        assertThat(under(Forged.authority("m", ForgedKey.ec()).notFor("sound.example")).reason())
                .isEqualTo(NAME_NOT_PERMITTED);
        assertThat(under(Forged.authority("m", ForgedKey.ec()).notFor("ound.example")).trusted())
                .isTrue();
    }

    private Trust under(Forged authority) {
        return judge(
                Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(authority),
                authority.issuedBy(root));
    }

    @Test
    void whatMustBeUnderstoodAndIsNotEndsTheWay() {
        assertThat(judge(leaf.unknownCriticalExtension(), middle))
                .isEqualTo(trust(CRITICAL_EXTENSION, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1WITHECDSA", "SHA384WITHECDSA", "SHA512WITHECDSA"})
    void signaturesByEllipticCurvesAreVerified(String algorithm) {
        assertThat(judge(leaf.signedWith(algorithm), middle).trusted()).isTrue();
    }

    @Test
    void signaturesOnTheLargerCurveAreVerified() {
        Forged large = Forged.authority("large", ForgedKey.ec(SECObjectIdentifiers.secp384r1));

        assertThat(
                        judge(
                                        Forged.host("mx.sound.example", ForgedKey.ec())
                                                .issuedBy(large),
                                        large.issuedBy(root))
                                .trusted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA1WITHRSA",
                "SHA256WITHRSA",
                "SHA384WITHRSA",
                "SHA512WITHRSA",
                "SHA256WITHRSAANDMGF1"
            })
    void signaturesByRsaAreVerified(String algorithm) {
        ForgedKey key = ForgedKey.rsa(1024);
        Forged issuer = Forged.authority("rsa", key);
        Forged signed =
                Forged.host("mx.sound.example", ForgedKey.ec())
                        .issuedBy(issuer)
                        .signedWith(algorithm);
        Forged forged =
                Forged.host("mx.sound.example", ForgedKey.ec())
                        .issuedBy("rsa", ForgedKey.rsa(1024))
                        .signedWith(algorithm);

        assertThat(judge(signed, issuer.issuedBy(root)).trusted()).isTrue();
        assertThat(judge(forged, issuer).reason()).isEqualTo(BAD_SIGNATURE);
    }

    @Test
    void signaturesByEdwardsCurvesAreVerified() {
        Forged issuer = Forged.authority("edwards", ForgedKey.ed25519());

        assertThat(
                        judge(
                                        Forged.host("mx.sound.example", ForgedKey.ec())
                                                .issuedBy(issuer),
                                        issuer.issuedBy(root))
                                .trusted())
                .isTrue();
    }

    @Test
    void keysThatCostTooMuchAreNotComputedWith() {
        BigInteger usual = BigInteger.valueOf(65537);
        List<ForgedKey> costly =
                List.of(
                        ForgedKey.rsaPublic(16_384, usual),
                        ForgedKey.rsaPublic(8_193, usual),
                        ForgedKey.rsaPublic(4_096, BigInteger.ONE.shiftLeft(4_000).setBit(0)),
                        ForgedKey.explicitEc());

        for (ForgedKey key : costly) {
            Forged issuer = Forged.authority("costly", key).issuedBy(root);
            Forged host =
                    Forged.host("mx.sound.example", ForgedKey.ec())
                            .issuedBy("costly", ForgedKey.ec());
            assertThat(judge(host, issuer)).isEqualTo(trust(NOT_COMPUTED, 0));
        }
    }

    @Test
    void manyAuthoritiesThatCertifyEachOtherEndTheSearch() {
        ForgedKey key = ForgedKey.ec();
        Forged[] chain =
                IntStream.range(0, 10)
                        .mapToObj(i -> Forged.authority(i % 2 == 0 ? "a" : "b", key))
                        .toArray(Forged[]::new);
        for (int i = 0; i < chain.length; i++) {
            chain[i].issuedBy(i % 2 == 0 ? "b" : "a", key);
        }

        assertThat(judge(chain).trusted()).isFalse();
    }

    @Test
    void whatIsNoCertificateIsMalformed() {
        byte[] junk = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

        assertThat(PathValidation.of(List.of(junk), anchors(root.der())).reason())
                .isEqualTo(MALFORMED_CERTIFICATE);
        assertThat(PathValidation.of(List.of(new byte[0]), anchors(root.der())).reason())
                .isEqualTo(MALFORMED_CERTIFICATE);
    }

    @Test
    void withoutTrustStoreNothingIsSaid() {
        assertThat(PathValidation.of(List.of(leaf.der()), anchors()).reason())
                .isEqualTo(NO_TRUST_STORE);
    }
}

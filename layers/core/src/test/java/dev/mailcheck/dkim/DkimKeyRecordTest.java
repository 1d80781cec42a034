package dev.mailcheck.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.DkimKeyRecord.Faulty;
import dev.mailcheck.dkim.DkimKeyRecord.Revoked;
import dev.mailcheck.dkim.DkimKeyRecord.Valid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Base64;

class DkimKeyRecordTest {
    @ParameterizedTest
    @ValueSource(ints = {512, 1023, 1024, 2048, 4096, 8192, 16_384})
    void theSizeOfAnRsaKeyIsThatOfItsModulus(int bits) {
        assertThat(rsaBits("v=DKIM1; k=rsa; p=" + Keys.rsa(bits))).isEqualTo(bits);
    }

    @Test
    void aBareRsaPublicKeyIsReadToo() {
        assertThat(rsaBits("p=" + Keys.bareRsa(2048))).isEqualTo(2048);
    }

    @Test
    void anRsaKeyBeyondMeasureIsNotComputed() {
        assertThat(valid("p=" + Keys.rsa(16_392)).key()).isEqualTo(new DkimPublicKey.TooLarge());
        assertThat(valid("p=" + "A".repeat(60_000)).key()).isEqualTo(new DkimPublicKey.TooLarge());
    }

    @Test
    void anEd25519KeyHas32Octets() {
        DkimPublicKey key = valid("v=DKIM1; k=ed25519; p=" + Keys.ED25519).key();
        assertThat(key).isInstanceOf(DkimPublicKey.Ed25519.class);
        assertThat(((DkimPublicKey.Ed25519) key).octets()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=DKIM1; p=", "p=", "p= ;", "v=DKIM1; k=ed25519; p=", "k=x; p="})
    void anEmptyKeyIsRevoked(String record) {
        assertThat(DkimKeyRecord.parse(record)).isInstanceOf(Revoked.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                             | KEY_TAG_LIST",
                "hello                          | KEY_TAG_LIST",
                "v=DKIM1; t; p=AAAA             | KEY_TAG_LIST",
                "v=DKIM1;; p=AAAA               | KEY_TAG_LIST",
                "v=DKIM1; p=AAAA; p=AAAA        | KEY_TAG_LIST",
                "v=DKIM2; p=AAAA                | KEY_VERSION",
                "v=dkim1; p=AAAA                | KEY_VERSION",
                "v=DKIM1; k=rsa                 | KEY_DATA_MISSING",
                "v=DKIM1; p=AAA*                | KEY_BASE64",
                "v=DKIM1; p=AAAA                | KEY_UNREADABLE",
                "v=DKIM1; k=ed25519; p=AAAA     | KEY_UNREADABLE",
                "v=DKIM1; k=dsa; p=AAAA         | KEY_TYPE_UNKNOWN",
                "v=DKIM1; s=chat; p=AAAA        | KEY_NOT_FOR_MAIL",
                "v=DKIM1; h=md5:sha512; p=AAAA  | KEY_HASH_UNKNOWN"
            })
    void whatNoVerifierCanUseHasItsReason(String record, DkimKeyRecord.Fault fault) {
        assertThat(DkimKeyRecord.parse(record)).isEqualTo(new Faulty(fault, record));
    }

    @Test
    void anEd25519KeyInTheWrappingOfRsaIsUnreadable() {
        byte[] wrapped = Base64.getDecoder().decode("MCowBQYDK2VwAyEA" + Keys.ED25519);
        assertThat(wrapped).hasSize(44);
        String record = "k=ed25519; p=" + Base64.getEncoder().encodeToString(wrapped);
        assertThat(DkimKeyRecord.parse(record))
                .isEqualTo(new Faulty(DkimKeyRecord.Fault.KEY_UNREADABLE, record));
    }

    @Test
    void aKeyThatIsCutShortIsUnreadable() {
        byte[] whole = Base64.getDecoder().decode(Keys.rsa(1024));
        for (int length = 1; length < whole.length; length++) {
            String part = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            assertThat(DkimKeyRecord.parse("p=" + part))
                    .as("%d octets", length)
                    .isInstanceOf(Faulty.class);
        }
    }

    @Test
    void blanksInsideTheKeyAreNothing() {
        String key = Keys.rsa(1024);
        assertThat(rsaBits("p=" + key.substring(0, 30) + " \r\n\t" + key.substring(30)))
                .isEqualTo(1024);
    }

    @Test
    void flagsAndListsAreReadInAnyCaseAndWithBlanks() {
        Valid key = valid("s=email : web; h=SHA1 : sha256; t=y:S; p=" + Keys.rsa(1024));
        assertThat(key.testing()).isTrue();
        assertThat(key.strict()).isTrue();
        assertThat(key.hashes()).containsExactly("sha1", "sha256");
        assertThat(key.sha1Only()).isFalse();
        assertThat(valid("h=sha1; p=" + Keys.rsa(1024)).sha1Only()).isTrue();
    }

    @Test
    void unknownTagsAndThoseOfTheOldStandardAreIgnored() {
        assertThat(rsaBits("v=DKIM1; g=*; x=1; n=note; p=" + Keys.rsa(1024))).isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource({
        "v=DKIM1; k=rsa,          true",
        "p=AAAA,                  true",
        "v=dkim1,                 true",
        "v=spf1 -all,             false",
        "v=DMARC1; p=none,        false",
        "google-site-verification, false"
    })
    void otherTextsAreNotMeantAsKeys(String text, boolean meant) {
        assertThat(DkimKeyRecord.isMeantAsKey(text)).isEqualTo(meant);
    }

    @Test
    void theListOfKnownSelectorsIsShortAndOfDnsLabels() {
        assertThat(KnownSelectors.all())
                .hasSizeBetween(30, 60)
                .contains("google", "selector1", "default")
                .doesNotHaveDuplicates()
                .allMatch(selector -> selector.matches("[a-z0-9-]+"));
    }

    private static Valid valid(String record) {
        DkimKeyRecord read = DkimKeyRecord.parse(record);
        assertThat(read).isInstanceOf(Valid.class);
        return (Valid) read;
    }

    private static int rsaBits(String record) {
        return ((DkimPublicKey.Rsa) valid(record).key()).bits();
    }
}

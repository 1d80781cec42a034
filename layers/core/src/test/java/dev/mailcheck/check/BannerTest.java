package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx.example ESMTP Exim 4.98 Sun, 22 Nov 2026 12:00:00 +0000 | Exim 4.98",
                "mx.example ESMTP Exim 4.98.1 | Exim 4.98.1",
                "mx.example ESMTP Postfix/3.9.1 | Postfix/3.9.1",
                "mx.example Microsoft ESMTP MAIL Service, Version: 10.0.14393.4169 ready | Version:"
                        + " 10.0.14393.4169",
                "mx.example ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 | Sendmail 8.17.1",
                "mx.example ESMTP 8.17.1/8.17.1 | ESMTP 8.17.1",
                "mx.example ESMTP qmail v1.08 | qmail v1.08"
            })
    void aVersionGivesTheSoftwareAway(String banner, String version) {
        assertThat(new Banner(banner).version()).contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example ESMTP",
                "mx.example ESMTP Postfix (Debian/GNU)",
                "mx.google.com ESMTP d9443c01a7336-2a1b2c3d4e5si123456789.12 - gsmtp",
                "mx1.example ESMTP Sun, 22 Nov 2026 12:00:00 +0000",
                "[192.0.2.1] ESMTP",
                "mx.example ESMTP at your service, 192.0.2.1",
                "mx.example ready [IP 192.0.2.1]",
                "mail.protection.outlook.com Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026"
                        + " [08DE2A1B2C3D4E5F]"
            })
    void hostsDatesAddressesAndSessionIdsAreNoVersion(String banner) {
        assertThat(new Banner(banner).version()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mx.example ESMTP, true",
        "MX.Example, true",
        "[192.0.2.1] ESMTP, true",
        "ESMTP ready, false",
        "localhost ESMTP, false",
        "***************, false",
        "'', false"
    })
    void theFirstWordIsTheHost(String banner, boolean names) {
        assertThat(new Banner(banner).namesHost()).isEqualTo(names);
    }

    @Test
    void aVeryLongBannerIsReadInNoTime() {
        assertThat(new Banner("a-".repeat(25_000)).version()).isEmpty();
        assertThat(new Banner("a 1.".repeat(12_000) + " Exim 4.98").version()).isPresent();
    }
}

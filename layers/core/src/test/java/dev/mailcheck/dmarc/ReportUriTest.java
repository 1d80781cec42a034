package dev.mailcheck.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportUriTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailto:a@example.com                    | example.com",
                "MAILTO:a+b@Example.COM                  | example.com",
                "mailto:a@example.com?subject=x          | example.com",
                "mailto:a%2Cb@example.com                | example.com",
                "https://reports.example.com             | reports.example.com",
                "https://reports.example.com:8443/x?y=1  | reports.example.com"
            })
    void theDestinationIsTheHost(String uri, String host) {
        assertThat(ReportUri.parse(uri).destination()).contains(new Domain(host));
        assertThat(ReportUri.parse(uri).valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@example.com",
                "mailto:",
                "mailto:a",
                "mailto:@example.com",
                "mailto:a@localhost",
                "mailto:a@b@example.com",
                "mailto:a b@example.com",
                "mailto:a!b@example.com",
                "mailto:é@example.com",
                "mailto:a@[192.0.2.1]",
                "https:/example.com",
                "https://",
                "https://user@example.com",
                "%zz:x"
            })
    void whatIsNoUriIsInvalid(String uri) {
        assertThat(ReportUri.parse(uri).valid()).isFalse();
    }

    @Test
    void aSchemeThatNobodyKnowsIsValid() {
        ReportUri uri = ReportUri.parse("ftp://example.com/x");
        assertThat(uri.valid()).isTrue();
        assertThat(uri.destination()).isEmpty();
    }

    @Test
    void theSizeLimitOfTheOldStandardIsTakenOff() {
        ReportUri uri = ReportUri.parse(" mailto:a@example.com!10m ");
        assertThat(uri.text()).isEqualTo("mailto:a@example.com");
        assertThat(uri.sizeLimit()).contains("!10m");
        assertThat(uri.valid()).isTrue();
    }

    @Test
    void anAddressThatLacksOnlyTheSchemeIsTold() {
        assertThat(ReportUri.parse("a@example.com").lacksMailto()).isTrue();
        assertThat(ReportUri.parse("mailto:a@example.com").lacksMailto()).isFalse();
        assertThat(ReportUri.parse("nobody").lacksMailto()).isFalse();
    }

    @Test
    void anEmptyPartOfAListIsInvalid() {
        assertThat(ReportUri.list("mailto:a@example.com,,mailto:b@example.com"))
                .extracting(ReportUri::valid)
                .containsExactly(true, false, true);
    }
}

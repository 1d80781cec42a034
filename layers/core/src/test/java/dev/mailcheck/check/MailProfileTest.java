package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.Observations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MailProfileTest {
    private static MailProfile profile(Map<String, Object> domain) {
        return MailProfile.of(
                Scenario.inZoneFile("example.com", Map.of("example.com", domain))
                        .judgement()
                        .seen());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "10 mx.example.com., v=spf1 mx -all,     SENDS_AND_RECEIVES",
                "10 mx.example.com., none,               SENDS_AND_RECEIVES",
                "10 mx.example.com., v=spf1 -all,        RECEIVES_ONLY",
                "10 mx.example.com., V=SPF1 -ALL,        RECEIVES_ONLY",
                "0 .,                v=spf1 -all,        PARKED",
                "0 .,                v=spf1 -all exp=x,  PARKED",
                "0 .,                v=spf1 ~all,        PARKED",
                "0 .,                v=spf1,             PARKED",
                "0 .,                none,               PARKED",
                "0 .,                v=spf1 +all,        PARKED",
                "0 .,                v=spf1 a -all,      SENDS_ONLY",
                "0 .,                v=spf1 redirect=x.example, SENDS_ONLY",
                "none,               v=spf1 -all,        PARKED",
                "none,               v=spf1 ~all,        SENDS_AND_RECEIVES",
                "none,               v=spf1 -all ip4:192.0.2.1, SENDS_AND_RECEIVES",
                "none,               none,               SENDS_AND_RECEIVES",
            })
    void mxAndSpfTellWhatTheDomainDoes(String mx, String spf, MailProfile profile) {
        Map<String, Object> domain = new HashMap<>();
        domain.put("A", List.of("192.0.2.1"));
        if (mx != null) {
            domain.put("MX", List.of(mx));
        }
        if (spf != null) {
            domain.put("TXT", List.of("something=else", spf));
        }
        assertThat(profile(domain)).isEqualTo(profile);
    }

    @Test
    void whatIsNotKnownExcusesNobody() {
        assertThat(profile(Map.of("MX", List.of("0 ."), "TIMEOUT", List.of("TXT"))))
                .isEqualTo(MailProfile.NOT_KNOWN);
        assertThat(profile(Map.of("TXT", List.of("v=spf1 -all"), "SERVFAIL", List.of("MX"))))
                .isEqualTo(MailProfile.NOT_KNOWN);
        assertThat(MailProfile.of(new Observations(List.of()))).isEqualTo(MailProfile.NOT_KNOWN);
    }

    @Test
    void twoSpfRecordsAreNone() {
        assertThat(profile(Map.of("TXT", List.of("v=spf1 -all", "v=spf1 -all"))))
                .isEqualTo(MailProfile.SENDS_AND_RECEIVES);
    }
}

package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.json.JsonNull;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.TlsRptObservation;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class PlainJsonTest {
    private static final DnsAnswer FOUND =
            new DnsAnswer.Found(
                    List.of(
                            new DnsRecord(
                                    DnsName.of("example.com"), RecordType.TXT, 3600, "v=spf1")),
                    List.of());

    private final PlainJson plainJson = new PlainJson(Jsonb.builder().build());

    @Test
    void anAnswerOfTheDnsSaysWhatKindOfAnswerItIs() {
        assertThat(plainJson.of(FOUND))
                .isEqualTo(
                        Map.of(
                                "answer",
                                "found",
                                "records",
                                List.of(
                                        Map.of(
                                                "owner",
                                                "example.com",
                                                "type",
                                                "TXT",
                                                "ttl",
                                                3600L,
                                                "data",
                                                "v=spf1")),
                                "aliases",
                                List.of()));
    }

    @Test
    void anObservationIsGivenByItsParts() {
        TlsRptObservation seen =
                new TlsRptObservation(
                        "_smtp._tls.example.com", new DnsAnswer.Failed(DnsFailure.TIMEOUT, ""));

        assertThat(plainJson.of(seen))
                .isEqualTo(
                        Map.of(
                                "name",
                                "_smtp._tls.example.com",
                                "records",
                                Map.of("answer", "failed", "reason", "TIMEOUT", "detail", "")));
    }

    @Test
    void simpleValuesAndListsOfThemStay() {
        assertThat(plainJson.of(List.of("a", 1, 2L, true, 0.5)))
                .isEqualTo(List.of("a", 1, 2L, true, 0.5));
        assertThat(plainJson.of(Map.of("check", CheckId.TLS_RPT, "name", DnsName.of("a.b"))))
                .isEqualTo(Map.of("check", "tls-rpt", "name", "a.b"));
        assertThat(plainJson.of(Optional.of("x"))).isEqualTo("x");
    }

    @Test
    void aPromisedNameWithoutValueIsNullInTheJson() {
        Object plain = plainJson.of(Map.of("tls", JsonNull.NULL));
        Jsonb jsonb = Jsonb.builder().build();

        assertThat(JsonText.of(jsonb.type(Object.class), plain)).isEqualTo("{\"tls\":null}");
    }
}

package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class WithDnsTest {
    private static final ZoneDns LIVE =
            ZoneDns.of(
                    Map.of(
                            "example.com",
                            Map.of(
                                    "TXT",
                                    List.of("v=spf1 +all", "other"),
                                    "MX",
                                    List.of("10 mx.example.com"),
                                    "DNSSEC",
                                    "secure"),
                            "www.example.com",
                            Map.of("CNAME", List.of("web.example.com")),
                            "web.example.com",
                            Map.of("A", List.of("192.0.2.1")),
                            "dead.example.com",
                            Map.of("TIMEOUT", true),
                            "plain.example",
                            Map.of("A", List.of("192.0.2.9"))));

    private static Dns with(String... lines) {
        return new WithDns(
                LIVE, Arrays.stream(lines).map(l -> WhatIf.parse(l).orElseThrow()).toList());
    }

    private static DnsAnswer ask(Dns dns, String name, RecordType type) {
        return dns.get(DnsName.of(name), type);
    }

    @Test
    void standsInPlaceOfTheLiveRecordsOfItsNameAndType() {
        Dns dns = with("example.com TXT v=spf1 -all", "Example.COM. txt second; one");
        assertThat(ask(dns, "example.com", RecordType.TXT).data())
                .containsExactly("v=spf1 -all", "second; one");
        assertThat(ask(dns, "example.com", RecordType.MX).data())
                .containsExactly("10 mx.example.com");
    }

    @Test
    void makesItsNameAndThoseAboveExist() {
        Dns dns = with("_dmarc.new.example.com TXT v=DMARC1; p=reject");
        assertThat(ask(dns, "_dmarc.new.example.com", RecordType.TXT).data())
                .containsExactly("v=DMARC1; p=reject");
        assertThat(ask(dns, "_dmarc.new.example.com", RecordType.MX))
                .isEqualTo(new Absent(true, List.of()));
        assertThat(ask(dns, "new.example.com", RecordType.A))
                .isEqualTo(new Absent(true, List.of()));
        assertThat(ask(dns, "other.example.com", RecordType.A))
                .isEqualTo(new Absent(false, List.of()));
    }

    @Test
    void anAliasIsFollowedIntoTheLiveDns() {
        Dns dns = with("new.example.com CNAME www.example.com");
        assertThat(ask(dns, "new.example.com", RecordType.A).data()).containsExactly("192.0.2.1");
        assertThat(ask(dns, "new.example.com", RecordType.MX))
                .isEqualTo(
                        new Absent(
                                true,
                                List.of(
                                        DnsName.of("www.example.com"),
                                        DnsName.of("web.example.com"))));
    }

    @Test
    void aLiveAliasLeadsToIt() {
        Dns dns = with("web.example.com A 192.0.2.7");
        assertThat(ask(dns, "www.example.com", RecordType.A).data()).containsExactly("192.0.2.7");
        Dns alias = with("web.example.com CNAME plain.example");
        assertThat(ask(alias, "www.example.com", RecordType.A).data()).containsExactly("192.0.2.9");
        Dns circle = with("web.example.com CNAME www.example.com");
        assertThat(ask(circle, "www.example.com", RecordType.A))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(DnsFailure.ALIAS_LOOP));
    }

    @Test
    void whatFailsStillFails() {
        assertThat(ask(with("dead.example.com A 192.0.2.1"), "dead.example.com", RecordType.MX))
                .isInstanceOf(Failed.class);
    }

    @Test
    void isAsSecureAsTheLiveZone() {
        Dns dns =
                with(
                        "_25._tcp.mx.example.com TLSA 3 1 1 00ff",
                        "a.example.com CNAME plain.example",
                        "plain.example TXT x");
        assertThat(state(dns, "_25._tcp.mx.example.com", RecordType.TLSA))
                .isEqualTo(Security.State.SECURE);
        assertThat(state(dns, "plain.example", RecordType.TXT)).isEqualTo(Security.State.INSECURE);
        assertThat(state(dns, "a.example.com", RecordType.CNAME)).isEqualTo(Security.State.SECURE);
        assertThat(state(dns, "a.example.com", RecordType.A)).isEqualTo(Security.State.INSECURE);
    }

    private static Security.State state(Dns dns, String name, RecordType type) {
        return dns.security(DnsName.of(name), type).get().state();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.b TXT v=spf1  mx;  -all        | v=spf1  mx;  -all",
                "a.b TXT \"a b\" \"c\"            | a bc",
                "a.b TXT \"a b\"\"c\"             | a bc",
                "a.b TXT \"q\\\"\\\\ \\065\\232\" | q\"\\ Aè",
                "a.b TXT é                        | Ã©",
                "a.b TXT k \"x\"                  | k \"x\"",
                "a.b TXT \"\"                     | ``",
                "  a.b   MX   10   MX.A.B.        | 10 mx.a.b",
                "a.b MX 0 .                       | 0 .",
                "a.b AAAA 2001:DB8::0:1           | 2001:db8::1",
                "a.b SPF v=spf1 -all              | v=spf1 -all",
                "a.b CAA 0 issue \"ca.example\"   | 0 issue \"ca.example\""
            })
    void dataIsReadAsItIsTyped(String line, String data) {
        assertThat(WhatIf.parse(line).orElseThrow().data()).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.b                    | \"a.b\": must be NAME TYPE DATA",
                "a.b TXT                | \"a.b TXT\": must be NAME TYPE DATA",
                "a..b TXT x             | \"a..b\": is not a name",
                "a.b TEXT x             | a.b: the type must be one of A AAAA CAA",
                "a.b A mx.example       | a.b A: not an IPv4 address: \"mx.example\"",
                "a.b TXT \"a            | a.b TXT: a quote is missing",
                "a.b TXT \"a\\          | a.b TXT: a quote is missing",
                "a.b TXT \"a\" b        | a.b TXT: text outside the quotes: \"b\"",
                "a.b DS 1               | a.b DS: not the data of a DS record: \"1\""
            })
    void aFaultIsNamed(String line, String problem) {
        assertThat(WhatIf.parse(line))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.problem()).startsWith(problem));
    }

    @Test
    void aQuotedStringOf256BytesIsTooLong() {
        assertThat(WhatIf.parse("a.b TXT \"" + "x".repeat(255) + "\""))
                .isInstanceOf(Parsed.Valid.class);
        assertThat(WhatIf.parse("a.b TXT \"" + "x".repeat(256) + "\""))
                .isInstanceOf(Parsed.Invalid.class);
        assertThat(WhatIf.parse("a.b TXT " + "x".repeat(256))).isInstanceOf(Parsed.Valid.class);
    }
}

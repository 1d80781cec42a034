package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;
import dev.mailcheck.net.IpLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class ZoneDnsTest {
    private static final String ZONE =
            """
            {"example.com": {"MX": ["10 MX.example.com.", "0 ."], "TXT": ["a b", ["c", "d \\u00e9"]],
                             "SOA": ["NS.example.com. admin.example.com. 1 2 3 4 5"],
                             "CAA": ["0 issue \\"ca.example\\""], "DNSSEC": "secure"},
             "a.b.example.com": {"A": ["192.0.2.1"], "AAAA": ["2001:DB8:0:0::1"]},
             "_25._tcp.mx.example.com": {"TLSA": ["3 1 1 ABCDEF00"], "HTTPS": ["1 ."]},
             "www.example.com": {"CNAME": ["a.b.example.com."]},
             "dead.example.com": {"TIMEOUT": true, "A": ["192.0.2.2"]},
             "half.example.com": {"SERVFAIL": ["TXT"], "CNAME": ["a.b.example.com"]},
             "bad.example.com": {"DNSSEC": "bogus", "A": ["192.0.2.3"]},
             "open.example.com": {"DNSSEC": "insecure", "CNAME": ["bad.example.com"]},
             "macro%percent  space.example.com": {"A": ["192.0.2.4"]}}
            """;
    private final Dns dns = ZoneDns.parse(ZONE).orElseThrow();

    private DnsAnswer ask(String name, RecordType type) {
        return dns.get(DnsName.of(name), type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com                      | MX   | 10 mx.example.com/0 .",
                "example.com                      | TXT  | a b/cd é",
                "example.com                      | SOA  | ns.example.com admin.example.com 1 2 3 4"
                        + " 5",
                "example.com                      | CAA  | 0 issue \"ca.example\"",
                "a.b.example.com                  | AAAA | 2001:db8::1",
                "_25._tcp.mx.example.com          | TLSA | 3 1 1 abcdef00",
                "www.example.com                  | A    | 192.0.2.1",
                "dead.example.com                 | A    | 192.0.2.2",
                "macro%percent  space.example.com | A    | 192.0.2.4"
            })
    void everyTypeComesInOneForm(String name, RecordType type, String data) {
        assertThat(String.join("/", ask(name, type).data())).isEqualTo(data);
    }

    @Test
    void aNameNeitherInTheFileNorAboveOneDoesNotExist() {
        assertThat(ask("x.example.com", RecordType.A)).isEqualTo(new Absent(false, List.of()));
        assertThat(ask("b.example.com", RecordType.A)).isEqualTo(new Absent(true, List.of()));
        assertThat(ask("com", RecordType.A)).isEqualTo(new Absent(true, List.of()));
        assertThat(ask("example.com", RecordType.A)).isEqualTo(new Absent(true, List.of()));
        assertThat(ask("", RecordType.NS)).isEqualTo(new Absent(true, List.of()));
    }

    @Test
    void aliasesAreFollowedAndTold() {
        DnsName target = DnsName.of("a.b.example.com");
        assertThat(ask("www.example.com", RecordType.A))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> {
                            assertThat(found.aliases()).containsExactly(target);
                            assertThat(found.records().getFirst().owner()).isEqualTo(target);
                        });
        assertThat(ask("www.example.com", RecordType.MX))
                .isEqualTo(new Absent(true, List.of(target)));
        assertThat(ask("www.example.com", RecordType.CNAME).data())
                .containsExactly("a.b.example.com");
    }

    @Test
    void aFailureIsNeverAnAbsence() {
        assertThat(reason(ask("dead.example.com", RecordType.MX))).isEqualTo(DnsFailure.TIMEOUT);
        assertThat(reason(ask("half.example.com", RecordType.TXT))).isEqualTo(DnsFailure.SERVFAIL);
        assertThat(ask("half.example.com", RecordType.A).data()).containsExactly("192.0.2.1");
    }

    private static DnsFailure reason(DnsAnswer answer) {
        return ((Failed) answer).reason();
    }

    @Test
    void elevenAliasesAreFollowedAndTwelveAreNot() {
        assertThat(ZoneDns.of(chain(11)).get(DnsName.of("n0.example"), RecordType.A).data())
                .containsExactly("192.0.2.1");
        assertThat(reason(ZoneDns.of(chain(12)).get(DnsName.of("n0.example"), RecordType.A)))
                .isEqualTo(DnsFailure.ALIAS_LOOP);
    }

    private static Map<String, Map<String, List<String>>> chain(int aliases) {
        return IntStream.rangeClosed(0, aliases)
                .boxed()
                .collect(
                        Collectors.toMap(
                                i -> "n" + i + ".example",
                                i ->
                                        i == aliases
                                                ? Map.of("A", List.of("192.0.2.1"))
                                                : Map.of(
                                                        "CNAME",
                                                        List.of("n" + (i + 1) + ".example."))));
    }

    @Test
    void anAliasToItselfIsALoop() {
        Dns self = ZoneDns.of(Map.of("a.example", Map.of("CNAME", List.of("A.example."))));
        assertThat(reason(self.get(DnsName.of("a.example"), RecordType.A)))
                .isEqualTo(DnsFailure.ALIAS_LOOP);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com,MX,SECURE",
        "mx.example.com,A,SECURE",
        "missing.example.com,A,SECURE",
        "com,NS,INSECURE",
        "example.org,A,INSECURE",
        "bad.example.com,A,BOGUS",
        "open.example.com,CNAME,INSECURE",
        "open.example.com,A,BOGUS",
        "dead.example.com,MX,UNKNOWN"
    })
    void theWordHoldsForItsNameAndThoseBelow(
            String name, RecordType type, Security.State expected) {
        assertThat(dns.security(DnsName.of(name), type).get().state()).isEqualTo(expected);
    }

    @Test
    void noOneElseIsAsked() {
        ServerAnswer answer =
                dns.askServer(
                                IpLiteral.parse("192.0.2.53").orElseThrow(),
                                DnsName.of("example.com"),
                                RecordType.MX)
                        .get();
        assertThat(reason(answer.answer())).isEqualTo(DnsFailure.NETWORK);
        assertThat(dns.resolverKind(DnsName.of("example.com")).get())
                .isEqualTo(ResolverKind.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]                                              | not a JSON object",
                "{ | not a JSON object",
                "| not a JSON object",
                "{\"a..b\": {}}                                   | \"a..b\" is not a name",
                "{\"a.example\": []}                              | a.example: must be an"
                        + " object of record types",
                "{\"a.example\": {}, \"A.example.\": {}}          | a.example: stands there"
                        + " twice",
                "{\"a.example\": {\"TXTT\": [\"x\"]}}             | a.example \"TXTT\": is"
                        + " not a record type",
                "{\"a.example\": {\"A\": \"192.0.2.1\"}}          | a.example A: must be a"
                        + " list",
                "{\"a.example\": {\"A\": [\"192.0.2\"]}}          | a.example A: not an IPv4"
                        + " address: \"192.0.2\"",
                "{\"a.example\": {\"AAAA\": [\"192.0.2.1\"]}}     | a.example AAAA: not an"
                        + " IPv6 address: \"192.0.2.1\"",
                "{\"a.example\": {\"A\": [1]}}                    | a.example A: must be a"
                        + " list of strings",
                "{\"a.example\": {\"MX\": [\"mx.example\"]}}      | a.example MX: not a"
                        + " preference and a host",
                "{\"a.example\": {\"MX\": [\"70000 mx.example\"]}}| a.example MX: not a"
                        + " preference and a host",
                "{\"a.example\": {\"CNAME\": [\"\"]}}             | a.example CNAME: not a"
                        + " name: \"\"",
                "{\"a.example\": {\"TXT\": [[\"a\", 1]]}}         | a.example TXT: a list of"
                        + " character-strings holds something else",
                "{\"a.example\": {\"TXT\": [\"\\u0100\"]}}        | a.example TXT: holds a"
                        + " character above U+00FF",
                "{\"a.example\": {\"TLSA\": [\"3 1\"]}}           | a.example TLSA: not the"
                        + " data of a TLSA record: \"3 1\"",
                "{\"a.example\": {\"TIMEOUT\": \"x\"}}            | a.example TIMEOUT: must"
                        + " be true or a list of record types",
                "{\"a.example\": {\"SERVFAIL\": [\"XX\"]}}        | a.example \"XX\": is not"
                        + " a record type",
                "{\"a.example\": {\"DNSSEC\": \"maybe\"}}         | a.example DNSSEC: must be"
                        + " secure, insecure or bogus"
            })
    void aFaultIsNamedWithItsPlace(String json, String problem) {
        assertThat(ZoneDns.parse(json == null ? "" : json))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid ->
                                assertThat(invalid.problem())
                                        .startsWith(problem)
                                        .doesNotContain("\n"));
    }
}

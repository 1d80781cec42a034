package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.WithDns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each scenario is a small zone and exactly the codes that come of it. */
class SpfCheckTest {
    /** What a record without fault gives; a scenario says what it has besides or instead. */
    private static final List<FindingCode> SOUND =
            List.of(
                    SPF_RECORD_VALID,
                    SPF_LOOKUPS_WITHIN_LIMIT,
                    SPF_VOID_LOOKUPS_WITHIN_LIMIT,
                    SPF_ALL_STRICT,
                    SPF_FORM_SOUND);

    record Scenario(String name, String zone, List<FindingCode> codes) {
        static Scenario of(String name, String zone, FindingCode... codes) {
            return new Scenario(name, zone, List.of(codes));
        }

        /** A domain with this one TXT record, and a host. */
        static Scenario record(String text, FindingCode... codes) {
            return of(
                    text,
                    """
                    {"example.com": {"TXT": ["%s"], "A": ["192.0.2.1"], "MX": ["10 mx.example.com."]},
                     "mx.example.com": {"A": ["192.0.2.2"]},
                     "_spf.example.net": {"TXT": ["v=spf1 ip4:198.51.100.0/24 -all"]}}
                    """
                            .formatted(text),
                    codes);
        }

        /** Instead of codes of a sound record. */
        Scenario besides(FindingCode... instead) {
            List<FindingCode> gone = Arrays.asList(instead);
            return new Scenario(
                    name,
                    zone,
                    Stream.concat(
                                    SOUND.stream().filter(code -> !gone.contains(code)),
                                    codes.stream())
                            .toList());
        }

        Dns dns() {
            return ZoneDns.parse(zone).orElseThrow();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(records(), lookups(), voids(), alls(), forms()).flatMap(s -> s);
    }

    private static Stream<Scenario> records() {
        return Stream.of(
                Scenario.record("v=spf1 mx include:_spf.example.net -all").besides(),
                Scenario.record("v=spf1 -all").besides(),
                Scenario.record("V=SPF1 MX -ALL").besides(),
                Scenario.of(
                        "no record",
                        """
                        {"example.com": {"TXT": ["some-verification=1"]}}
                        """,
                        SPF_RECORD_MISSING),
                Scenario.record(" v=spf1 mx -all", SPF_RECORD_LEADING_BLANK),
                Scenario.record("\\\"v=spf1 mx -all\\\"", SPF_RECORD_NOT_RECOGNISED),
                Scenario.record("v=spf1; mx; -all", SPF_RECORD_NOT_RECOGNISED),
                Scenario.record("v = spf1 mx -all", SPF_RECORD_NOT_RECOGNISED),
                Scenario.record("spf1 mx -all", SPF_RECORD_NOT_RECOGNISED),
                Scenario.record("v=spf10 mx -all", SPF_RECORD_MISSING),
                Scenario.of(
                        "two records",
                        """
                        {"example.com": {"TXT": ["v=spf1 mx -all", "v=spf1 ip4:192.0.2.1 ~all"]}}
                        """,
                        SPF_SEVERAL_RECORDS),
                Scenario.of(
                                "a record and one that is not recognised",
                                """
                                {"example.com": {"TXT": ["v=spf1 ip4:192.0.2.1 -all", " v=spf1 mx ~all"]}}
                                """,
                                SPF_SECOND_RECORD_IGNORED)
                        .besides(),
                Scenario.record("v=spf1 ipv4:192.0.2.1, mx -all", SPF_SYNTAX_ERROR),
                Scenario.record("v=spf1 a:localhost -all", SPF_SYNTAX_ERROR),
                Scenario.record(
                                "v=spf1 include=_spf.example.net mx -all",
                                SPF_MECHANISM_AS_MODIFIER)
                        .besides(),
                Scenario.of(
                                "also under the obsolete type",
                                """
                                {"example.com": {"TXT": ["v=spf1 -all"], "SPF": ["v=spf1 -all"]}}
                                """,
                                SPF_OBSOLETE_TYPE)
                        .besides(),
                Scenario.of(
                                "Sender ID",
                                """
                                {"example.com": {"TXT": ["v=spf1 -all", "spf2.0/pra -all"]}}
                                """,
                                SPF_OBSOLETE_SENDER_ID)
                        .besides(),
                Scenario.of(
                        "silent DNS",
                        """
                        {"example.com": {"TIMEOUT": true}}
                        """,
                        SPF_NOT_KNOWN),
                Scenario.of(
                        "SERVFAIL",
                        """
                        {"example.com": {"SERVFAIL": ["TXT"]}}
                        """,
                        SPF_NOT_KNOWN),
                Scenario.of(
                                "the obsolete type fails",
                                """
                                {"example.com": {"TXT": ["v=spf1 -all"], "SERVFAIL": ["SPF"]}}
                                """)
                        .besides());
    }

    private static String terms(String term, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> term.formatted(i))
                .collect(Collectors.joining(" "));
    }

    private static Scenario included(String name, String included, FindingCode... codes) {
        return Scenario.of(
                name,
                """
                {"example.com": {"TXT": ["v=spf1 ip4:192.0.2.1 include:inc.example.net -all"]},
                 "inc.example.net": {%s}}
                """
                        .formatted(included),
                codes);
    }

    private static Stream<Scenario> lookups() {
        return Stream.of(
                Scenario.record("v=spf1 " + terms("a/2%d", 9) + " -all", SPF_LOOKUPS_NEAR_LIMIT)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                Scenario.record("v=spf1 " + terms("a/1%d", 10) + " -all", SPF_LOOKUPS_NEAR_LIMIT)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                Scenario.record("v=spf1 " + terms("a/1%d", 10) + " mx -all", SPF_TOO_MANY_LOOKUPS)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                included(
                                "ten terms below an include",
                                "\"A\": [\"192.0.2.9\"], \"TXT\": [\"v=spf1 "
                                        + terms("a/1%d", 10)
                                        + "\"]",
                                SPF_TOO_MANY_LOOKUPS)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                Scenario.record(
                                "v=spf1 mx -all " + terms("a/1%d", 10) + " redirect=x.example",
                                SPF_TERMS_AFTER_ALL,
                                SPF_REDIRECT_BESIDE_ALL)
                        .besides(SPF_FORM_SOUND),
                Scenario.record(
                                "v=spf1 mx include:%{i}._spf.example.net -all",
                                SPF_LOOKUPS_DEPEND_ON_MAIL)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                Scenario.record(
                                "v=spf1 mx include:%{d}.example.net -all",
                                SPF_INCLUDE_WITHOUT_RECORD)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                included("silent include", "\"TIMEOUT\": true", SPF_LOOKUPS_NOT_KNOWN)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT, SPF_VOID_LOOKUPS_WITHIN_LIMIT),
                included("include of nothing", "\"TXT\": [\"x\"]", SPF_INCLUDE_WITHOUT_RECORD)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                included(
                                "include of two",
                                "\"TXT\": [\"v=spf1 a\", \"v=spf1 mx\"]",
                                SPF_INCLUDED_SEVERAL_RECORDS)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                included(
                                "include of a wrong one",
                                "\"TXT\": [\"v=spf1 foo bar\"]",
                                SPF_INCLUDED_RECORD_BROKEN)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                included("include loop", "\"TXT\": [\"v=spf1 include:example.com -all\"]", SPF_LOOP)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT),
                Scenario.record("v=spf1 redirect=example.com", SPF_LOOP)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT, SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx redirect=none.example.net", SPF_REDIRECT_WITHOUT_RECORD)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT, SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx redirect=_spf.example.net").besides(),
                Scenario.of(
                                "eleven MX hosts",
                                """
                                {"example.com": {"TXT": ["v=spf1 mx -all"], "MX": [%s]},
                                 "mx.example.com": {"A": ["192.0.2.1"]}}
                                """
                                        .formatted(
                                                IntStream.range(0, 11)
                                                        .mapToObj(i ->
                                                                "\"" + i + " mx.example.com.\"")
                                                        .collect(Collectors.joining(", "))),
                                SPF_TOO_MANY_MX_HOSTS)
                        .besides(SPF_LOOKUPS_WITHIN_LIMIT));
    }

    private static Stream<Scenario> voids() {
        return Stream.of(
                Scenario.record("v=spf1 mx a:gone.example.com -all", SPF_TERM_LEADS_NOWHERE)
                        .besides(),
                Scenario.record(
                                "v=spf1 mx " + terms("a:gone%d.example.com", 3) + " -all",
                                SPF_TOO_MANY_VOID_LOOKUPS,
                                SPF_TERM_LEADS_NOWHERE)
                        .besides(SPF_VOID_LOOKUPS_WITHIN_LIMIT),
                Scenario.of(
                                "IPv6 only hosts are not void",
                                """
                                {"example.com": {"TXT": ["v=spf1 a a:b.example.com a:c.example.com -all"],
                                                 "AAAA": ["2001:db8::1"]},
                                 "b.example.com": {"AAAA": ["2001:db8::2"]},
                                 "c.example.com": {"AAAA": ["2001:db8::3"]}}
                                """)
                        .besides(),
                Scenario.record(
                                "v=spf1 mx exists:%{i}._spf.example.net -all",
                                SPF_VOID_LOOKUPS_DEPEND_ON_MAIL)
                        .besides(),
                Scenario.of(
                                "silent hosts that may be void",
                                """
                                {"example.com": {"TXT": ["v=spf1 a:x.example.com mx:y.example.com a:z.example.com -all"]},
                                 "x.example.com": {"TIMEOUT": true}, "y.example.com": {"SERVFAIL": true},
                                 "z.example.com": {"TIMEOUT": ["A"]}}
                                """,
                                SPF_VOID_LOOKUPS_NOT_KNOWN)
                        .besides(SPF_VOID_LOOKUPS_WITHIN_LIMIT),
                Scenario.of(
                                "one silent host cannot break the limit",
                                """
                                {"example.com": {"TXT": ["v=spf1 a:x.example.com mx -all"], "MX": ["0 ."]},
                                 "x.example.com": {"TIMEOUT": true}}
                                """)
                        .besides());
    }

    private static Stream<Scenario> alls() {
        return Stream.of(
                Scenario.record("v=spf1 mx ~all", SPF_ALL_SOFTFAIL).besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx ?all", SPF_ALL_NEUTRAL).besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx", SPF_ALL_MISSING).besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx +all", SPF_ALL_PASSES_EVERYONE).besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 all", SPF_ALL_PASSES_EVERYONE).besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx ip4:0.0.0.0/0 -all", SPF_RANGE_TOO_WIDE)
                        .besides(SPF_ALL_STRICT),
                Scenario.record(
                                "v=spf1 mx ip4:32.0.0.0/9 ip4:32.128.0.0/9 -all",
                                SPF_RANGE_TOO_WIDE)
                        .besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx ip6:2000::/3 -all", SPF_RANGE_TOO_WIDE)
                        .besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx a/8 -all", SPF_RANGE_TOO_WIDE).besides(SPF_ALL_STRICT),
                Scenario.record("v=spf1 mx ?ip4:0.0.0.0/0 -all").besides(),
                Scenario.record("v=spf1 mx ip4:10.0.0.0/9 -all").besides(),
                Scenario.of(
                                "a name that is always there",
                                """
                                {"example.com": {"TXT": ["v=spf1 exists:here.example.com -all"]},
                                 "here.example.com": {"A": ["127.0.0.2"]}}\
                                """,
                                SPF_EXISTS_PASSES_EVERYONE)
                        .besides(SPF_ALL_STRICT),
                included(
                                "a name that is always there, in an include",
                                "\"A\": [\"127.0.0.2\"], \"TXT\": [\"v=spf1"
                                        + " exists:inc.example.net -all\"]",
                                SPF_EXISTS_PASSES_EVERYONE)
                        .besides(SPF_ALL_STRICT),
                included("open include", "\"TXT\": [\"v=spf1 +all\"]", SPF_INCLUDE_PASSES_EVERYONE)
                        .besides(SPF_ALL_STRICT),
                included("neutral include", "\"TXT\": [\"v=spf1 ?all\"]").besides(),
                Scenario.of(
                                "silent redirect",
                                """
                                {"example.com": {"TXT": ["v=spf1 redirect=_spf.example.net"]},
                                 "_spf.example.net": {"SERVFAIL": true}}
                                """,
                                SPF_LOOKUPS_NOT_KNOWN,
                                SPF_ALL_NOT_KNOWN)
                        .besides(
                                SPF_LOOKUPS_WITHIN_LIMIT,
                                SPF_VOID_LOOKUPS_WITHIN_LIMIT,
                                SPF_ALL_STRICT));
    }

    private static Stream<Scenario> forms() {
        return Stream.of(
                Scenario.record("v=spf1 mx ptr -all", SPF_PTR_USED).besides(SPF_FORM_SOUND),
                included("a foreign ptr", "\"TXT\": [\"v=spf1 ptr -all\"]").besides(),
                Scenario.record("v=spf1 mx -all a", SPF_TERMS_AFTER_ALL).besides(SPF_FORM_SOUND),
                Scenario.record("v=spf1 mx redirect=_spf.example.net -all", SPF_REDIRECT_BESIDE_ALL)
                        .besides(SPF_FORM_SOUND),
                Scenario.record(
                                "v=spf1 " + terms("ip4:192.0.2.%d", 40) + " -all",
                                SPF_ANSWER_TOO_LARGE)
                        .besides(SPF_FORM_SOUND),
                Scenario.record("v=spf1 mx -all exp=why.example.com", SPF_EXPLANATION_MISSING)
                        .besides(SPF_FORM_SOUND),
                Scenario.record("v=spf1 mx -all exp=%{i}.why.example.com").besides(),
                included("a foreign exp", "\"TXT\": [\"v=spf1 -all exp=no.example.net\"]")
                        .besides());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioGivesExactlyItsCodes(Scenario scenario) {
        assertThat(codes(scenario.dns())).isEqualTo(EnumSet.copyOf(scenario.codes()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aProposedRecordMendsWhatItIsProposedFor(Scenario scenario) {
        for (Finding finding : findings(scenario.dns())) {
            finding.record()
                    .ifPresent(record -> {
                        Dns mended = with(scenario.dns(), record);
                        assertThat(findings(mended))
                                .as("%s by %s", finding.code(), record.value())
                                .noneMatch(left ->
                                        left.code() == finding.code()
                                                && left.arguments().equals(finding.arguments()))
                                .noneMatch(left -> left.code() == SPF_SYNTAX_ERROR);
                    });
        }
    }

    private static Dns with(Dns dns, ProposedRecord record) {
        return new WithDns(
                dns,
                List.of(new WhatIf(DnsName.of(record.name()), RecordType.TXT, record.value())));
    }

    /** The one code that another check's observation decides about: see the tests below. */
    private static final Set<FindingCode> UNDER_DMARC = Set.of(SPF_ALL_SOFTFAIL_WITH_DMARC);

    @Test
    void everyCodeHasAScenario() {
        Set<FindingCode> named =
                scenarios().flatMap(s -> s.codes().stream()).collect(Collectors.toSet());
        named.addAll(UNDER_DMARC);
        assertThat(
                        Arrays.stream(values())
                                .filter(code -> code.check() == CheckId.SPF)
                                .filter(code -> !ofAMail(code)))
                .isSubsetOf(named);
    }

    /** Those are {@link MailSpfCheckTest}'s. */
    private static boolean ofAMail(FindingCode code) {
        return code.name().startsWith("SPF_MAIL_")
                || code == FindingCode.SPF_ENVELOPE_NOT_KNOWN
                || code == FindingCode.SPF_RECEIVER_NOT_TRUSTED;
    }

    private static Set<FindingCode> codes(Dns dns) {
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        findings(dns).forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    static List<Finding> findings(Dns dns) {
        return new SpfCheck().judge(SpfSeen.at(dns, "example.com")).findings();
    }

    @Test
    void aSoftfailThatDmarcEnforcesIsAsGoodAsAFail() {
        assertThat(softfail(Optional.of(true))).isEqualTo(SPF_ALL_SOFTFAIL_WITH_DMARC);
        assertThat(softfail(Optional.of(false))).isEqualTo(SPF_ALL_SOFTFAIL);
        assertThat(softfail(Optional.empty())).isEqualTo(SPF_ALL_NOT_KNOWN);
    }

    @Test
    void aSoftfailIsJudgedWithTheDmarcPolicyThatIsPublished() {
        Dns dns =
                ZoneDns.of(
                        Map.of(
                                "example.com",
                                Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 ~all")),
                                "_dmarc.example.com",
                                Map.of("TXT", List.of("v=DMARC1; p=reject"))));
        assertThat(codes(dns)).contains(SPF_ALL_SOFTFAIL_WITH_DMARC);
    }

    private static FindingCode softfail(Optional<Boolean> dmarcEnforced) {
        Dns dns = Scenario.record("v=spf1 mx ~all").dns();
        SpfPolicy tree = SpfTree.look(dns, "example.com");
        return SpfAllFindings.of(tree, dmarcEnforced).getFirst().code();
    }

    @Test
    void theEvidenceShowsTheTreeItsCostAndTheSenders() {
        Dns dns = Scenario.record("v=spf1 mx include:_spf.example.net -all").dns();
        assertThat(new SpfCheck().judge(SpfSeen.at(dns, "example.com")).evidence())
                .containsKeys("records", "tree", "senders")
                .containsEntry("lookups", 2)
                .containsEntry("lookupsCheapest", 1)
                .containsEntry("voidLookups", 0)
                .containsEntry("complete", true);
    }

    @Test
    void noRecordIsProposedWhereTheNameIsAnAlias() {
        Dns dns =
                ZoneDns.parse(
                                """
                                {"example.com": {"CNAME": ["host.example.net."]},
                                 "host.example.net": {"TXT": [" v=spf1 mx -all"]}}
                                """)
                        .orElseThrow();
        assertThat(findings(dns))
                .extracting(Finding::code)
                .containsExactly(SPF_RECORD_LEADING_BLANK);
        assertThat(findings(dns)).allMatch(finding -> finding.record().isEmpty());
    }

    @Test
    void aThousandBadTermsAreFewFindings() {
        Dns dns =
                Scenario.record("v=spf1 " + terms("exists:%%{i}.x%d.example", 900) + " -all").dns();
        assertThat(findings(dns)).hasSizeLessThan(20);
    }
}

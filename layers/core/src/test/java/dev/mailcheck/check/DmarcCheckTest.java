package dev.mailcheck.check;

import static dev.mailcheck.check.PolicyLab.codes;
import static dev.mailcheck.check.PolicyLab.judge;
import static dev.mailcheck.check.PolicyLab.proposals;
import static dev.mailcheck.check.PolicyLab.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.stream.Stream;

class DmarcCheckTest {
    private static final String MX = "example.com MX 10 mx.example.com\n";
    private static final String RUA = "; rua=mailto:d@example.com";
    private static final String SOUND = "DMARC_ORGANIZATION_FOUND";

    @TestFactory
    Stream<DynamicTest> theRecord() {
        return PolicyScenario.tests(
                scenario(
                        "a strict record with reports is right as it is",
                        dmarc("v=DMARC1; p=reject" + RUA),
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        SOUND),
                scenario("no record at all", MX, "DMARC_RECORD_MISSING"),
                scenario(
                        "an unrelated text, as a wildcard gives it, is no record",
                        dmarc("v=spf1 -all"),
                        "DMARC_RECORD_MISSING"),
                scenario(
                        "two records count as none",
                        dmarc("v=DMARC1; p=none") + dmarc("v=DMARC1; p=reject" + RUA),
                        "DMARC_SEVERAL_RECORDS"),
                scenario(
                        "an unrelated text beside the record does no harm",
                        dmarc("v=DMARC1; p=reject" + RUA) + dmarc("google-site-verification=x"),
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        SOUND),
                scenario("small letters in v", dmarc("v=dmarc1; p=none"), "DMARC_VERSION_WRONG"),
                scenario("another version", dmarc("v=DMARC2; p=none"), "DMARC_VERSION_WRONG"),
                scenario("v not in front", dmarc("p=reject; v=DMARC1"), "DMARC_VERSION_WRONG"),
                scenario(
                        "no semicolon behind v", dmarc("v=DMARC1 p=reject"), "DMARC_VERSION_WRONG"),
                scenario(
                        "quotes of a zone file in the record",
                        dmarc("\"v=DMARC1; p=reject\""),
                        "DMARC_VERSION_WRONG"),
                scenario(
                        "backslashes of a zone file in the record",
                        dmarc("v=DMARC1\\; p=reject"),
                        "DMARC_VERSION_WRONG"),
                scenario(
                        "the record stands at the domain's own name",
                        "example.com TXT v=DMARC1; p=reject",
                        "DMARC_RECORD_AT_DOMAIN"),
                scenario(
                        "a copy at the domain's own name does no harm",
                        dmarc("v=DMARC1; p=reject" + RUA) + "example.com TXT v=DMARC1; p=none",
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        SOUND),
                scenario(
                        "an unknown policy and nobody to report to",
                        dmarc("v=DMARC1; p=quarentine"),
                        "DMARC_POLICY_UNUSABLE"),
                scenario(
                        "no policy and nobody to report to",
                        dmarc("v=DMARC1;"),
                        "DMARC_POLICY_UNUSABLE"),
                scenario(
                        "no policy, but somebody to report to",
                        dmarc("v=DMARC1" + RUA),
                        "DMARC_POLICY_TAG_MISSING",
                        "DMARC_RUA_VALID",
                        SOUND),
                scenario(
                        "an unknown policy, but somebody to report to",
                        dmarc("v=DMARC1; p=block" + RUA),
                        "DMARC_POLICY_INVALID",
                        "DMARC_RUA_VALID",
                        SOUND),
                scenario(
                        "an unknown sp undoes p as well",
                        dmarc("v=DMARC1; p=reject; sp=no" + RUA),
                        "DMARC_POLICY_INVALID",
                        "DMARC_RUA_VALID",
                        SOUND),
                scenario(
                        "the record is behind an alias: nothing to publish is proposed",
                        "_dmarc.example.com CNAME x.provider.example\n"
                                + "x.provider.example TXT v=DMARC1; p=none"
                                + RUA
                                + "\n"
                                + MX,
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_NONE",
                        "DMARC_RUA_VALID",
                        SOUND));
    }

    @TestFactory
    Stream<DynamicTest> itsForm() {
        String sound = "v=DMARC1; p=reject" + RUA;
        return PolicyScenario.tests(
                form("p behind other tags", "v=DMARC1; sp=reject; p=reject" + RUA, "TAG_ORDER"),
                form("an unknown tag", sound + "; x=1", "TAG_UNKNOWN"),
                form("tag names in capitals are unknown", sound + "; ADKIM=s", "TAG_UNKNOWN"),
                form("pct below 100", sound + "; pct=20", "TAG_REMOVED"),
                form("rf and ri", sound + "; rf=afrf; ri=86400", "TAG_REMOVED"),
                form("a value that is none", sound + "; adkim=relaxed", "TAG_IGNORED"),
                form("fo with 0 and 1", sound + "; fo=0:1", "TAG_IGNORED"),
                form("two semicolons", "v=DMARC1;; p=reject" + RUA, "TAG_IGNORED"),
                form("a tag without value sign", sound + "; adkim", "TAG_IGNORED"),
                form("a tag twice", sound + "; p=none", "TAG_REPEATED"),
                form("a size limit", sound + "!10m", "REPORT_SIZE_LIMIT"),
                scenario(
                        "pct=100 is a remark",
                        dmarc(sound + "; pct=100"),
                        "DMARC_RECORD_VALID",
                        "DMARC_PCT_100",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        SOUND));
    }

    @TestFactory
    Stream<DynamicTest> thePolicy() {
        return PolicyScenario.tests(
                policy("none", "p=none", "POLICY_NONE"),
                policy("none for the subdomains too", "p=none; sp=none", "POLICY_NONE"),
                policy("quarantine is enforced", "p=quarantine", "POLICY_ENFORCED"),
                policy("capitals in the value", "p=Reject", "POLICY_ENFORCED"),
                policy("weaker for subdomains", "p=reject; sp=none", "SUBDOMAINS_WEAKER"),
                policy("weaker for missing names", "p=reject; np=none", "MISSING_NAMES_WEAKER"),
                policy("stricter for subdomains", "p=quarantine; sp=reject", "POLICY_ENFORCED"),
                policy(
                        "np is told of beside sp where it is written",
                        "p=reject; sp=quarantine; np=none",
                        "SUBDOMAINS_WEAKER",
                        "MISSING_NAMES_WEAKER"),
                policy("t=y lowers reject", "p=reject; t=y", "TESTING"),
                policy("t=y lowers quarantine to none", "p=quarantine; t=y", "TESTING"),
                policy("t=y does nothing to none", "p=none; t=y", "POLICY_NONE"));
    }

    @TestFactory
    Stream<DynamicTest> theWalk() {
        String reject = "v=DMARC1; p=reject" + RUA;
        return PolicyScenario.tests(
                scenario(
                                "a subdomain has the policy of its organization",
                                dmarc(reject) + "mail.example.com A 192.0.2.1",
                                "DMARC_RECORD_INHERITED",
                                "DMARC_POLICY_ENFORCED",
                                "DMARC_RUA_VALID example.com",
                                SOUND)
                        .at("mail.example.com"),
                scenario(
                                "sp=none leaves a subdomain open",
                                dmarc("v=DMARC1; p=reject; sp=none" + RUA)
                                        + "mail.example.com A 192.0.2.1",
                                "DMARC_RECORD_INHERITED",
                                "DMARC_POLICY_NONE",
                                "DMARC_RUA_VALID example.com",
                                SOUND)
                        .at("mail.example.com"),
                scenario(
                                "below a subdomain with its own record the organization's sp holds",
                                dmarc("v=DMARC1; p=reject; sp=none" + RUA)
                                        + "_dmarc.mail.example.com TXT "
                                        + reject,
                                "DMARC_RECORD_VALID",
                                "DMARC_SUBDOMAINS_WEAKER",
                                "DMARC_RUA_VALID",
                                SOUND)
                        .at("mail.example.com"),
                scenario(
                                "two records above leave a subdomain without",
                                dmarc("v=DMARC1; p=none")
                                        + dmarc("v=DMARC1; p=reject")
                                        + "mail.example.com A 192.0.2.1",
                                "DMARC_SEVERAL_RECORDS example.com")
                        .at("mail.example.com"),
                scenario(
                                "the organization's record has no usable policy",
                                dmarc("v=DMARC1; p=x") + "mail.example.com A 192.0.2.1",
                                "DMARC_POLICY_UNUSABLE example.com")
                        .at("mail.example.com"),
                scenario(
                        "only a registry's record applies",
                        "_dmarc.com TXT v=DMARC1; p=reject; psd=y; rua=mailto:x@registry.example\n"
                                + MX,
                        "DMARC_RECORD_INHERITED",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_ONLY_PUBLIC_SUFFIX_POLICY"),
                scenario(
                        "a registry's record asks for nothing of existing domains",
                        "_dmarc.com TXT v=DMARC1; p=none; np=reject; psd=y\n" + MX,
                        "DMARC_RECORD_INHERITED",
                        "DMARC_POLICY_NONE",
                        "DMARC_ONLY_PUBLIC_SUFFIX_POLICY"),
                scenario(
                        "the domain says it is a registry",
                        dmarc("v=DMARC1; p=reject; psd=y" + RUA),
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        "DMARC_PSD_TAG"),
                scenario(
                        "the domain says it is the organization",
                        dmarc("v=DMARC1; p=reject; psd=n" + RUA),
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        "DMARC_PSD_TAG"));
    }

    @TestFactory
    Stream<DynamicTest> theReports() {
        String out = "v=DMARC1; p=reject; rua=mailto:x@reports.example";
        String reports = "reports.example MX 10 mx.reports.example\n";
        String name = "example.com._report._dmarc.reports.example";
        return PolicyScenario.tests(
                reports("none are asked for", "v=DMARC1; p=reject", "", "RUA_MISSING"),
                reports(
                        "a destination elsewhere that has not agreed",
                        out,
                        reports,
                        "REPORT_NOT_AUTHORISED"),
                reports("one that has agreed", out, reports + name + " TXT v=DMARC1", "RUA_VALID"),
                reports(
                        "the semicolon behind v does no harm",
                        out,
                        reports + name + " TXT v=DMARC1;",
                        "RUA_VALID"),
                reports(
                        "the version in small letters is no consent",
                        out,
                        reports + name + " TXT v=dmarc1",
                        "REPORT_NOT_AUTHORISED"),
                reports(
                        "a destination in the same organization needs no consent",
                        "v=DMARC1; p=reject; rua=mailto:x@mail.example.com",
                        "mail.example.com MX 10 mx.example.com",
                        "RUA_VALID"),
                reports(
                        "a destination without MX takes mail at its address",
                        "v=DMARC1; p=reject; rua=mailto:x@mail.example.com",
                        "mail.example.com AAAA 2001:db8::1",
                        "RUA_VALID"),
                reports(
                        "a destination that takes no mail",
                        "v=DMARC1; p=reject; rua=mailto:x@mail.example.com",
                        "mail.example.com MX 0 .",
                        "REPORT_DOMAIN_WITHOUT_MAIL"),
                reports(
                        "a destination that does not exist",
                        "v=DMARC1; p=reject; rua=mailto:x@gone.example.com",
                        "",
                        "REPORT_DOMAIN_WITHOUT_MAIL"),
                reports(
                        "failure reports need consent too",
                        "v=DMARC1; p=reject" + RUA + "; ruf=mailto:x@reports.example",
                        reports,
                        "REPORT_NOT_AUTHORISED"),
                reports(
                        "an address without mailto:",
                        "v=DMARC1; p=reject; rua=d@example.com",
                        "",
                        "REPORT_URI_MALFORMED"),
                reports(
                        "nothing that could be an address",
                        "v=DMARC1; p=reject; rua=nobody",
                        "",
                        "REPORT_URI_MALFORMED"),
                reports(
                        "a scheme reporters need not know",
                        "v=DMARC1; p=reject; rua=https://example.com/r",
                        "",
                        "REPORT_SCHEME_UNUSUAL"),
                reports(
                        "more than two destinations",
                        "v=DMARC1; p=reject" + RUA + ",mailto:e@example.com,mailto:f@example.com",
                        "",
                        "RUA_MANY"),
                reports(
                        "no answer about the consent",
                        out,
                        reports + name + " TIMEOUT TXT",
                        "REPORT_NOT_KNOWN"),
                reports(
                        "no answer about the destination's mail",
                        "v=DMARC1; p=reject" + RUA.replace("@", "@mail."),
                        "mail.example.com SERVFAIL MX",
                        "REPORT_NOT_KNOWN"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotKnownIsNeverMissing() {
        return PolicyScenario.tests(
                scenario(
                        "no answer at the domain's own name",
                        "_dmarc.example.com TIMEOUT TXT",
                        "DMARC_NOT_KNOWN"),
                scenario(
                        "no answer further up, where a record may stand",
                        "_dmarc.com SERVFAIL TXT",
                        "DMARC_NOT_KNOWN"),
                scenario(
                        "no answer further up does not touch a record of its own",
                        dmarc("v=DMARC1; p=reject" + RUA) + "_dmarc.com SERVFAIL TXT",
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        "DMARC_ORGANIZATION_NOT_KNOWN"),
                scenario(
                        "the walk ends before the name without answer",
                        dmarc("v=DMARC1; p=reject; psd=n" + RUA) + "_dmarc.com SERVFAIL TXT",
                        "DMARC_RECORD_VALID",
                        "DMARC_POLICY_ENFORCED",
                        "DMARC_RUA_VALID",
                        "DMARC_PSD_TAG"),
                scenario(
                                "whether the subdomain exists decides between sp and np",
                                dmarc("v=DMARC1; p=reject; sp=none; np=reject")
                                        + "mail.example.com TIMEOUT TXT",
                                "DMARC_NOT_KNOWN")
                        .at("mail.example.com"),
                scenario(
                                "where sp and np are the same it does not matter",
                                dmarc("v=DMARC1; p=reject" + RUA) + "mail.example.com TIMEOUT TXT",
                                "DMARC_RECORD_INHERITED",
                                "DMARC_POLICY_ENFORCED",
                                "DMARC_RUA_VALID example.com",
                                SOUND)
                        .at("mail.example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com MX 0 . | v=DMARC1; p=none",
                "example.com TXT v=spf1 -all | v=DMARC1; p=reject",
                "_dmarc.example.com TXT v=DMARC1; p=none; rua=mailto:a@example.com |"
                        + " v=DMARC1; p=quarantine; rua=mailto:a@example.com",
                "_dmarc.example.com TXT p=reject; rua=a@example.com; v=dmarc1 |"
                        + " v=DMARC1; p=reject; rua=mailto:a@example.com",
                "_dmarc.example.com TXT \"v=DMARC1\\; p=reject\" | v=DMARC1; p=reject",
                "_dmarc.example.com TXT v=DMARC1; p=reject; pct=0 | v=DMARC1; p=reject; t=y",
                "_dmarc.example.com TXT v=DMARC1; sp=none; p=quarantine; pct=100; x |"
                        + " v=DMARC1; p=quarantine; sp=none",
                "_dmarc.example.com TXT v=DMARC1; p=reject; sp=drop; rua=mailto:a@example.com |"
                        + " v=DMARC1; p=reject; sp=none; rua=mailto:a@example.com",
                "example.com TXT v=DMARC1; p=reject | v=DMARC1; p=reject"
            })
    void whatIsProposedFollowsFromWhatWasSeen(String line, String record) {
        CheckResult result = judge(new DmarcCheck(), zone(line), PolicyLab.DOMAIN);
        assertThat(proposals(result).getFirst()).endsWith(": " + record);
    }

    @Test
    void ofTwoRecordsTheStricterIsProposedWithBothAddresses() {
        CheckResult result =
                judge(
                        new DmarcCheck(),
                        zone(
                                dmarc("v=DMARC1; p=none; rua=mailto:a@example.com")
                                        + dmarc("v=DMARC1; p=reject; rua=mailto:b@example.com")),
                        PolicyLab.DOMAIN);
        assertThat(proposals(result))
                .containsExactly(
                        "DMARC_SEVERAL_RECORDS: v=DMARC1; p=reject;"
                                + " rua=mailto:a@example.com,mailto:b@example.com");
    }

    @Test
    void behindAnAliasNoRecordIsProposed() {
        CheckResult result =
                judge(
                        new DmarcCheck(),
                        zone(
                                "_dmarc.example.com CNAME x.provider.example\n"
                                        + "x.provider.example TXT v=DMARC1; p=none"),
                        PolicyLab.DOMAIN);
        assertThat(proposals(result)).isEmpty();
    }

    @Test
    void theEvidenceShowsTheWalkAndThreePolicies() {
        CheckResult result =
                judge(
                        new DmarcCheck(),
                        zone(dmarc("v=DMARC1; p=reject; sp=quarantine; np=none; t=y; psd=n")),
                        PolicyLab.DOMAIN);
        assertThat(result.evidence())
                .containsAllEntriesOf(
                        Map.of(
                                "fromDomain", "example.com",
                                "organizationalDomain", "example.com",
                                "policyDomain", "example.com",
                                "policy", "reject",
                                "applied", "quarantine",
                                "appliedToSubdomains", "none",
                                "appliedToMissingNames", "none"));
        assertThat(result.evidence().get("walk"))
                .asInstanceOf(list(DmarcEvidence.Step.class))
                .extracting(DmarcEvidence.Step::name, DmarcEvidence.Step::needed)
                .containsExactly(tuple("_dmarc.example.com", true), tuple("_dmarc.com", false));
    }

    @Test
    void anErrorOfTheDnsIsNoFault() {
        CheckResult result =
                judge(new DmarcCheck(), zone("_dmarc.example.com SERVFAIL TXT"), PolicyLab.DOMAIN);
        assertThat(result.status()).isEqualTo(Status.UNDETERMINED);
        assertThat(codes(result, PolicyLab.DOMAIN)).containsExactly("DMARC_NOT_KNOWN");
    }

    private static String dmarc(String record) {
        return "_dmarc.example.com TXT " + record + "\n";
    }

    private static PolicyScenario scenario(String fact, String zone, String... codes) {
        return PolicyScenario.of(new DmarcCheck(), fact, MX + zone, codes);
    }

    /** A record that is sound but for its form. */
    private static PolicyScenario form(String fact, String record, String code) {
        return scenario(
                fact,
                dmarc(record),
                "DMARC_" + code,
                "DMARC_POLICY_ENFORCED",
                "DMARC_RUA_VALID",
                SOUND);
    }

    /** A record that is sound but for its policies. */
    private static PolicyScenario policy(String fact, String policies, String... codes) {
        return scenario(
                fact,
                dmarc("v=DMARC1; " + policies + RUA),
                Stream.concat(
                                Stream.of("DMARC_RECORD_VALID", "DMARC_RUA_VALID", SOUND),
                                Stream.of(codes).map(code -> "DMARC_" + code))
                        .toArray(String[]::new));
    }

    /** A record that is sound but for its reports. */
    private static PolicyScenario reports(String fact, String record, String zone, String code) {
        return scenario(
                fact,
                dmarc(record) + zone,
                "DMARC_RECORD_VALID",
                "DMARC_POLICY_ENFORCED",
                "DMARC_" + code,
                SOUND);
    }
}

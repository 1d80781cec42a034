package dev.mailcheck.check;

import static dev.mailcheck.check.PolicyLab.judge;
import static dev.mailcheck.check.PolicyLab.proposals;
import static dev.mailcheck.check.PolicyLab.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.Keys;
import dev.mailcheck.dkim.KnownSelectors;
import dev.mailcheck.dns.DnsName;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;
import java.util.stream.Stream;

class DkimCheckTest {
    private static final String RSA = "v=DKIM1; k=rsa; p=" + Keys.rsa(2048);
    private static final String ED25519 = "v=DKIM1; k=ed25519; p=" + Keys.ED25519;
    private static final DnsName BELOW = DnsName.of("_domainkey.example.com");

    @TestFactory
    Stream<DynamicTest> aSelectorOfTheList() {
        return PolicyScenario.tests(
                scenario("none has a key", "", "DKIM_NOT_SEEN"),
                scenario(
                        "a sound key",
                        key("google", RSA),
                        "DKIM_KEY_VALID google._domainkey",
                        "DKIM_KEY_STRONG google._domainkey"),
                scenario(
                        "a sound key behind an alias",
                        "selector1._domainkey.example.com CNAME k.provider.example\n"
                                + "k.provider.example TXT "
                                + RSA,
                        "DKIM_KEY_VALID selector1._domainkey",
                        "DKIM_KEY_STRONG selector1._domainkey"),
                scenario(
                        "a key of the smallest allowed size",
                        key("s1", "p=" + Keys.rsa(1024)),
                        "DKIM_KEY_VALID s1._domainkey",
                        "DKIM_RSA_BELOW_2048 s1._domainkey"),
                scenario(
                        "a key that verifiers must refuse",
                        key("s1", "p=" + Keys.rsa(512)),
                        "DKIM_KEY_VALID s1._domainkey",
                        "DKIM_RSA_BELOW_1024 s1._domainkey"),
                scenario(
                        "a key larger than verifiers must support",
                        key("s1", "p=" + Keys.rsa(8192)),
                        "DKIM_KEY_VALID s1._domainkey",
                        "DKIM_RSA_ABOVE_4096 s1._domainkey"),
                scenario(
                        "a key beyond measure",
                        key("s1", "p=" + Keys.rsa(20_000)),
                        "DKIM_KEY_VALID s1._domainkey",
                        "DKIM_RSA_ABOVE_4096 s1._domainkey"),
                scenario(
                        "Ed25519 beside RSA",
                        key("s1", RSA) + key("ed25519", ED25519),
                        "DKIM_KEY_VALID s1._domainkey",
                        "DKIM_KEY_STRONG s1._domainkey",
                        "DKIM_KEY_VALID ed25519._domainkey",
                        "DKIM_KEY_STRONG ed25519._domainkey"),
                scenario(
                        "Ed25519 alone",
                        key("ed25519", ED25519),
                        "DKIM_KEY_VALID ed25519._domainkey",
                        "DKIM_ED25519_ALONE ed25519._domainkey"),
                scenario(
                        "test mode",
                        key("mail", "v=DKIM1; t=y:s; p=" + Keys.rsa(2048)),
                        "DKIM_TEST_MODE mail._domainkey",
                        "DKIM_KEY_STRONG mail._domainkey"),
                scenario(
                        "the version behind the key",
                        key("mail", "p=" + Keys.rsa(2048) + "; v=DKIM1"),
                        "DKIM_VERSION_NOT_FIRST mail._domainkey",
                        "DKIM_KEY_STRONG mail._domainkey"),
                scenario(
                        "SHA-1 alone",
                        key("mail", "v=DKIM1; h=sha1; p=" + Keys.rsa(2048)),
                        "DKIM_KEY_VALID mail._domainkey",
                        "DKIM_SHA1_ONLY mail._domainkey"),
                scenario(
                        "a broken key",
                        key("mail", "v=DKIM1; k=rsa; p=MIIB*"),
                        "DKIM_KEY_UNUSABLE mail._domainkey"),
                scenario(
                        "two keys at one name",
                        key("mail", RSA) + key("mail", ED25519),
                        "DKIM_SEVERAL_RECORDS mail._domainkey",
                        "DKIM_KEY_STRONG mail._domainkey"),
                scenario(
                        "a revoked key is no fault, and no key",
                        key("mail", "v=DKIM1; p="),
                        "DKIM_REVOKED_KEY_SEEN mail._domainkey",
                        "DKIM_NOT_SEEN"),
                scenario(
                        "a text that is no key is nothing",
                        key("mail", "v=spf1 -all"),
                        "DKIM_NOT_SEEN"),
                scenario(
                        "no key is needed where no mail is sent",
                        "example.com TXT v=spf1 -all",
                        "DKIM_SENDS_NO_MAIL"),
                scenario(
                        "one guess without answer hides nothing that was found",
                        key("google", RSA) + "s1._domainkey.example.com TIMEOUT TXT",
                        "DKIM_KEY_VALID google._domainkey",
                        "DKIM_KEY_STRONG google._domainkey"),
                scenario(
                        "one guess without answer among many that found nothing",
                        "s1._domainkey.example.com TIMEOUT TXT",
                        "DKIM_NOT_SEEN"),
                scenario(
                        "no guess was answered",
                        KnownSelectors.all().stream()
                                .map(s -> s + "._domainkey.example.com SERVFAIL TXT\n")
                                .collect(Collectors.joining()),
                        "DKIM_NOT_KNOWN"));
    }

    @TestFactory
    Stream<DynamicTest> aSelectorThatWasNamed() {
        return PolicyScenario.tests(
                named(
                        "a sound key",
                        key("x1", RSA),
                        "KEY_VALID x1._domainkey",
                        "KEY_STRONG x1._domainkey"),
                named("no record", "", "KEY_MISSING x1._domainkey"),
                named("a revoked key", key("x1", "v=DKIM1; p="), "KEY_REVOKED x1._domainkey"),
                named("a text that is no key", key("x1", "hello"), "KEY_UNUSABLE x1._domainkey"),
                named(
                        "the zone's name twice",
                        "x1._domainkey.example.com.example.com TXT " + RSA,
                        "KEY_AT_WRONG_NAME x1._domainkey"),
                named(
                        "the underscore forgotten",
                        "x1.domainkey.example.com TXT " + RSA,
                        "KEY_AT_WRONG_NAME x1._domainkey"),
                named(
                        "the middle forgotten",
                        "x1.example.com TXT " + RSA,
                        "KEY_AT_WRONG_NAME x1._domainkey"),
                named("no answer", "x1._domainkey.example.com TIMEOUT TXT", "NOT_KNOWN"),
                named(
                        "no answer, but a guess hit",
                        "x1._domainkey.example.com TIMEOUT TXT\n" + key("google", RSA),
                        "SELECTOR_NOT_KNOWN x1._domainkey",
                        "KEY_VALID google._domainkey",
                        "KEY_STRONG google._domainkey"));
    }

    @TestFactory
    Stream<DynamicTest> aWildcard() {
        return PolicyScenario.tests(
                scenario("with a revoked key, under guesses", "", "DKIM_WILDCARD", "DKIM_NOT_SEEN")
                        .in(wildcard("", "v=DKIM1; p=")),
                scenario(
                                "with a revoked key, where no mail is sent",
                                "",
                                "DKIM_WILDCARD",
                                "DKIM_SENDS_NO_MAIL")
                        .in(wildcard("example.com TXT v=spf1 -all", "v=DKIM1; p=")),
                scenario(
                                "with a revoked key, under a selector that was named",
                                "",
                                "DKIM_REVOKED_KEY_SEEN x1._domainkey",
                                "DKIM_WILDCARD",
                                "DKIM_NOT_SEEN")
                        .in(wildcard("", "v=DKIM1; p="))
                        .withSelectors("x1"),
                scenario("with another text", "", "DKIM_WILDCARD", "DKIM_NOT_SEEN")
                        .in(wildcard("", "v=spf1 -all")),
                scenario(
                                "with another text, under a selector that was named",
                                "",
                                "DKIM_KEY_MISSING x1._domainkey",
                                "DKIM_WILDCARD")
                        .in(wildcard("", "v=spf1 -all"))
                        .withSelectors("x1"),
                scenario(
                                "beside a key of its own",
                                "",
                                "DKIM_WILDCARD",
                                "DKIM_KEY_VALID google._domainkey",
                                "DKIM_KEY_STRONG google._domainkey")
                        .in(wildcard(key("google", RSA), "v=DKIM1; p=")),
                scenario(
                                "with a sound key, under a selector that was named",
                                "",
                                "DKIM_WILDCARD",
                                "DKIM_KEY_VALID x1._domainkey",
                                "DKIM_KEY_STRONG x1._domainkey")
                        .in(wildcard("", RSA))
                        .withSelectors("x1"));
    }

    @Test
    void whatOnlyAMailCanShowIsExcused() {
        CheckResult result = judge(new DkimCheck(), zone(""), PolicyLab.DOMAIN);
        assertThat(result.excuse()).contains("NEEDS_MAIL");
        assertThat(result.status()).isEqualTo(Status.UNDETERMINED);
    }

    @Test
    void whatTheDnsKeepsFromUsIsNotExcused() {
        CheckResult result =
                judge(
                        new DkimCheck(),
                        zone("x1._domainkey.example.com TIMEOUT TXT"),
                        PolicyLab.DOMAIN,
                        "x1");
        assertThat(result.excuse()).isEmpty();
        assertThat(result.findings().getFirst().arguments()).containsEntry("reason", "TIMEOUT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DKIM1; t=y; p=%s     | v=DKIM1; p=%s",
                "v=DKIM1; t=s:y; p=%s   | v=DKIM1; t=s; p=%s",
                "v=DKIM1; h=sha1; p=%s  | v=DKIM1; p=%s"
            })
    void theSameRecordWithoutTheFaultIsProposed(String seen, String proposed) {
        String key = Keys.rsa(2048);
        CheckResult result =
                judge(new DkimCheck(), zone(key("s1", seen.formatted(key))), PolicyLab.DOMAIN);
        assertThat(proposals(result)).singleElement().asString().endsWith(proposed.formatted(key));
    }

    private static String key(String selector, String record) {
        return selector + "._domainkey.example.com TXT " + record + "\n";
    }

    private static WildcardDns wildcard(String zone, String text) {
        return new WildcardDns(zone("example.com MX 10 mx.example.com\n" + zone), BELOW, text);
    }

    private static PolicyScenario scenario(String fact, String zone, String... codes) {
        return PolicyScenario.of(
                new DkimCheck(), fact, "example.com MX 10 mx.example.com\n" + zone, codes);
    }

    private static PolicyScenario named(String fact, String zone, String... codes) {
        return scenario(
                        fact,
                        zone,
                        Stream.of(codes).map(code -> "DKIM_" + code).toArray(String[]::new))
                .withSelectors("x1");
    }
}

package dev.mailcheck.check;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

class BimiCheckTest {
    private static final String LOGO =
            "default._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg; a=\n";
    private static final String REJECT = "_dmarc.example.com TXT v=DMARC1; p=reject\n";

    @TestFactory
    Stream<DynamicTest> theRecord() {
        return PolicyScenario.tests(
                scenario("none", REJECT, "ABSENT"),
                scenario(
                        "a text that is none",
                        REJECT + "default._bimi.example.com TXT v=spf1 -all",
                        "ABSENT"),
                scenario("a logo", REJECT + LOGO, "RECORD_VALID", "DMARC_ENFORCED"),
                scenario(
                        "a logo with a mark certificate and a preference",
                        REJECT
                                + "default._bimi.example.com TXT v=BIMI1;"
                                + "l=https://example.com/logo.svg;"
                                + "a=https://example.com/vmc.pem;avp=personal",
                        "RECORD_VALID",
                        "DMARC_ENFORCED"),
                scenario(
                        "declined",
                        REJECT + "default._bimi.example.com TXT v=BIMI1; l=; a=;",
                        "DECLINED"),
                scenario("two", REJECT + LOGO + LOGO.replace("logo", "other"), "SEVERAL_RECORDS"),
                malformed("small letters in v", "v=bimi1; l=https://example.com/logo.svg"),
                malformed("no location", "v=BIMI1;"),
                malformed("a certificate without a logo", "v=BIMI1; l=; a=https://example.com/x"),
                malformed("a logo without https", "v=BIMI1; l=http://example.com/logo.svg"),
                malformed("a logo that is no SVG", "v=BIMI1; l=https://example.com/logo.PNG?x"),
                malformed("a certificate without https", "v=BIMI1; l=https://example.com/l; a=x"),
                malformed("an unknown preference", "v=BIMI1; l=https://example.com/l; avp=x"),
                malformed("a broken list", "v=BIMI1; l=https://example.com/logo.svg; a"));
    }

    @TestFactory
    Stream<DynamicTest> theOrganizationsRecordStandsIn() {
        return PolicyScenario.tests(
                scenario(
                                "for a subdomain without one",
                                REJECT + LOGO + "mail.example.com A 192.0.2.1",
                                "RECORD_VALID example.com",
                                "DMARC_ENFORCED")
                        .at("mail.example.com"),
                scenario(
                                "not for one that declined",
                                REJECT
                                        + LOGO
                                        + "default._bimi.mail.example.com TXT v=BIMI1; l=; a=;",
                                "DECLINED")
                        .at("mail.example.com"),
                scenario(
                                "it did not answer",
                                REJECT + "default._bimi.example.com TIMEOUT TXT",
                                "NOT_KNOWN")
                        .at("mail.example.com"),
                scenario(
                                "which name that is, is not known",
                                LOGO + "_dmarc.example.com TIMEOUT TXT",
                                "NOT_KNOWN")
                        .at("mail.example.com"),
                scenario(
                                "which name that is does not matter where none has a record",
                                "_dmarc.example.com TIMEOUT TXT",
                                "ABSENT")
                        .at("mail.example.com"));
    }

    @TestFactory
    Stream<DynamicTest> dmarcMustBeEnforced() {
        return PolicyScenario.tests(
                dmarc("missing", "", "NOT_ENFORCED"),
                dmarc("p=none", "p=none", "NOT_ENFORCED"),
                dmarc("sp=none", "p=reject; sp=none", "NOT_ENFORCED"),
                dmarc("quarantine under t=y is none", "p=quarantine; t=y", "NOT_ENFORCED"),
                dmarc("quarantine", "p=quarantine", "ENFORCED"),
                dmarc("a weaker np does not matter", "p=reject; np=none", "ENFORCED"),
                scenario(
                        "no answer",
                        LOGO + "_dmarc.example.com SERVFAIL TXT",
                        "RECORD_VALID",
                        "DMARC_NOT_KNOWN"),
                scenario(
                                "at the organizational domain as well",
                                "default._bimi.mail.example.com TXT v=BIMI1;"
                                        + " l=https://a.example/l\n"
                                        + "_dmarc.mail.example.com TXT v=DMARC1; p=reject\n"
                                        + "_dmarc.example.com TXT v=DMARC1; p=none; sp=reject",
                                "RECORD_VALID",
                                "DMARC_NOT_ENFORCED")
                        .at("mail.example.com"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotKnownIsNeverAbsent() {
        return PolicyScenario.tests(
                scenario("no answer", "default._bimi.example.com SERVFAIL TXT", "NOT_KNOWN"));
    }

    private static PolicyScenario malformed(String fact, String record) {
        return scenario(
                fact, REJECT + "default._bimi.example.com TXT " + record, "RECORD_MALFORMED");
    }

    private static PolicyScenario dmarc(String fact, String policies, String code) {
        String record =
                policies.isEmpty() ? "" : "_dmarc.example.com TXT v=DMARC1; " + policies + "\n";
        return scenario(fact, LOGO + record, "RECORD_VALID", "DMARC_" + code);
    }

    private static PolicyScenario scenario(String fact, String zone, String... codes) {
        return PolicyScenario.of(
                new BimiCheck(),
                fact,
                "example.com MX 10 mx.example.com\n" + zone,
                Stream.of(codes).map(code -> "BIMI_" + code).toArray(String[]::new));
    }
}

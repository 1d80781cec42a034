package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.StrictDelivery.Delivers;
import dev.mailcheck.check.StrictDelivery.DeliversDespite;
import dev.mailcheck.check.StrictDelivery.NoRule;
import dev.mailcheck.check.StrictDelivery.NotKnown;
import dev.mailcheck.check.StrictDelivery.Refuses;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.EgressProbe;
import dev.mailcheck.probe.MtaStsProbe;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.SmtpProbe;
import dev.mailcheck.probe.Target;
import dev.mailcheck.world.Port25;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.https.HttpsAct;
import dev.mailcheck.world.https.HttpsHandshake;
import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.tls.CertificateSpec;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Policy hosts and mail hosts with one fault each, and exactly the codes of mta-sts. */
class MtaStsScenarioTest {
    private static final String DOMAIN = "sound.example";
    private static final String POLICY_HOST = "mta-sts.sound.example";
    private static final String PLACE = "192.0.2.16";
    private static final String FIRST = "192.0.2.10";
    private static final String SECOND = "192.0.2.20";
    private static final String RECORD = "v=STSv1; id=1";
    private static final MxHost MX = SmtpLab.host(10, "mx1.sound.example", FIRST);
    private static final MxHost BACKUP = SmtpLab.host(20, "mx2.sound.example", SECOND);

    /** With a zone file in place of the network. */
    private static final CheckOptions OFFLINE =
            new CheckOptions(
                    List.of(),
                    true,
                    25,
                    "checker.example",
                    Optional.empty(),
                    RelayProbing.OFF,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false,
                    true);

    private static final String SOUND = "RECORD_VALID POLICY_VALID MX_PASSES";

    private static String policy(String mode, long maxAge, String... mx) {
        StringBuilder text = new StringBuilder("version: STSv1\nmode: " + mode + "\n");
        List.of(mx).forEach(host -> text.append("mx: ").append(host).append('\n'));
        return text.append("max_age: ").append(maxAge).append('\n').toString();
    }

    private static String enforced(String... mx) {
        return policy("enforce", 2_419_200, mx);
    }

    private static HttpsHost serving(String policy) {
        return HttpsHost.policy(POLICY_HOST, policy);
    }

    private static HttpsHost answering(HttpsAct act) {
        return HttpsHost.sound(POLICY_HOST).at(HttpsHost.MTA_STS, act);
    }

    private static SmtpHost mailHost() {
        return SmtpHost.sound("mx1.sound.example", DOMAIN);
    }

    static Stream<Arguments> policyHosts() {
        HttpsHost sound = serving(enforced("mx1.sound.example"));
        String many = "mx: a.example\n".repeat(4_000);
        return Stream.of(
                Arguments.of("sound", sound, SOUND),
                Arguments.of("a wildcard", serving(enforced("*.sound.example")), SOUND),
                Arguments.of(
                        "lines end in LF",
                        answering(HttpsAct.text(enforced("mx1.sound.example"))),
                        SOUND),
                Arguments.of(
                        "thousands of mx lines",
                        answering(
                                HttpsAct.text(
                                        enforced("mx1.sound.example")
                                                .replace("max", many + "max"))),
                        SOUND),
                Arguments.of(
                        "10,000 mx lines",
                        answering(
                                HttpsAct.text(
                                        enforced()
                                                .replace(
                                                        "max",
                                                        "mx: a.example\n".repeat(10_000) + "max"))),
                        "RECORD_VALID POLICY_TOO_LARGE"),
                Arguments.of(
                        "testing",
                        serving(policy("testing", 86_400, "mx1.sound.example")),
                        SOUND + " POLICY_TESTING"),
                Arguments.of(
                        "none",
                        serving(policy("none", 1)),
                        "RECORD_VALID POLICY_VALID POLICY_MODE_NONE"),
                Arguments.of(
                        "kept too shortly, enforced",
                        serving(policy("enforce", 1_209_599, "mx1.sound.example")),
                        SOUND + " MAX_AGE_SHORT"),
                Arguments.of(
                        "kept too shortly, testing",
                        serving(policy("testing", 86_399, "mx1.sound.example")),
                        SOUND + " POLICY_TESTING MAX_AGE_SHORT"),
                Arguments.of(
                        "kept too long",
                        serving(policy("enforce", 31_557_601, "mx1.sound.example")),
                        SOUND + " MAX_AGE_LONG"),
                Arguments.of(
                        "a key twice, another unknown",
                        serving(enforced("mx1.sound.example") + "mode: none\nmax-age: 1\n"),
                        SOUND + " POLICY_KEY_REPEATED POLICY_KEY_UNKNOWN"),
                Arguments.of(
                        "another content type",
                        answering(
                                new HttpsAct.Page(200, "text/html", enforced("mx1.sound.example"))),
                        SOUND + " POLICY_CONTENT_TYPE"),
                Arguments.of(
                        "a content type with a parameter",
                        answering(
                                new HttpsAct.Page(
                                        200,
                                        "Text/Plain; charset=utf-8",
                                        enforced("mx1.sound.example"))),
                        SOUND),
                Arguments.of(
                        "a page of HTML for everything",
                        answering(new HttpsAct.Page(200, "text/html", "<html>Hello</html>")),
                        "RECORD_VALID POLICY_MALFORMED"),
                Arguments.of(
                        "no mx",
                        serving(policy("enforce", 2_419_200)),
                        "RECORD_VALID POLICY_MALFORMED"),
                Arguments.of("404", HttpsHost.sound(POLICY_HOST), "RECORD_VALID POLICY_NOT_SERVED"),
                Arguments.of("204", status(204), "RECORD_VALID POLICY_NOT_SERVED"),
                Arguments.of("403", status(403), "RECORD_VALID POLICY_NOT_KNOWN:HTTP_FORBIDDEN"),
                Arguments.of("429", status(429), "RECORD_VALID POLICY_NOT_KNOWN:HTTP_TRY_LATER"),
                Arguments.of("503", status(503), "RECORD_VALID POLICY_NOT_KNOWN:HTTP_SERVER_ERROR"),
                Arguments.of(
                        "a redirect",
                        answering(new HttpsAct.Redirect("https://elsewhere.example/")),
                        "RECORD_VALID POLICY_REDIRECTED"),
                Arguments.of(
                        "a redirect to itself",
                        answering(
                                new HttpsAct.Redirect(
                                        "https://" + POLICY_HOST + HttpsHost.MTA_STS)),
                        "RECORD_VALID POLICY_REDIRECTED"),
                Arguments.of(
                        "garbage",
                        answering(new HttpsAct.Raw("garbage\r\n")),
                        "RECORD_VALID POLICY_UNREADABLE"),
                Arguments.of(
                        "gzip without being asked",
                        answering(
                                new HttpsAct.Raw(
                                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f")),
                        "RECORD_VALID POLICY_UNREADABLE"),
                Arguments.of(
                        "a byte too many",
                        answering(HttpsAct.text("x".repeat(65_537))),
                        "RECORD_VALID POLICY_TOO_LARGE"),
                Arguments.of(
                        "hangs up early",
                        answering(new HttpsAct.Raw("HTTP/1.1 200 OK\r\n")),
                        "RECORD_VALID POLICY_NOT_KNOWN:HUNG_UP"),
                Arguments.of(
                        "HTTP/2 only",
                        answering(new HttpsAct.Raw("\0\0\6\4\0\0\0\0\0\0\3\0\0\0\144")),
                        "RECORD_VALID POLICY_NOT_KNOWN:HTTP2_ONLY"),
                Arguments.of(
                        "endless fields",
                        answering(new HttpsAct.EndlessHeader()),
                        "RECORD_VALID POLICY_NOT_KNOWN:HTTP_HEADER_TOO_LONG"),
                Arguments.of(
                        "an alert",
                        sound.handshake(HttpsHandshake.ALERT),
                        "RECORD_VALID POLICY_TLS_FAILED"),
                Arguments.of(
                        "HTTP without TLS",
                        sound.handshake(HttpsHandshake.PLAIN_HTTP),
                        "RECORD_VALID POLICY_TLS_FAILED"),
                Arguments.of(
                        "hangs up in the handshake",
                        sound.handshake(HttpsHandshake.HANGS_UP),
                        "RECORD_VALID POLICY_NOT_KNOWN:HANDSHAKE_BROKE_OFF"),
                Arguments.of("expired", sound.certificate(CertificateSpec::expired), BAD),
                Arguments.of("not yet valid", sound.certificate(CertificateSpec::notYetValid), BAD),
                Arguments.of("self-signed", sound.certificate(CertificateSpec::selfSigned), BAD),
                Arguments.of("a strange CA", sound.certificate(CertificateSpec::untrusted), BAD),
                Arguments.of(
                        "no intermediate",
                        sound.certificate(CertificateSpec::missingIntermediate),
                        BAD),
                Arguments.of(
                        "another name", sound.certificate(c -> c.named("www.sound.example")), BAD));
    }

    private static final String BAD = "RECORD_VALID POLICY_CERTIFICATE_BAD";

    private static HttpsHost status(int status) {
        return answering(new HttpsAct.Page(status, "text/plain", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policyHosts")
    void aPolicyHost(String what, HttpsHost host, String codes) {
        assertThat(codes(plan -> plan.https(PLACE, host).smtp(FIRST, mailHost()), zone(RECORD), MX))
                .isEqualTo(sorted(codes));
    }

    static Stream<Arguments> mailHosts() {
        String passes = "MX_PASSES";
        return Stream.of(
                Arguments.of(mailHost(), passes, passes),
                Arguments.of(mailHost().noStartTls(), "MX_FAILS:NO_STARTTLS", "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().outdatedTls("TLSv1.1"), "MX_FAILS:TLS_TOO_OLD", "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().certificate(CertificateSpec::expired),
                        "MX_FAILS:EXPIRED",
                        "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().certificate(CertificateSpec::notYetValid),
                        "MX_FAILS:NOT_YET_VALID",
                        "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().certificate(CertificateSpec::selfSigned),
                        "MX_FAILS:SELF_SIGNED",
                        "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().certificate(CertificateSpec::untrusted),
                        "MX_FAILS:UNKNOWN_ISSUER",
                        "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().certificate(CertificateSpec::missingIntermediate),
                        "MX_FAILS:MISSING_INTERMEDIATE",
                        "MX_WOULD_FAIL"),
                Arguments.of(
                        mailHost().certificate(c -> c.named("sound.example")),
                        "MX_FAILS:NAME_MISMATCH",
                        "MX_WOULD_FAIL"),
                Arguments.of(mailHost().certificate(c -> c.sha1()), passes, passes),
                Arguments.of(mailHost().busy(), "MX_NOT_KNOWN:BUSY", "MX_ADDRESS_NOT_KNOWN"),
                Arguments.of(mailHost().greylists(), passes, passes));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mailHosts")
    void aMailHost(SmtpHost host, String enforced, String testing) {
        assertThat(
                        codes(
                                plan ->
                                        plan.https(PLACE, serving(enforced("mx1.sound.example")))
                                                .smtp(FIRST, host),
                                zone(RECORD),
                                MX))
                .isEqualTo(sorted("RECORD_VALID POLICY_VALID " + enforced));
        assertThat(
                        codes(
                                plan ->
                                        plan.https(
                                                        PLACE,
                                                        serving(
                                                                policy(
                                                                        "testing",
                                                                        604_800,
                                                                        "mx1.sound.example")))
                                                .smtp(FIRST, host),
                                zone(RECORD),
                                MX))
                .isEqualTo(sorted("RECORD_VALID POLICY_VALID POLICY_TESTING " + testing));
    }

    static Stream<Arguments> patterns() {
        String in = SOUND;
        String out = "RECORD_VALID POLICY_VALID MX_NOT_IN_POLICY";
        return Stream.of(
                Arguments.of("MX1.Sound.Example", in),
                Arguments.of("*.sound.example", in),
                Arguments.of("*.example", out),
                Arguments.of("sound.example", out),
                Arguments.of("*.mx1.sound.example", out),
                Arguments.of("mx1.sound.example.org", out));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void aPatternMatchesOneLeftmostLabelAtMost(String pattern, String codes) {
        assertThat(
                        codes(
                                plan ->
                                        plan.https(PLACE, serving(enforced(pattern)))
                                                .smtp(FIRST, mailHost()),
                                zone(RECORD),
                                MX))
                .isEqualTo(sorted(codes));
    }

    @Test
    void aBackupThatIsNotInThePolicyFailsBesideASoundHost() {
        UnaryOperator<WorldPlan> plan =
                p ->
                        p.https(PLACE, serving(enforced("mx1.sound.example")))
                                .smtp(FIRST, mailHost())
                                .smtp(SECOND, SmtpHost.sound("mx2.sound.example", DOMAIN));

        assertThat(codes(plan, zone(RECORD), MX, BACKUP))
                .isEqualTo(sorted(SOUND + " MX_NOT_IN_POLICY"));
    }

    @Test
    void inTestingAHostThatIsNotInThePolicyIsAWarning() {
        UnaryOperator<WorldPlan> plan =
                p ->
                        p.https(PLACE, serving(policy("testing", 604_800, "mx9.sound.example")))
                                .smtp(FIRST, mailHost());

        assertThat(codes(plan, zone(RECORD), MX))
                .isEqualTo(
                        sorted(
                                "RECORD_VALID POLICY_VALID POLICY_TESTING"
                                        + " MX_NOT_IN_TESTED_POLICY"));
    }

    @Test
    void aSilentAddressBesideASoundOneDoesNotCount() {
        UnaryOperator<WorldPlan> plan =
                p ->
                        p.https(PLACE, serving(enforced("*.sound.example")))
                                .smtp(FIRST, mailHost())
                                .smtp(SECOND, SmtpHost.sound("mx2.sound.example", DOMAIN).busy());

        assertThat(codes(plan, zone(RECORD), MX, BACKUP))
                .isEqualTo(sorted(SOUND + " MX_ADDRESS_NOT_KNOWN"));
    }

    @Test
    void whereOurPort25IsClosedTheHostsAreNotKnown() {
        UnaryOperator<WorldPlan> plan =
                p ->
                        p.https(PLACE, serving(enforced("*.sound.example")))
                                .smtp(FIRST, mailHost())
                                .port25(new Port25.Closed());

        assertThat(codes(plan, zone(RECORD), MX))
                .isEqualTo(sorted("RECORD_VALID POLICY_VALID MX_NOT_KNOWN:PORT_25_CLOSED_HERE"));
    }

    @Test
    void withoutSmtpTheNamesAreHeldAgainstThePolicyAllTheSame() {
        try (SmtpLab lab =
                lab(p -> p.https(PLACE, serving(enforced("mx1.sound.example"))))
                        .with(SmtpLab.withoutSmtp())) {
            assertThat(codes(judge(lab, zone(RECORD), MX, BACKUP)))
                    .isEqualTo(
                            sorted(
                                    "RECORD_VALID POLICY_VALID MX_NOT_IN_POLICY"
                                            + " MX_NOT_TESTED:SWITCHED_OFF"));
        }
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                Arguments.of("no record, no host", Map.of(), "ABSENT"),
                Arguments.of("no record", Map.of(POLICY_HOST, a(PLACE)), "POLICY_WITHOUT_RECORD"),
                Arguments.of("another text", txt("v=spf1 -all"), "ABSENT"),
                Arguments.of("no id", txt("v=STSv1;"), "RECORD_MALFORMED"),
                Arguments.of("small letters", txt("v=stsv1; id=1"), "RECORD_MALFORMED"),
                Arguments.of("two", txt("v=STSv1; id=1", "v=STSv1; id=2"), "SEVERAL_RECORDS"),
                Arguments.of("no host", txt(RECORD), "RECORD_VALID POLICY_HOST_MISSING"),
                Arguments.of(
                        "a private address",
                        with(txt(RECORD), POLICY_HOST, a("10.0.0.1")),
                        "RECORD_VALID POLICY_NOT_KNOWN:INSIDE_VIEW_POSSIBLE"),
                Arguments.of(
                        "the record is not known",
                        Map.of("_mta-sts." + DOMAIN, Map.of("TIMEOUT", List.of("TXT"))),
                        "NOT_KNOWN:TIMEOUT"),
                Arguments.of(
                        "the address is not known",
                        with(txt(RECORD), POLICY_HOST, Map.of("SERVFAIL", List.of("A", "AAAA"))),
                        "RECORD_VALID POLICY_NOT_KNOWN:SERVFAIL"),
                Arguments.of(
                        "a host that refuses",
                        with(txt(RECORD), POLICY_HOST, a("192.0.2.17")),
                        "RECORD_VALID POLICY_NOT_KNOWN:REFUSED"),
                Arguments.of(
                        "a host that is not there",
                        with(txt(RECORD), POLICY_HOST, a("192.0.2.18")),
                        "RECORD_VALID POLICY_NOT_KNOWN:UNREACHABLE"),
                Arguments.of(
                        "a second address that answers",
                        with(txt(RECORD), POLICY_HOST, a("192.0.2.17", PLACE)),
                        SOUND));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zones")
    void aZone(String what, Map<String, Map<String, ?>> zone, String codes) {
        assertThat(
                        codes(
                                plan ->
                                        plan.https(PLACE, serving(enforced("mx1.sound.example")))
                                                .refuses("192.0.2.17")
                                                .smtp(FIRST, mailHost()),
                                zone,
                                MX))
                .isEqualTo(sorted(codes));
    }

    @Test
    void anIpv6HostIsNotJudgedFromANetworkWithoutIpv6() {
        Map<String, Map<String, ?>> zone =
                with(txt(RECORD), POLICY_HOST, Map.of("AAAA", List.of("2001:db8:1::16")));
        HttpsHost sound = serving(enforced("mx1.sound.example"));
        UnaryOperator<WorldPlan> plan =
                p -> p.https("2001:db8:1::16", sound).smtp(FIRST, mailHost());

        assertThat(codes(plan, zone, MX)).isEqualTo(sorted(SOUND));
        try (SmtpLab lab = new SmtpLab(plan, false)) {
            assertThat(codes(judge(lab, zone, MX)))
                    .isEqualTo("POLICY_NOT_KNOWN:NO_IPV6_HERE RECORD_VALID");
        }
    }

    @Test
    void aProposedRecordTakesItsFindingAway() {
        for (Map<String, Map<String, ?>> zone :
                List.of(
                        Map.<String, Map<String, ?>>of(),
                        Map.<String, Map<String, ?>>of(POLICY_HOST, a(PLACE)),
                        txt("v=stsv1; id=1"),
                        txt("v=STSv1; id=1", "v=STSv1; id=2"))) {
            try (SmtpLab lab = lab(p -> p.https(PLACE, serving(enforced("mx1.sound.example"))))) {
                Finding before = judge(lab, zone, MX).findings().getFirst();
                String proposed = before.record().orElseThrow().value();

                CheckResult after =
                        judge(lab, with(zone, "_mta-sts." + DOMAIN, text(proposed)), MX);

                assertThat(after.findings())
                        .extracting(Finding::code)
                        .contains(FindingCode.MTA_STS_RECORD_VALID)
                        .doesNotContain(before.code());
            }
        }
    }

    @Test
    void theProposedPolicyNamesTheMailHostsAndCostsNoMail() {
        try (SmtpLab lab = lab(p -> p)) {
            Finding absent = judge(lab, Map.of(), MX, BACKUP).findings().getFirst();

            assertThat(absent.file())
                    .contains(
                            """
                            version: STSv1
                            mode: testing
                            mx: mx1.sound.example
                            mx: mx2.sound.example
                            max_age: 604800
                            """);
        }
    }

    @Test
    void inAZoneFileTheRecordIsJudgedAndThePolicyExcused() {
        try (SmtpLab lab = lab(p -> p).with(OFFLINE)) {
            CheckResult result = judge(lab, zone(RECORD), MX);

            assertThat(codes(result)).isEqualTo("POLICY_NOT_KNOWN:NO_NETWORK RECORD_VALID");
            assertThat(result.excuse()).contains("NO_NETWORK");
        }
    }

    static Stream<Arguments> deliveries() {
        SmtpHost expired = mailHost().certificate(CertificateSpec::expired);
        String here = "mx1.sound.example";
        return Stream.of(
                Arguments.of(enforced(here), mailHost(), new Delivers("STS_POLICY_MET")),
                Arguments.of(enforced(here), expired, new Refuses("EXPIRED")),
                Arguments.of(
                        enforced("*.other.example"), mailHost(), new Refuses("MX_NOT_IN_POLICY")),
                Arguments.of(enforced(here), mailHost().busy(), new NotKnown("BUSY")),
                Arguments.of(
                        policy("testing", 604_800, here),
                        mailHost(),
                        new Delivers("STS_POLICY_MET")),
                Arguments.of(
                        policy("testing", 604_800, here), expired, new DeliversDespite("EXPIRED")),
                Arguments.of(policy("none", 1), expired, new NoRule("STS_NOT_IN_FORCE")),
                Arguments.of("nothing", expired, new NoRule("STS_NOT_IN_FORCE")));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("deliveries")
    void aStrictSender(String policy, SmtpHost host, StrictDelivery delivery) {
        try (SmtpLab lab = lab(p -> p.https(PLACE, serving(policy)).smtp(FIRST, host))) {
            assertThat(StrictSenders.of(see(lab, zone(RECORD), MX)))
                    .containsExactly(
                            new StrictSenders(
                                    "mx1.sound.example", FIRST, delivery, new NotKnown("NOT_RUN")));
        }
    }

    @Test
    void whereThePolicyCannotBeFetchedNoSenderIsSaidToDeliver() {
        try (SmtpLab lab = lab(p -> p.https(PLACE, status(503)).smtp(FIRST, mailHost()))) {
            assertThat(StrictSenders.of(see(lab, zone(RECORD), MX)))
                    .extracting(StrictSenders::mtaSts)
                    .containsExactly(new NotKnown("HTTP_SERVER_ERROR"));
        }
    }

    @Test
    void aPolicyHostWithPrivateAddressesOnlyIsAFaultWhereTheZonesOwnServersSaySo() {
        WorldScenario seen =
                WorldScenario.of(
                        DOMAIN,
                        plan ->
                                plan.zone(
                                        DOMAIN,
                                        """
                                        @        MX  10 mx1
                                        @        TXT "v=spf1 mx -all"
                                        mx1      A   192.0.2.10
                                        _mta-sts TXT "v=STSv1; id=1"
                                        mta-sts  A   10.0.0.1
                                        """));

        assertThat(seen.codes(CheckId.MTA_STS))
                .containsExactly("MTA_STS_RECORD_VALID", "MTA_STS_POLICY_HOST_NOT_PUBLIC");
        assertThat(seen.codes(CheckId.TLS_RPT)).containsExactly("TLS_RPT_MISSING");
    }

    private static Map<String, Map<String, ?>> zone(String record) {
        return with(txt(record), POLICY_HOST, a(PLACE));
    }

    private static Map<String, Map<String, ?>> txt(String... texts) {
        return Map.of("_mta-sts." + DOMAIN, text(texts));
    }

    private static Map<String, ?> text(String... texts) {
        return Map.of("TXT", List.of(texts));
    }

    private static Map<String, ?> a(String... addresses) {
        return Map.of("A", List.of(addresses));
    }

    private static Map<String, Map<String, ?>> with(
            Map<String, Map<String, ?>> zone, String name, Map<String, ?> records) {
        Map<String, Map<String, ?>> more = new HashMap<>(zone);
        more.put(name, records);
        return more;
    }

    private static SmtpLab lab(UnaryOperator<WorldPlan> plan) {
        return new SmtpLab(plan);
    }

    private static String codes(
            UnaryOperator<WorldPlan> plan, Map<String, Map<String, ?>> zone, MxHost... hosts) {
        try (SmtpLab lab = lab(plan)) {
            return codes(judge(lab, zone, hosts));
        }
    }

    /** Those of the table, without prefix, sorted; with the reason of what decides by it. */
    private static String codes(CheckResult result) {
        return sorted(String.join(" ", result.findings().stream().map(f -> code(f)).toList()));
    }

    private static String code(Finding finding) {
        String code = finding.code().name().replaceFirst("MTA_STS_", "");
        boolean decides =
                code.equals("MX_FAILS")
                        || code.equals("MX_NOT_TESTED")
                        || (finding.status() == Status.UNDETERMINED
                                && finding.level() == Level.REQUIRED);
        return decides ? code + ":" + finding.arguments().get("reason") : code;
    }

    private static String sorted(String codes) {
        return String.join(" ", Stream.of(codes.split(" ")).sorted().toList());
    }

    private static CheckResult judge(
            SmtpLab lab, Map<String, Map<String, ?>> zone, MxHost... hosts) {
        return Checks.judge(new MtaStsCheck(), see(lab, zone, hosts));
    }

    private static Judgement see(SmtpLab lab, Map<String, Map<String, ?>> zone, MxHost... hosts) {
        Target target = lab.target(DOMAIN);
        Map<String, Map<String, ?>> all =
                with(zone, WorldPlan.CONTROL_HOST, Map.of("A", List.of(WorldPlan.CONTROL_ADDRESS)));
        var doors = lab.doors(ZoneDns.of(all), Deadline.in(Duration.ofSeconds(60)));
        Observations before = new Observations(List.of(SmtpLab.mx(false, hosts)));
        List<Observation> seen = new ArrayList<>(before.all());
        seen.add(new EgressProbe().observe(target, before, doors));
        seen.add(new SmtpProbe().observe(target, before, doors));
        seen.add(new MtaStsProbe().observe(target, before, doors));
        Jsonb jsonb = Jsonb.instance();
        Observations read =
                jsonb.type(Observations.class).fromJson(jsonb.toJson(new Observations(seen)));
        return new Judgement(target, read, SmtpLab.NOW);
    }
}

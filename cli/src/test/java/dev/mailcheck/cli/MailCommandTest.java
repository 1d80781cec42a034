package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One received mail from the command line to the report; the mail is the one that users can try.
 */
class MailCommandTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("mailcheck.root", "..")).resolve("docs/examples");
    private static final String MAIL = EXAMPLES.resolve("newsletter.eml").toString();
    private static final String ZONE = EXAMPLES.resolve("newsletter.zone.json").toString();

    @TempDir Path folder;

    @Test
    void theReportSaysWhoSentTheMailAndWhyItFails() {
        CommandRun run = CommandRun.of("mail", MAIL, "--zone", ZONE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out())
                .startsWith(
                        "Mail system needs work (MAIL_SYSTEM_NEEDS_WORK)\nMail from shop.example")
                .contains("From             news@shop.example")
                .contains("Sent by          192.0.2.57 (out7.mailer.example)\n")
                .contains("Envelope sender  bounce-7f3a@mailer.example")
                .contains("DMARC_MAIL_NOT_ALIGNED (FAIL, required)")
                .contains("Authentication-Results: mailcheck; ")
                .contains("mailcheck shop.example");
    }

    @Test
    void itIsSaidInJapaneseToo() {
        CommandRun run = CommandRun.of("mail", MAIL, "--zone", ZONE, "--lang", "ja");

        assertThat(run.out())
                .contains("shop.example からのメール")
                .contains("エンベロープ送信者")
                .contains("DMARC は不合格です");
    }

    @Test
    void theJsonHasTheFieldsOfTheContract() {
        Map<String, Object> report = json(CommandRun.of("mail", MAIL, "--zone", ZONE, "--json"));

        assertThat(report)
                .containsEntry("kind", "mail")
                .containsEntry("domain", "shop.example")
                .containsEntry("grade", "MAIL_SYSTEM_NEEDS_WORK");
        assertThat((String) report.get("authenticationResults"))
                .startsWith("mailcheck; ")
                .contains("spf=pass smtp.mailfrom=bounce-7f3a@mailer.example")
                .contains("dkim=pass header.d=mailer.example header.s=k1 header.a=rsa-sha256")
                .contains("dmarc=fail (p=quarantine) header.from=shop.example")
                .contains("arc=none");
        assertThat(evidence(report, "spf"))
                .containsEntry("result", "pass")
                .containsEntry("mailFrom", "bounce-7f3a@mailer.example")
                .containsEntry("helo", "out7.mailer.example")
                .containsEntry("clientIp", "192.0.2.57")
                .containsKeys("lookups", "voidLookups", "tree");
        assertThat(evidence(report, "dkim")).containsEntry("result", "pass");
        assertThat(evidence(report, "dmarc"))
                .containsEntry("result", "fail")
                .containsEntry("policyDomain", "shop.example")
                .containsEntry("applied", "quarantine")
                .containsEntry("spfAligned", false)
                .containsEntry("dkimAligned", false);
        assertThat(evidence(report, "arc"))
                .containsEntry("result", "none")
                .containsEntry("instances", 0L);
    }

    @Test
    void theDomainOfTheAuthorCanBeJoined() {
        Map<String, Object> report =
                json(CommandRun.of("mail", MAIL, "--zone", ZONE, "--full", "--json"));

        assertThat(report).containsEntry("kind", "full");
        assertThat(checks(report)).contains("spf", "dkim", "dmarc", "arc", "mx", "tls-rpt");
        assertThat(checks(report)).doesNotHaveDuplicates();
        assertThat(evidence(report, "spf")).containsKeys("result", "published");
    }

    @Test
    void itComesFromAPipeToo() throws IOException {
        byte[] mail = Files.readAllBytes(Path.of(MAIL));

        CommandRun run = CommandRun.reading(mail, "mail", "-", "--zone", ZONE);

        assertThat(run.out()).contains("DMARC_MAIL_NOT_ALIGNED");
    }

    @Test
    void lineEndsOfAnEditorAndAnMboxLineDoNoHarm() throws IOException {
        String saved =
                "From bounce@mailer.example Sat Nov 21 12:00:05 2026\n"
                        + Files.readString(Path.of(MAIL), ISO_8859_1).replace("\r\n", "\n");
        CommandRun run =
                CommandRun.reading(
                        saved.getBytes(ISO_8859_1), "mail", "-", "--zone", ZONE, "--json");

        assertThat(evidence(json(run), "dkim")).containsEntry("result", "pass");
    }

    @Test
    void ofAnMboxWithMoreMailsTheFirstIsReadAndThatIsSaid() throws IOException {
        String mail =
                "From a@mailer.example Sat Nov 21 12:00:05 2026\n"
                        + Files.readString(Path.of(MAIL), ISO_8859_1).replace("\r\n", "\n");

        CommandRun run =
                CommandRun.reading(
                        (mail + "\n" + mail).getBytes(ISO_8859_1), "mail", "-", "--zone", ZONE);

        assertThat(run.err()).contains("holds more than one mail; only the first is analysed");
        assertThat(run.out()).contains("Mail from shop.example");
    }

    @Test
    void whatIsNoMailIsSaidInOneLine() {
        byte[] outlook = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertRefused(outlook, ".msg");
        assertRefused("\ufffe hello".getBytes(java.nio.charset.StandardCharsets.UTF_16), "UTF-16");
        assertRefused("just some words\n".getBytes(UTF_8), "is no mail");
    }

    private static void assertRefused(byte[] input, String why) {
        CommandRun run = CommandRun.reading(input, "mail", "-", "--zone", ZONE);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains(why).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void withoutATrustedReceiverTheUserIsToldWhichOptionToGive() throws IOException {
        String other =
                Files.readString(Path.of(MAIL), ISO_8859_1)
                        .replace("inbound-smtp.eu-west-1.amazonaws.com", "mx.my.example");
        Path file = Files.writeString(folder.resolve("mail.eml"), other, ISO_8859_1);

        CommandRun unknown = CommandRun.of("mail", file.toString(), "--zone", ZONE);
        assertThat(unknown.code()).isEqualTo(4);
        assertThat(unknown.out())
                .startsWith("Not fully judged. So far: ")
                .contains("--trusted-receiver mx.my.example");

        CommandRun known =
                CommandRun.of(
                        "mail",
                        file.toString(),
                        "--zone",
                        ZONE,
                        "--trusted-receiver",
                        "my.example");
        assertThat(known.code()).isEqualTo(2);
    }

    @Test
    void optionsStandAboveTheMail() {
        CommandRun run =
                CommandRun.of(
                        "mail",
                        MAIL,
                        "--zone",
                        ZONE,
                        "--json",
                        "--client-ip",
                        "2001:DB8::1",
                        "--helo",
                        "x.example",
                        "--mail-from",
                        "<>",
                        "--tls",
                        "TLSv1.3/TLS_AES_128_GCM_SHA256");
        Map<String, Object> report = json(run);

        assertThat(evidence(report, "spf"))
                .containsEntry("clientIp", "2001:db8::1")
                .containsEntry("helo", "x.example")
                .containsEntry("mailFrom", "")
                .containsEntry("result", "none");
        assertThat(map(of("mail", report)))
                .containsEntry("encrypted", true)
                .containsEntry("tls", "TLSv1.3 TLS_AES_128_GCM_SHA256");
    }

    @Test
    void aRecordingHoldsNoMailAndIsJudgedAlike() throws IOException {
        Path file = folder.resolve("seen.json");
        CommandRun live =
                CommandRun.of("mail", MAIL, "--zone", ZONE, "--record", file.toString(), "--json");

        CommandRun replay = CommandRun.of("mail", "--replay", file.toString(), "--json");

        assertThat(Files.readString(file)).doesNotContain("wool socks").doesNotContain("kettle");
        assertThat(withoutId(replay)).isEqualTo(withoutId(live));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "junit", "sarif", "csv"})
    void everyFormatHasTheFindings(String format) {
        CommandRun run = CommandRun.of("mail", MAIL, "--zone", ZONE, "--format", format);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("DMARC_MAIL_NOT_ALIGNED");
    }

    @Test
    void thePageHasTheHeadOfTheMail() {
        CommandRun run = CommandRun.of("mail", MAIL, "--zone", ZONE, "--format", "html");

        assertThat(run.out())
                .contains("Mail from shop.example")
                .contains("Envelope sender")
                .contains("bounce-7f3a@mailer.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "html", "json", "junit", "sarif", "csv"})
    void whatTheMailSaysReachesNoSinkAsACommand(String format) {
        String mail =
                """
                From: "\u001b[31m<script>" <a\u001b[2J'"&lt;@shop.example>
                DKIM-Signature: v=\u001b]0;x\u0007; d=<script>alert(1)</script>; s=\u202e=cmd

                """
                        .replace("\n", "\r\n");
        CommandRun run =
                CommandRun.reading(
                        mail.getBytes(UTF_8),
                        "mail",
                        "-",
                        "--zone",
                        ZONE,
                        "--verbose",
                        "--format",
                        format,
                        "--helo",
                        "<script>x\u202e",
                        "--mail-from",
                        "<=1+1@shop.example>",
                        "--client-ip",
                        "192.0.2.1");

        assertThat(run.out())
                .isNotEmpty()
                .doesNotContain("\u001b", "\u0007", "\u202e", "\"=cmd", "\n=1");
        assertThat(run.out().contains("<script>") && !format.matches("text|json|sarif|csv"))
                .isFalse();
    }

    private static String withoutId(CommandRun run) {
        return run.out().replaceFirst("\"id\": \"[0-9a-f]+\"", "");
    }

    private static Map<String, Object> json(CommandRun run) {
        return map(Jsonb.instance().type(Object.class).fromJson(run.out()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private static List<Object> checks(Map<String, Object> report) {
        return ((List<?>) of("checks", report))
                .stream().map(check -> map(check).get("id")).toList();
    }

    private static Map<String, Object> evidence(Map<String, Object> report, String check) {
        return ((List<?>) of("checks", report))
                .stream()
                        .map(MailCommandTest::map)
                        .filter(view -> of("id", view).equals(check))
                        .map(view -> map(of("evidence", view)))
                        .findFirst()
                        .orElseThrow();
    }

    /** What must be there. */
    private static Object of(String name, Map<String, Object> json) {
        return Objects.requireNonNull(json.get(name), name);
    }
}

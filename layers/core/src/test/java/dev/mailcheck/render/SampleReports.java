package dev.mailcheck.render;

import static dev.mailcheck.check.Level.OPTIONAL;
import static dev.mailcheck.check.Level.RECOMMENDED;
import static dev.mailcheck.check.Level.REQUIRED;
import static dev.mailcheck.check.Status.FAIL;
import static dev.mailcheck.check.Status.PASS;
import static dev.mailcheck.check.Status.UNDETERMINED;
import static dev.mailcheck.check.Status.WARN;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.grade.NotRun;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.report.Report.StrictSender;
import dev.mailcheck.report.Report.VantageView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports as an administrator gets them, written by hand in both languages. */
final class SampleReports {
    static final VantageView OFFICE = new VantageView("closed", false, "validating", "OUR-NAME");
    static final VantageView SERVER = new VantageView("open", true, "validating", "OUR-NAME");

    private final boolean english;

    SampleReports(Language language) {
        this.english = language == Language.EN;
    }

    /** Everything is as it should be, but for what is optional. */
    Report sound() {
        return report(
                Grade.SECURE,
                Grade.SECURE,
                96,
                71,
                SERVER,
                List.of(),
                check(CheckId.INBOUND_TLS, starttls()),
                check(CheckId.SPF, spf()),
                check(CheckId.DMARC, dmarc()),
                check(CheckId.MX, mx()),
                check(CheckId.TLS_RPT, tlsRptAbsent()));
    }

    /** A forgeable domain with a weak server, all of it seen. */
    Report weak() {
        return withStrictSenders(
                report(
                        Grade.MAIL_SYSTEM_NEEDS_WORK,
                        Grade.MAIL_SYSTEM_NEEDS_WORK,
                        41,
                        71,
                        SERVER,
                        List.of(),
                        check(
                                CheckId.INBOUND_TLS,
                                certificateExpired("mx1.example.com"),
                                certificateExpired("mx2.example.com"),
                                certificateExpired("mx3.example.com"),
                                certificateExpired("mx4.example.com"),
                                certificateExpired("mx5.example.com")),
                        check(CheckId.SPF, spfLookups(), spfAll()),
                        check(CheckId.DMARC, dmarcNone()),
                        check(CheckId.MX, mx(), mxSilent()),
                        check(CheckId.TLS_RPT, tlsRptAbsent())));
    }

    /** From a laptop on an office network: the DNS half is known, the other half is not. */
    Report halfSeen() {
        return report(
                Grade.UNDETERMINED,
                Grade.DNS_NEEDS_WORK,
                83,
                52,
                OFFICE,
                List.of(new NotTested(CheckId.DKIM, "NEEDS_MAIL")),
                check(CheckId.INBOUND_TLS, closed("INBOUND_TLS_NOT_KNOWN")),
                check(CheckId.SPF, spf()),
                check(CheckId.DKIM, noSelector()),
                check(CheckId.DMARC, dmarc()),
                check(CheckId.REVERSE_DNS, reverseTimeout()),
                check(CheckId.MX, closed("MX_CONNECT_NOT_KNOWN")),
                check(CheckId.TLS_RPT, tlsRptAbsent()),
                check(CheckId.DNS, lame()));
    }

    /** A name with a slip of the finger in it. */
    Report missing() {
        FindingView finding =
                finding(
                        "DNS_DOMAIN_DOES_NOT_EXIST",
                        UNDETERMINED,
                        REQUIRED,
                        "exmaple.com",
                        Map.of(),
                        english
                                ? "exmaple.com does not exist in the DNS."
                                : "exmaple.com は DNS に存在しません。",
                        english
                                ? "Check the spelling. A domain that was registered today may take"
                                        + " some hours to appear."
                                : "綴りを確認してください。登録した直後のドメインは、DNS に現れるまで数時間かかることがあります。",
                        null);
        return new Report(
                "mailcheck-report/1",
                "00112233445566778899aabbccddeeff",
                "domain",
                "exmaple.com",
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:00.200Z",
                "mailcheck 1.0.0",
                "1",
                null,
                Grade.UNDETERMINED,
                Grade.SECURE,
                false,
                0,
                0,
                List.of(),
                OFFICE,
                List.of(),
                List.of(),
                null,
                null,
                List.of(check(CheckId.SPF), check(CheckId.DNS, finding)));
    }

    private FindingView starttls() {
        return passed(
                "INBOUND_TLS_STARTTLS",
                "mx.example.com",
                "mx.example.com offers STARTTLS, with TLS 1.3.",
                "mx.example.com は STARTTLS を提供しています (TLS 1.3)。");
    }

    private FindingView spf() {
        return passed(
                "SPF_RECORD_VALID",
                "example.com",
                "example.com has one SPF record, and it is valid.",
                "example.com の SPF レコードは 1 つで、正しい内容です。");
    }

    private FindingView dmarc() {
        return passed(
                "DMARC_POLICY_ENFORCED",
                "example.com",
                "DMARC of example.com has forged mail rejected (p=reject).",
                "example.com の DMARC は、なりすましメールの拒否を求めています (p=reject)。");
    }

    private FindingView mx() {
        return passed(
                "MX_EXISTS",
                "example.com",
                "example.com has 2 mail hosts: mx1.example.com, mx2.example.com",
                "example.com のメールホストは 2 台です: mx1.example.com, mx2.example.com");
    }

    private FindingView tlsRptAbsent() {
        return finding(
                "TLS_RPT_ABSENT",
                WARN,
                OPTIONAL,
                "example.com",
                Map.of(),
                english
                        ? "example.com does not ask senders to report failed TLS connections."
                        : "example.com は TLS 接続の失敗レポートを受け取る設定になっていません。",
                english
                        ? "Publish a TXT record at _smtp._tls.example.com: v=TLSRPTv1;"
                                + " rua=mailto:ADDRESS (put in an address you read)."
                        : "_smtp._tls.example.com に TXT レコード v=TLSRPTv1; rua=mailto:ADDRESS"
                                + " を公開してください (ADDRESS は実際に読むアドレスに置き換えます)。",
                null);
    }

    private FindingView certificateExpired(String host) {
        return finding(
                "INBOUND_TLS_CERTIFICATE_EXPIRED",
                WARN,
                REQUIRED,
                host,
                Map.of("at", "2026-11-01"),
                english
                        ? "The certificate of " + host + " expired on 2026-11-01."
                        : host + " の証明書は 2026-11-01 に期限切れになりました。",
                english
                        ? "Renew the certificate of "
                                + host
                                + " and have the renewal done by itself."
                        : host + " の証明書を更新し、以後は自動で更新されるようにしてください。",
                null);
    }

    private FindingView spfLookups() {
        return finding(
                "SPF_TOO_MANY_LOOKUPS",
                FAIL,
                REQUIRED,
                "example.com",
                Map.of("lookups", "12", "limit", "10"),
                english
                        ? "The SPF record of example.com needs 12 DNS look-ups; 10 are allowed."
                        : "example.com の SPF レコードは DNS 参照が 12 回必要です。上限は 10 回です。",
                english
                        ? "Take out the include: of services that no longer send for you, and name"
                                + " fixed addresses with ip4: and ip6: instead of a: and mx:."
                        : "もう使っていないサービスの include: を取り除き、固定アドレスは a: や mx: ではなく ip4: や ip6:"
                                + " で書いてください。",
                new ProposedRecord(
                        "example.com.",
                        "TXT",
                        "v=spf1 ip4:192.0.2.10 ip4:192.0.2.11 ip6:2001:db8::10"
                                + " include:_spf.mailer.example include:_spf.crm.example -all"));
    }

    private FindingView spfAll() {
        return finding(
                "SPF_ALLOWS_ALL",
                FAIL,
                REQUIRED,
                "example.com",
                Map.of("term", "+all"),
                english
                        ? "The SPF record of example.com ends in +all: everyone may send in its"
                                + " name."
                        : "example.com の SPF レコードは +all で終わっており、誰でもこのドメインを名乗って送信できます。",
                english
                        ? "Replace +all by -all once all your own senders are named before it."
                        : "自社の送信元をすべて列挙したうえで、+all を -all に置き換えてください。",
                null);
    }

    private FindingView dmarcNone() {
        return finding(
                "DMARC_POLICY_NONE",
                WARN,
                REQUIRED,
                "example.com",
                Map.of(),
                english
                        ? "DMARC of example.com asks for reports only (p=none)."
                        : "example.com の DMARC はレポートを受け取るだけの設定です (p=none)。",
                english
                        ? "Read the reports for some weeks, mend what fails, then publish"
                                + " p=quarantine and later p=reject."
                        : "数週間レポートを確認し、失敗している送信元を直してから p=quarantine、その後 p=reject に進めてください。",
                new ProposedRecord(
                        "_dmarc.example.com.",
                        "TXT",
                        "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"));
    }

    private FindingView mxSilent() {
        return finding(
                "MX_ADDRESS_SILENT",
                UNDETERMINED,
                OPTIONAL,
                "192.0.2.12",
                Map.of("reason", "TIMEOUT"),
                english
                        ? "192.0.2.12 (mx2.example.com) could not be judged: no answer in time"
                        : "192.0.2.12 (mx2.example.com) は判定できませんでした: 時間内に応答がありませんでした",
                english
                        ? "See whether port 25 of 192.0.2.12 answers from outside."
                        : "192.0.2.12 のポート 25 が外部から応答するか確認してください。",
                null);
    }

    private FindingView closed(String code) {
        return finding(
                code,
                UNDETERMINED,
                REQUIRED,
                "example.com",
                Map.of("reason", "PORT_25_CLOSED_HERE"),
                english
                        ? "The mail hosts could not be tried: port 25 is closed on this network"
                        : "メールホストに接続できませんでした: このネットワークではポート 25 が閉じられています",
                english
                        ? "Run the check on a host that may use port 25."
                        : "ポート 25 を使えるホストでチェックしてください。",
                null);
    }

    private FindingView noSelector() {
        return finding(
                "DKIM_NO_SELECTOR_SEEN",
                UNDETERMINED,
                REQUIRED,
                "example.com",
                Map.of("reason", "NEEDS_MAIL"),
                english
                        ? "No DKIM key was found under the selectors that are often used."
                        : "よく使われるセレクターには DKIM の鍵が見つかりませんでした。",
                english
                        ? "Name your selector: --selector NAME. It is the s= tag in the"
                                + " DKIM-Signature field of a mail you sent."
                        : "セレクターを --selector NAME で指定してください。送信したメールの DKIM-Signature フィールドの s="
                                + " タグの値です。",
                null);
    }

    private FindingView reverseTimeout() {
        return finding(
                "REVERSE_DNS_NOT_KNOWN",
                UNDETERMINED,
                REQUIRED,
                "192.0.2.1",
                Map.of("reason", "TIMEOUT"),
                english
                        ? "The name of 192.0.2.1 could not be looked up: no answer in time"
                        : "192.0.2.1 の逆引き名を調べられませんでした: 時間内に応答がありませんでした",
                english
                        ? "Run the check again; if it stays so, see whether the name servers of"
                                + " the reverse zone answer."
                        : "もう一度チェックしてください。繰り返す場合は、逆引きゾーンのネームサーバーが応答するか確認してください。",
                null);
    }

    private FindingView lame() {
        return finding(
                "DNS_SERVER_LAME",
                FAIL,
                RECOMMENDED,
                "ns2.example.net",
                Map.of(),
                english
                        ? "ns2.example.net is named for example.com but does not carry the zone."
                        : "ns2.example.net は example.com のネームサーバーとして登録されていますが、ゾーンを持っていません。",
                english
                        ? "Set up the zone on ns2.example.net, or take it out of the NS records and"
                                + " of the delegation at your registrar."
                        : "ns2.example.net にゾーンを設定するか、NS レコードとレジストラでの委任設定から外してください。",
                null);
    }

    private FindingView passed(String code, String subject, String english, String japanese) {
        return finding(
                code,
                PASS,
                REQUIRED,
                subject,
                Map.of(),
                this.english ? english : japanese,
                "",
                null);
    }

    private static FindingView finding(
            String code,
            Status status,
            Level level,
            String subject,
            Map<String, String> arguments,
            String message,
            String fix,
            @Nullable ProposedRecord record) {
        return new FindingView(
                code,
                status,
                level,
                subject,
                arguments,
                message,
                fix.isEmpty() ? null : new Fix(fix, record, null),
                "RFC 7208, section 4.6.4");
    }

    static CheckView check(CheckId id, FindingView... findings) {
        FindingView main =
                List.of(findings).stream()
                        .min(
                                Comparator.comparing((FindingView f) -> f.level() == OPTIONAL)
                                        .thenComparing(FindingView::status)
                                        .thenComparing(FindingView::level))
                        .orElse(null);
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("lookups", (long) findings.length);
        evidence.put(
                "answer",
                Map.of("records", List.of(Map.of("data", "v=spf1 \u001b[31m\"x\" -all"))));
        evidence.put("none", List.of());
        return new CheckView(
                id,
                main == null ? Status.NOT_APPLICABLE : main.status(),
                main == null ? OPTIONAL : main.level(),
                41,
                List.of(findings),
                evidence);
    }

    static Report report(
            Grade grade,
            Grade soFar,
            int score,
            int coverage,
            VantageView vantage,
            List<NotTested> excused,
            CheckView... checks) {
        List<CheckId> run = Arrays.stream(checks).map(CheckView::id).toList();
        List<NotTested> notTested = new ArrayList<>(NotRun.inDomainReport());
        notTested.removeIf(left -> run.contains(left.check()));
        notTested.addAll(excused);
        return new Report(
                "mailcheck-report/1",
                "00112233445566778899aabbccddeeff",
                "domain",
                "example.com",
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:02.345Z",
                "mailcheck 1.0.0",
                "1",
                null,
                grade,
                soFar,
                true,
                score,
                coverage,
                notTested,
                vantage,
                outlook(vantage),
                List.of(),
                null,
                null,
                List.of(checks));
    }

    private Report withStrictSenders(Report r) {
        return new Report(
                r.schema(),
                r.id(),
                r.kind(),
                r.domain(),
                r.startedAt(),
                r.finishedAt(),
                r.tool(),
                r.rules(),
                r.lab(),
                r.grade(),
                r.gradeSoFar(),
                r.provisional(),
                r.score(),
                r.scoreCoverage(),
                r.notTested(),
                r.vantage(),
                r.outlook(),
                strictSenders(),
                r.mail(),
                r.authenticationResults(),
                r.checks());
    }

    /** One refused, one in doubt, two that are sound by a rule, one without any. */
    private List<StrictSender> strictSenders() {
        return List.of(
                strict("mx5.example.com", "none", "none", "-"),
                strict(
                        "mx1.example.com",
                        "refuses",
                        "none",
                        english
                                ? "MTA-STS: the certificate has expired. DANE: there are no TLSA"
                                        + " records."
                                : "MTA-STS: 証明書の期限が切れています。 DANE: TLSA レコードがありません。"),
                strict(
                        "mx2.example.com",
                        "delivers",
                        null,
                        english
                                ? "MTA-STS: the host is in the policy and its certificate is good."
                                        + " DANE: not known; no answer in time."
                                : "MTA-STS: ポリシーに載っており、証明書は有効です。"
                                        + " DANE: 分かりません (時間内に応答がありませんでした)。"),
                strict("mx3.example.com", "delivers", "none", "-"),
                strict("mx4.example.com", "none", "delivers", "-"));
    }

    private static StrictSender strict(
            String mx, @Nullable String mtaSts, @Nullable String dane, String why) {
        return new StrictSender(mx, "192.0.2.1", mtaSts, dane, why);
    }

    /** Certificates are seen only where port 25 is open. */
    private static List<Outlook> outlook(VantageView vantage) {
        return vantage.equals(SERVER)
                ? List.of(
                        new Outlook(
                                "CERTIFICATE_EXPIRES",
                                "mx2.example.com",
                                "2026-12-12T00:00:00Z",
                                19),
                        new Outlook(
                                "CERTIFICATE_EXPIRES",
                                "mx1.example.com",
                                "2027-02-10T00:00:00Z",
                                79))
                : List.of();
    }
}

package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.SignedMails;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of addresses and of domains, asked about the sender and the links of a mail. */
class MailListsTest {
    private static final MailDnsblCheck ADDRESSES = new MailDnsblCheck();
    private static final MailUriblCheck LINKS = new MailUriblCheck();
    private static final String IP = "192.0.2.10";
    private static final String DBL = "dbl.spamhaus.org";

    @Test
    void aSenderOnNoListIsGood() {
        assertThat(from(IP, lists()).codes(ADDRESSES))
                .contains("DNSBL_SENDER_NOT_LISTED", "DNSBL_LIST_ANSWERS")
                .doesNotContain("DNSBL_SENDER_LISTED");
    }

    @ParameterizedTest
    @CsvSource({
        "zen.spamhaus.org, 127.0.0.2, SENDER_LISTED",
        "zen.spamhaus.org, 127.0.0.10, SENDER_LISTED_BY_POLICY",
        "psbl.surriel.com, 127.0.0.2, SENDER_LISTED_BY_MINOR_LIST",
    })
    void aSenderOnAListIsFound(String list, String answer, String code) {
        Map<String, Map<String, ?>> zone = lists();
        zone.put("10.2.0.192." + list, Map.of("A", List.of(answer)));
        CheckResult result = from(IP, zone).result(ADDRESSES);

        assertThat(result.findings().getFirst().code().name()).isEqualTo("DNSBL_" + code);
        assertThat(result.findings().getFirst().subject()).isEqualTo(IP);
    }

    @Test
    void silentListsAreExcused() {
        CheckResult result = from(IP, Map.of()).result(ADDRESSES);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.DNSBL_SENDER_NOT_KNOWN);
        assertThat(result.excuse()).contains("LISTS_SILENT");
    }

    @Test
    void nobodyIsAskedAboutAPrivateAddress() {
        CheckResult result = from("10.1.2.3", lists()).result(ADDRESSES);

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.DNSBL_SENDER_NOT_KNOWN);
        assertThat(result.findings().getFirst().arguments()).containsEntry("reason", "NOT_PUBLIC");
    }

    @Test
    void withoutEnvelopeNobodyIsAsked() {
        assertThat(MailScenario.of(SignedMails.MAIL, lists()).codes(ADDRESSES))
                .containsExactly("DNSBL_CLIENT_NOT_KNOWN");
    }

    @Test
    void aReceiverThatIsNotTrustedIsNamed() {
        String received =
                """
                Received: from mail.example.com (mail.example.com [192.0.2.10])
                \tby mx.stranger.example (Postfix) with ESMTPS id 4Xw0Tz5gYkz1d
                \tfor <bob@stranger.example>; Sat, 21 Nov 2026 12:00:05 +0000
                """;

        assertThat(
                        MailScenario.of(received.replace("\n", "\r\n") + SignedMails.MAIL, lists())
                                .codes(ADDRESSES))
                .containsExactly("DNSBL_RECEIVER_NOT_TRUSTED");
    }

    @Test
    void aMailWithoutLinksHasNothingToAskAbout() {
        assertThat(MailScenario.of(SignedMails.MAIL, lists()).codes(LINKS))
                .containsExactly("URIBL_NO_LINKS");
    }

    @Test
    void linksAreDecodedAndBroughtDownToRegisteredDomainsEachOnce() {
        String html =
                String.join(
                        "=\r\n",
                        "<a href=3D'https://www.shop.example.co.uk/a?b=3Dc'>x</a>",
                        "<a href=3D'http://a.b.spam",
                        ".example/'>y</a><img src=3D'https://cdn.shop.example.co.uk/p.png'>");
        CheckResult result = MailScenario.of(html(html), lists()).result(LINKS);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.URIBL_LINKS_NOT_LISTED);
        assertThat(result.findings().getFirst().arguments())
                .containsEntry("subjects", "example.co.uk, spam.example");
        assertThat(result.evidence()).containsEntry("hosts", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.1.4, LINK_LISTED",
        "127.0.1.102, LINK_LISTED_AS_DOUBTFUL",
    })
    void aLinkToAListedDomainIsFound(String answer, String code) {
        Map<String, Map<String, ?>> zone = lists();
        zone.put("spam.example." + DBL, Map.of("A", List.of(answer)));
        String mail = SignedMails.MAIL + "See http://www.spam.example/offer now.\r\n";
        CheckResult result = MailScenario.of(mail, zone).result(LINKS);

        assertThat(result.findings().getFirst().code().name()).isEqualTo("URIBL_" + code);
        assertThat(result.findings().getFirst().subject()).isEqualTo("spam.example");
    }

    @Test
    void moreDomainsThanAreAskedAboutAreTold() {
        String links =
                IntStream.range(0, 30)
                        .mapToObj(i -> "http://site" + i + ".example/\r\n")
                        .collect(Collectors.joining());
        MailScenario mail = MailScenario.of(SignedMails.MAIL + links, lists());

        assertThat(mail.codes(LINKS)).contains("URIBL_LINKS_NOT_ALL_READ");
    }

    @Test
    void aLinkToAnAddressIsToldAndNobodyIsAsked() {
        CheckResult result =
                MailScenario.of(SignedMails.MAIL + "http://192.0.2.80/login\r\n", lists())
                        .result(LINKS);

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.URIBL_NO_LINKS);
        assertThat(result.evidence()).containsEntry("addresses", List.of("192.0.2.80"));
    }

    @Test
    void silentListsOfDomainsAreExcused() {
        CheckResult result =
                MailScenario.of(SignedMails.MAIL + "http://spam.example/\r\n", Map.of())
                        .result(LINKS);

        assertThat(result.findings().getFirst().code())
                .isEqualTo(FindingCode.URIBL_LINKS_NOT_KNOWN);
        assertThat(result.excuse()).contains("LISTS_SILENT");
    }

    private static MailScenario from(String ip, Map<String, Map<String, ?>> zone) {
        return MailScenario.of(SignedMails.MAIL, ip, "mail.example.com", "a@example.com", zone);
    }

    private static String html(String body) {
        return """
        From: Alice <alice@example.com>
        Date: Sat, 21 Nov 2026 12:00:00 +0000
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        """
                        .replace("\n", "\r\n")
                + body
                + "\r\n";
    }

    /** All lists work and list nobody. */
    private static Map<String, Map<String, ?>> lists() {
        Map<String, Map<String, ?>> zone = new HashMap<>();
        for (String list :
                List.of(
                        "zen.spamhaus.org",
                        "bl.spamcop.net",
                        "b.barracudacentral.org",
                        "psbl.surriel.com")) {
            zone.put("2.0.0.127." + list, Map.of("A", List.of("127.0.0.2")));
        }
        zone.put("dbltest.com." + DBL, Map.of("A", List.of("127.0.1.2")));
        zone.put("test.surbl.org.multi.surbl.org", Map.of("A", List.of("127.0.0.254")));
        zone.put("test.uribl.com.multi.uribl.com", Map.of("A", List.of("127.0.0.14")));
        return zone;
    }
}

package dev.mailcheck.answer;

import static dev.mailcheck.dkim.SigningAlgorithm.RSA_SHA256;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.Decision.Answer;
import dev.mailcheck.answer.Decision.Nothing;
import dev.mailcheck.answer.Decision.Why;
import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dkim.Signing;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whom we write to, and whom never (RFC 3834; RFC 5321, section 4.5.5). */
class AnswerPolicyTest {
    private static final String SENDER = "ann@example.com";
    private static final String OWN = "192.0.2.1";
    private static final String FOREIGN = "198.51.100.66";
    private static final String BODY = "\r\nhello\r\n";
    private static final String HEADER =
            """
            From: Ann <ann@example.com>
            To: check@check.example.net
            Subject: test
            Date: Sat, 21 Nov 2026 12:00:00 +0000
            Message-ID: <1@example.com>
            """
                    .replace("\n", "\r\n");
    private static final String MAIL = HEADER + BODY;

    private static Dns zone(String... dmarc) {
        Map<String, Map<String, ?>> zone = new HashMap<>();
        zone.put("example.com", Map.of("TXT", List.of("v=spf1 ip4:" + OWN + " -all")));
        zone.put("s1._domainkey.example.com", Map.of("TXT", List.of(SignedMails.RSA.record(""))));
        zone.put("bulk.example", Map.of("TXT", List.of("v=spf1 ip4:" + OWN + " -all")));
        zone.put("mail.example.com", Map.of("TXT", List.of("v=spf1 ip4:" + OWN + " -all")));
        if (dmarc.length > 0) {
            zone.put("_dmarc.example.com", Map.of("TXT", List.of(dmarc)));
        }
        return ZoneDns.of(zone);
    }

    private static final Dns REJECT = zone("v=DMARC1; p=reject");
    private static final Dns NO_RECORD = zone();

    private static String signed(String mail) {
        return Signing.dkim(SignedMails.RSA, RSA_SHA256)
                .with("h", "from:to:subject:date:message-id")
                .sign(mail);
    }

    private static Nothing nothing(Silence reason) {
        return new Nothing(reason);
    }

    @Test
    void whoIsProvenByTheEnvelopeIsAnsweredAtTheReturnPath() {
        assertThat(Sent.of(MAIL, SENDER, OWN, REJECT).decided())
                .isEqualTo(new Answer(SENDER, Why.RETURN_PATH));
        assertThat(Sent.of(MAIL, "b-1@mail.example.com", OWN, REJECT).decided())
                .isEqualTo(new Answer("b-1@mail.example.com", Why.RETURN_PATH));
        assertThat(Sent.of(MAIL, SENDER, OWN, NO_RECORD).decided())
                .isEqualTo(new Answer(SENDER, Why.RETURN_PATH));
    }

    @Test
    void whoIsProvenByTheSignatureAloneIsAnsweredAtTheAuthorsAddress() {
        String mail = signed(MAIL);

        assertThat(Sent.of(mail, "v1@bulk.example", OWN, REJECT).decided())
                .isEqualTo(new Answer(SENDER, Why.AUTHOR));
        assertThat(Sent.of(mail, SENDER, FOREIGN, REJECT).decided())
                .isEqualTo(new Answer(SENDER, Why.AUTHOR));
        assertThat(Sent.of(mail, "v1@bulk.example", OWN, NO_RECORD).decided())
                .isEqualTo(new Answer(SENDER, Why.AUTHOR));
    }

    @Test
    void whoIsNotProvenIsNotAnswered() {
        Nothing silence = nothing(Silence.NOT_AUTHENTICATED);

        assertThat(Sent.of(MAIL, SENDER, FOREIGN, REJECT).decided()).isEqualTo(silence);
        assertThat(Sent.of(MAIL, SENDER, FOREIGN, NO_RECORD).decided()).isEqualTo(silence);
        assertThat(Sent.of(MAIL, "v1@bulk.example", OWN, REJECT).decided()).isEqualTo(silence);
        assertThat(Sent.of(MAIL, "v1@bulk.example", OWN, NO_RECORD).decided()).isEqualTo(silence);
        assertThat(Sent.of(signed(MAIL) + "more\r\n", SENDER, FOREIGN, REJECT).decided())
                .isEqualTo(silence);
    }

    /** A subdomain may belong to somebody else where no DMARC record says that it is aligned. */
    @Test
    void withoutARecordASubdomainSpeaksForNobodyButItself() {
        assertThat(Sent.of(MAIL, "b@mail.example.com", OWN, NO_RECORD).decided())
                .isEqualTo(nothing(Silence.NOT_AUTHENTICATED));
        String below = MAIL.replace("ann@example.com", "ann@shop.example.com");
        assertThat(Sent.of(below, SENDER, OWN, NO_RECORD).decided())
                .isEqualTo(new Answer(SENDER, Why.RETURN_PATH));
    }

    @Test
    void whatTheDnsKeepsFromUsIsNotKnown() {
        Dns silent =
                ZoneDns.of(
                        Map.of(
                                "example.com", Map.of("SERVFAIL", true),
                                "_dmarc.example.com", Map.of("SERVFAIL", true)));

        assertThat(Sent.of(MAIL, SENDER, OWN, silent).decided())
                .isEqualTo(nothing(Silence.AUTHENTICATION_NOT_KNOWN));
        Sent unseen = Sent.of(MAIL, SENDER, OWN, REJECT);
        assertThat(
                        new AnswerPolicy(Sent.OURS)
                                .decide(
                                        unseen.arrival(),
                                        unseen.mail(),
                                        java.util.Optional.empty()))
                .isEqualTo(nothing(Silence.AUTHENTICATION_NOT_KNOWN));
    }

    /**
     * Each is sent by the very domain, from its own server: only its kind keeps it from an answer.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AUTO_SUBMITTED      | Auto-Submitted: auto-replied
                    AUTO_SUBMITTED      | Auto-Submitted: auto-generated; owner-email="a@example.com"
                    AUTO_SUBMITTED      | auto-submitted: Auto-Notified (a comment)
                    AUTO_SUBMITTED      | X-Autoreply: yes
                    AUTO_SUBMITTED      | X-Autorespond: vacation
                    AUTO_SUBMITTED      | X-Failed-Recipients: bob@example.org
                    LIST                | List-Id: <dev.example.com>
                    LIST                | List-Unsubscribe: <mailto:leave@example.com>
                    LIST                | List-Post: NO
                    LIST                | Mailing-List: contact dev-help@example.com
                    LIST                | X-BeenThere: dev@example.com
                    BULK                | Precedence: bulk
                    BULK                | Precedence: Junk
                    BULK                | PRECEDENCE: list
                    ASKS_NOT_TO         | X-Auto-Response-Suppress: OOF, AutoReply
                    ASKS_NOT_TO         | X-Auto-Response-Suppress: All
                    ASKS_NOT_TO         | X-Loop: robot@example.com
                    LOOP                | X-Loop: check@check.example.net
                    LOOP                | Received: from a by mx.check.example.net with ESMTP; Sat, 21 Nov 2026 12:00:00 +0000
                    ANSWERS_US          | In-Reply-To: <0123.mailcheck-answer@check.example.net>
                    ANSWERS_US          | References: <a@b> <0123.MAILCHECK-ANSWER@check.example.net> <c@d>
                    REPORT              | Content-Type: multipart/report; report-type=delivery-status; boundary=x
                    REPORT              | Content-Type: message/disposition-notification
                    """)
    void whatSaysThatItIsNoLetterIsNotAnswered(Silence reason, String field) {
        assertThat(Sent.of(signed(HEADER + field + "\r\n" + BODY), SENDER, OWN, REJECT).decided())
                .isEqualTo(nothing(reason));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NULL_SENDER, ''",
        "SENDER_MALFORMED, ann",
        "SENDER_MALFORMED, '\"ann bob\"@example.com'",
        "SENDER_MALFORMED, 'ann@example.com> NOTIFY=SUCCESS'",
        "FROM_US, check@check.example.net",
        "FROM_US, bounce@mx.check.example.net",
        "ROBOT, MAILER-DAEMON@example.com",
        "ROBOT, postmaster@example.com",
        "ROBOT, no-reply@example.com",
        "ROBOT, noreply-7@example.com",
        "ROBOT, do_not_reply@example.com",
        "ROBOT, shop-noreply@example.com",
        "ROBOT, bounces+ann=example.net@example.com",
        "ROBOT, owner-dev@example.com",
        "ROBOT, dev-request@example.com",
        "ROBOT, listserv@example.com"
    })
    void aReturnPathThatNobodyReadsIsNotAnswered(Silence reason, String mailFrom) {
        assertThat(Sent.of(signed(MAIL), mailFrom, OWN, REJECT).decided())
                .isEqualTo(nothing(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Ann <ann@example.com>, Bob <bob@example.com>",
                "From: Ann <ann@example.com>\r\nFrom: Bob <bob@example.com>",
                "From: team: ann@example.com, bob@example.com;",
                "From: nobody",
                "From: \"ann\\\"\" <\"a b\"@example.com>",
                "X-From: ann@example.com"
            })
    void anUnclearAuthorIsNotAnswered(String from) {
        String mail = MAIL.replace("From: Ann <ann@example.com>", from);

        assertThat(Sent.of(mail, SENDER, OWN, REJECT).decided())
                .isEqualTo(nothing(Silence.AUTHOR_UNCLEAR));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_ADDRESSED_TO_US | bob@example.org",
                "NOT_ADDRESSED_TO_US | undisclosed-recipients:;",
                "SEVERAL_RECIPIENTS  | check@check.example.net, a@a.example, b@b.example,"
                        + " c@c.example, d@d.example, e@e.example"
            })
    void whatIsNotWrittenToUsAloneIsNotAnswered(Silence reason, String to) {
        String mail = MAIL.replace("To: check@check.example.net", "To: " + to);

        assertThat(Sent.of(mail, SENDER, OWN, REJECT).decided()).isEqualTo(nothing(reason));
    }

    @Test
    void aFewOthersMaySeeTheMail() {
        String mail =
                MAIL.replace(
                        "To: check@check.example.net",
                        "To: check+0123456789abcdef0123456789abcdef@check.example.net\r\n"
                                + "Cc: bob@example.com");

        assertThat(Sent.of(mail, SENDER, OWN, REJECT).decided()).isInstanceOf(Answer.class);
    }

    @Test
    void whatSaysThatAPersonWroteItIsAnswered() {
        String mail = HEADER + "Auto-Submitted: no\r\nPrecedence: first-class\r\n" + BODY;

        assertThat(Sent.of(mail, SENDER, OWN, REJECT).decided()).isInstanceOf(Answer.class);
    }

    /** From other servers, in her name, each in another way. */
    @ParameterizedTest
    @MethodSource("records")
    void noneOfAThousandMailsForgedFromOneVictimIsAnswered(Dns dns) {
        assertThat(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> forged(i, dns).decided())
                                .filter(Answer.class::isInstance))
                .isEmpty();
    }

    static Stream<Dns> records() {
        return Stream.of(
                REJECT, NO_RECORD, zone("v=DMARC1; p=none"), zone("v=DMARC1; p=quarantine"));
    }

    private static Sent forged(int i, Dns dns) {
        String mail =
                MAIL.replace("<1@example.com>", "<" + i + "@example.com>")
                        .replace("Subject: test", "Subject: " + "x".repeat(i % 7));
        String client = "198.51.100." + (i % 250 + 1);
        return switch (i % 5) {
            case 0 -> Sent.of(mail, SENDER, client, dns);
            case 1 -> Sent.of(mail, "v" + i + "@bulk.example", OWN, dns);
            case 2 -> Sent.of(STOLEN + mail, SENDER, client, dns);
            case 3 ->
                    Sent.of(
                            "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s1; h=from;"
                                    + " bh=AAAA; b=BBBB\r\n"
                                    + mail,
                            "v@bulk.example",
                            OWN,
                            dns);
            default ->
                    Sent.of(
                            "Authentication-Results: mx.check.example.net; dmarc=pass;"
                                    + " dkim=pass header.d=example.com\r\n"
                                    + mail,
                            SENDER,
                            client,
                            dns);
        };
    }

    /** A signature of hers, taken from another mail. */
    private static final String STOLEN =
            signed(MAIL.replace("Subject: test", "Subject: another")).split("From: ", 2)[0];
}

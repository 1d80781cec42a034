package dev.mailcheck.https;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.world.https.HttpsAct;
import dev.mailcheck.world.https.HttpsHandshake;
import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.tls.CertificateSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Web servers that would keep us busy for ever, fill our memory, or lead us astray. */
class HostilePolicyHostTest {
    private static final String HOST = "mta-sts.sound.example";
    private static final String PLACE = "192.0.2.16";
    private static final InetAddress ADDRESS = IpLiteral.parse(PLACE).orElseThrow();
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    /** For hosts that would go on for ever. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** For hosts that come to an end, on the slowest machine. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static HttpsHost sound() {
        return HttpsHost.sound(HOST);
    }

    private static HttpsHost answering(HttpsAct act) {
        return sound().at(HttpsHost.MTA_STS, act);
    }

    private static HttpsHost saying(String bytes) {
        return answering(new HttpsAct.Raw(bytes));
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                row("silent", answering(new HttpsAct.Silent()), PageTrouble.TIMEOUT, SHORT),
                row(
                        "a byte a second",
                        answering(new HttpsAct.DripBody("x".repeat(100))),
                        PageTrouble.TIMEOUT,
                        SHORT),
                row(
                        "endless fields",
                        answering(new HttpsAct.EndlessHeader()),
                        PageTrouble.HEADER_TOO_LONG,
                        LONG),
                row(
                        "an endless field",
                        answering(new HttpsAct.Endless("HTTP/1.1 200 OK\r\nX: ", "x")),
                        PageTrouble.HEADER_TOO_LONG,
                        LONG),
                row(
                        "an endless body",
                        answering(new HttpsAct.EndlessBody("mx: a.example\r\n")),
                        PageTrouble.BODY_TOO_LONG,
                        LONG),
                row(
                        "64 KiB and a byte",
                        saying(OK + "\r\n" + "x".repeat(PageReader.MAX_BODY + 1)),
                        PageTrouble.BODY_TOO_LONG,
                        LONG),
                row(
                        "a Content-Length of terabytes",
                        answering(
                                new HttpsAct.Endless(
                                        OK + "Content-Length: 9999999999999\r\n\r\n", "x")),
                        PageTrouble.BODY_TOO_LONG,
                        LONG),
                row(
                        "less than its Content-Length",
                        saying(OK + "Content-Length: 100\r\n\r\nversion: STSv1\r\n"),
                        PageTrouble.CUT_OFF,
                        LONG),
                row(
                        "a Content-Length that is none",
                        saying(OK + "Content-Length: many\r\n\r\nversion: STSv1\r\n"),
                        PageTrouble.NOT_HTTP,
                        LONG),
                row(
                        "endless chunks",
                        answering(
                                new HttpsAct.Endless(
                                        OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")),
                        PageTrouble.BODY_TOO_LONG,
                        LONG),
                row(
                        "a chunk of exabytes",
                        saying(OK + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nx"),
                        PageTrouble.CUT_OFF,
                        LONG),
                row(
                        "a chunk larger than any number",
                        saying(OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx"),
                        PageTrouble.NOT_HTTP,
                        LONG),
                row(
                        "an endless chunk extension",
                        answering(
                                new HttpsAct.Endless(
                                        OK + "Transfer-Encoding: chunked\r\n\r\n1;", "x")),
                        PageTrouble.HEADER_TOO_LONG,
                        LONG),
                row(
                        "endless trailer fields",
                        answering(
                                new HttpsAct.Endless(
                                        OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
                                        "X: x\r\n")),
                        PageTrouble.HEADER_TOO_LONG,
                        LONG),
                row(
                        "chunks that are none",
                        saying(OK + "Transfer-Encoding: chunked\r\n\r\nversion: STSv1\r\n"),
                        PageTrouble.NOT_HTTP,
                        LONG),
                row(
                        "garbage",
                        saying("\u0000\u00ff\u0001 garbage\r\n"),
                        PageTrouble.NOT_HTTP,
                        LONG),
                row(
                        "endless garbage",
                        answering(new HttpsAct.Endless("", "x")),
                        PageTrouble.NOT_HTTP,
                        LONG),
                row("SMTP", saying("220 mx.example ESMTP\r\n"), PageTrouble.NOT_HTTP, LONG),
                row(
                        "HTTP/2 without being asked",
                        saying("\0\0\6\4\0\0\0\0\0\0\3\0\0\0\144"),
                        PageTrouble.HTTP2_ONLY,
                        LONG),
                row("nothing", saying(""), PageTrouble.CUT_OFF, LONG),
                row("half a header", saying("HTTP/1.1 200 OK\r\nX-"), PageTrouble.CUT_OFF, LONG),
                row("half a status", saying("HTTP/1.1"), PageTrouble.CUT_OFF, LONG),
                row(
                        "nothing but interim replies",
                        answering(new HttpsAct.Endless("", "HTTP/1.1 103 Early Hints\r\n\r\n")),
                        PageTrouble.NOT_HTTP,
                        LONG));
    }

    private static Arguments row(String what, HttpsHost host, PageTrouble trouble, Duration limit) {
        return Arguments.of(what, host, trouble, limit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void eachEndsWithWhatWasWrong(
            String what, HttpsHost host, PageTrouble trouble, Duration limit) {
        assertThat(visit(host, limit).trouble()).contains(trouble);
    }

    static Stream<Arguments> handshakes() {
        return Stream.of(
                Arguments.of(HttpsHandshake.HANGS, TlsFailure.TIMEOUT, SHORT),
                Arguments.of(HttpsHandshake.DRIPS_SERVER_HELLO, TlsFailure.TIMEOUT, SHORT),
                Arguments.of(HttpsHandshake.HANGS_UP, TlsFailure.CLOSED, LONG),
                Arguments.of(HttpsHandshake.ALERT, TlsFailure.ALERT, LONG),
                Arguments.of(
                        HttpsHandshake.JUNK_AFTER_SERVER_HELLO, TlsFailure.PROTOCOL_ERROR, LONG),
                Arguments.of(HttpsHandshake.PLAIN_HTTP, TlsFailure.PROTOCOL_ERROR, LONG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handshakes")
    void aHandshakeThatFailsIsTheEnd(HttpsHandshake how, TlsFailure failure, Duration limit) {
        PageVisit visit = visit(sound().handshake(how), limit);

        assertThat(visit.tls().flatMap(TlsFacts::failure)).contains(failure);
        assertThat(visit.reply()).isEmpty();
        assertThat(visit.trouble()).isEmpty();
    }

    @Test
    void theDeadlineOfTheCheckIsToldFromTheHostsOwn() {
        try (SmtpLab lab =
                new SmtpLab(plan -> plan.https(PLACE, answering(new HttpsAct.Silent())))) {
            PageVisit visit = fetch(lab, Deadline.in(SHORT), LONG).get(HOST, ADDRESS, "/");

            assertThat(visit.trouble().isPresent() || visit.reply().isPresent()).isTrue();
            assertThat(
                            fetch(lab, Deadline.in(SHORT), LONG)
                                    .get(HOST, ADDRESS, HttpsHost.MTA_STS)
                                    .trouble())
                    .contains(PageTrouble.DEADLINE);
        }
    }

    @Test
    void aPageOf64KiBIsReadToItsEnd() {
        String body = "x".repeat(PageReader.MAX_BODY);

        PageVisit visit = visit(saying(OK + "\r\n" + body), LONG);

        assertThat(visit.reply().map(PageReply::text)).contains(body);
        assertThat(visit.trouble()).isEmpty();
    }

    @Test
    void chunksAreJoinedAndInterimRepliesPassedOver() {
        PageVisit visit =
                visit(
                        saying(
                                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                                        + OK
                                        + "Transfer-Encoding: chunked\r\n\r\n"
                                        + "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX: x\r\n\r\n"),
                        LONG);

        assertThat(visit.reply().map(PageReply::text)).contains("abcde");
        assertThat(visit.reply().flatMap(PageReply::contentType)).contains("text/plain");
    }

    @Test
    void aRedirectIsNotedAndNotFollowed() {
        try (SmtpLab lab =
                new SmtpLab(plan ->
                        plan.https(
                                PLACE,
                                answering(
                                        new HttpsAct.Redirect(
                                                "https://" + HOST + "/elsewhere"))))) {
            PageVisit visit =
                    fetch(lab, Deadline.in(LONG), LONG).get(HOST, ADDRESS, HttpsHost.MTA_STS);

            assertThat(visit.reply().map(PageReply::status)).contains(302);
            assertThat(visit.reply().flatMap(PageReply::location))
                    .contains("https://" + HOST + "/elsewhere");
            assertThat(lab.world().httpsLog(PLACE).requests()).hasSize(1);
        }
    }

    @Test
    void aBadCertificateIsNotedAndThePageReadAllTheSame() {
        PageVisit visit =
                visit(
                        HttpsHost.policy(HOST, "version: STSv1\n")
                                .certificate(CertificateSpec::selfSigned),
                        LONG);

        assertThat(visit.tls().flatMap(TlsFacts::trust).map(Trust::reason))
                .contains(Trust.Reason.SELF_SIGNED);
        assertThat(visit.reply().map(PageReply::text)).contains("version: STSv1\r\n");
    }

    @Test
    void noPacketGoesToAnAddressThatIsNotPublic() {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            InetAddress inside = IpLiteral.parse("10.0.0.1").orElseThrow();

            PageVisit visit = fetch(lab, Deadline.in(LONG), LONG).get(HOST, inside, "/");

            assertThat(visit.notConnected()).contains(ConnectFailure.NOT_PUBLIC);
            assertThat(visit.tls()).isEqualTo(Optional.empty());
        }
    }

    private static PageVisit visit(HttpsHost host, Duration limit) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.https(PLACE, host))) {
            return fetch(lab, Deadline.in(LONG), limit).get(HOST, ADDRESS, HttpsHost.MTA_STS);
        }
    }

    private static PageFetch fetch(SmtpLab lab, Deadline deadline, Duration limit) {
        var doors = lab.doors();
        return new PageFetch(doors.network(), doors.trust(), deadline, limit);
    }
}

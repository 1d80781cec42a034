package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Which field is the trusted receiver's, and what may be learned from the fields around it. */
class TrustedReceiversTest {
    private static final String DATE = "; Sun, 22 Nov 2026 10:00:00 +0900\r\n";
    private static final String FORGED =
            "Received: from bank.example (bank.example [203.0.113.9]) by mx.example (Postfix) with"
                    + " ESMTPS id 1"
                    + DATE;

    @Test
    void amazonSesIsKnownAndItsReceivedSpfTellsTheHelo() {
        Envelope envelope =
                read(
                        "Return-Path: <s@a.example>\r\n"
                                + "Received: from a.example (b.example [192.0.2.1]) by"
                                + " inbound-smtp.us-east-1.amazonaws.com with SMTP id x"
                                + DATE
                                + "X-SES-Spam-Verdict: PASS\r\n"
                                + "Received-SPF: pass (spfCheck: x) client-ip=192.0.2.1;"
                                + " envelope-from=s@a.example; helo=c.example;\r\n"
                                + "Authentication-Results: amazonses.com; spf=pass"
                                + " client-ip=192.0.2.1; dkim=fail\r\n"
                                + FORGED);

        assertThat(envelope.clientIp())
                .isEqualTo(new Known.Told<>("192.0.2.1", Known.Source.RECEIVED));
        assertThat(envelope.helo())
                .isEqualTo(new Known.Told<>("c.example", Known.Source.RECEIVED_SPF));
        assertThat(envelope.mailFrom())
                .isEqualTo(new Known.Told<>("s@a.example", Known.Source.RETURN_PATH));
        assertThat(envelope.tls())
                .isEqualTo(new Known.Unknown<>(Known.Reason.RECEIVER_DOES_NOT_SAY));
        assertThat(envelope.seen().orElseThrow().of("dkim").getFirst().result()).isEqualTo("fail");
    }

    @Test
    void aReceivedSpfOfTheSenderIsNotAmazons() {
        Envelope envelope =
                read(
                        "Received: from a.example (b.example [192.0.2.1]) by"
                                + " inbound-smtp.us-east-1.amazonaws.com with SMTP id x"
                                + DATE
                                + "Received-SPF: pass client-ip=203.0.113.9; helo=bank.example;"
                                + " envelope-from=boss@bank.example\r\n");

        assertThat(envelope.helo().value()).contains("a.example");
        assertThat(envelope.mailFrom().value()).isEmpty();
    }

    @Test
    void mailManagerTellsTlsAndWritesItsResultsAbove() {
        Envelope envelope =
                read(
                        "Received-SPF: pass (spfCheck: x) client-ip=192.0.2.1;"
                                + " envelope-from=s@a.example; helo=c.example;\r\n"
                                + "Authentication-Results: amazonses.com; dkim=pass"
                                + " header.i=@a.example\r\n"
                                + "Return-Path: <>\r\n"
                                + "Received: from c.example (b.example [192.0.2.1]) by"
                                + " open.mail-manager-smtp.us-east-2.amazonaws.com with ESMTPS id x"
                                + " (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384) for <u@x>"
                                + DATE);

        assertThat(envelope.tls().value())
                .contains(Tls.parse("TLSv1.3/TLS_AES_256_GCM_SHA384").orElseThrow());
        assertThat(envelope.mailFrom().value()).contains("");
        assertThat(envelope.seen()).isPresent();
    }

    @Test
    void withoutATrustedNameNothingIsKnown() {
        Envelope envelope = read("Return-Path: <s@a.example>\r\n" + FORGED);

        assertThat(envelope.clientIp())
                .isEqualTo(new Known.Unknown<>(Known.Reason.RECEIVER_NOT_TRUSTED));
        assertThat(envelope.mailFrom().value()).isEmpty();
        assertThat(envelope.topReceiver()).contains("mx.example");
        assertThat(read("From: a@b\r\n").clientIp())
                .isEqualTo(new Known.Unknown<>(Known.Reason.NO_RECEIVED_FIELD));
    }

    @Test
    void aTrustedNameBelowAnotherReceiverProvesNothing() {
        Envelope envelope =
                read(
                        "Received: from a.example (b.example [192.0.2.1]) by other.example with"
                                + " ESMTP id 1"
                                + DATE
                                + FORGED,
                        "mx.example");

        assertThat(envelope.hop()).isEmpty();
    }

    @Test
    void onlyTheUppermostFieldOfATrustedReceiverCounts() {
        Envelope envelope =
                read(
                        "Return-Path: <s@a.example>\r\n"
                                + "Received: from a.example (b.example [192.0.2.1]) by mx.example"
                                + " (Postfix) with ESMTP id 1"
                                + DATE
                                + "Return-Path: <boss@bank.example>\r\n"
                                + "Authentication-Results: mx.example; dmarc=pass\r\n"
                                + FORGED,
                        "mx.example");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
        assertThat(envelope.mailFrom().value()).contains("s@a.example");
        assertThat(envelope.tls().value()).map(Tls::encryption).contains(Tls.Encryption.PLAINTEXT);
        assertThat(envelope.seen()).isEmpty();
    }

    @Test
    void deliveryAndAFilterOnTheHostAreSteppedOver() {
        Envelope envelope =
                read(
                        "Return-Path: <s@a.example>\r\n"
                                + "Received: from mx.example by mx.example (Dovecot) with LMTP id 9"
                                + DATE
                                + "Received: from localhost (localhost [127.0.0.1]) by mx.example"
                                + " (Postfix) with ESMTP id 8"
                                + DATE
                                + "Received: from mx.example ([127.0.0.1]) by localhost (mx.example"
                                + " [127.0.0.1]) (amavisd-new, port 10024) with ESMTP id 7"
                                + DATE
                                + "Received: from a.example (b.example [192.0.2.1]) by mx.example"
                                + " (Postfix) with ESMTPS id 6"
                                + DATE
                                + FORGED,
                        "mx.example");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
        assertThat(envelope.tls().value()).map(Tls::encryption).contains(Tls.Encryption.ENCRYPTED);
    }

    @Test
    void aTrustedRelayInFrontIsSteppedOver() {
        Envelope envelope =
                read(
                        "Received: from gw.corp.example (gw.corp.example [198.51.100.7]) by"
                                + " box.corp.example (Postfix) with ESMTPS id 2"
                                + DATE
                                + "Received: from a.example (b.example [192.0.2.1]) by"
                                + " gw.corp.example (Postfix) with ESMTP id 1"
                                + DATE
                                + FORGED,
                        "corp.example");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
    }

    @Test
    void aSubmissionAtATrustedHostIsTheSendersSideAlready() {
        Envelope envelope =
                read(
                        "Received: from out.corp.example (out.corp.example [198.51.100.7]) by"
                                + " mx.corp.example (Postfix) with ESMTPS id 2"
                                + DATE
                                + "Received: from laptop (b.example [192.0.2.1]) by"
                                + " out.corp.example (Postfix) with ESMTPSA id 1"
                                + DATE,
                        "corp.example");

        assertThat(envelope.clientIp().value()).contains("198.51.100.7");
    }

    @Test
    void aClientInAPrivateNetworkIsTheClientUnlessATrustedFieldFollows() {
        Envelope envelope =
                read(
                        "Received: from a.example (unknown [127.0.25.1]) by mx.test (Postfix) with"
                                + " ESMTPS id 2"
                                + DATE
                                + "Received: by a.example (Postfix, from userid 0) id 1"
                                + DATE,
                        "mx.test");

        assertThat(envelope.clientIp().value()).contains("127.0.25.1");
        assertThat(envelope.helo().value()).contains("a.example");
    }

    @Test
    void googlesInnerHopsAreSteppedOverAndItsResultsStandBelow() {
        Envelope envelope =
                read(
                        "Delivered-To: u@x.example\r\n"
                                + "Received: by 2002:a05:6358:e483:b0:ed:1eae:60a3 with SMTP id b3"
                                + DATE
                                + "ARC-Seal: i=1; a=rsa-sha256; d=google.com\r\n"
                                + "Return-Path: <s@a.example>\r\n"
                                + "Received: from a.example (b.example. [192.0.2.1]) by"
                                + " mx.google.com with ESMTPS id j1 for <u@x.example>"
                                + " (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256 bits=128/128)"
                                + DATE
                                + "Received-SPF: pass (google.com: x) client-ip=192.0.2.1;\r\n"
                                + "Authentication-Results: mx.google.com; dkim=pass"
                                + " header.i=@a.example\r\n"
                                + FORGED,
                        "google.com");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
        assertThat(envelope.mailFrom().value()).contains("s@a.example");
        assertThat(envelope.seen().orElseThrow().authservId()).isEqualTo("mx.google.com");
        assertThat(envelope.tls().value()).flatMap(Tls::version).contains("TLSv1.3");
    }

    @Test
    void exchangeOnlineIsReadAtItsBorderAndTellsTheSendersDomain() {
        String ms = " with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384)";
        Envelope envelope =
                read(
                        "Received: from A1.namprd01.prod.outlook.com (2603:10b6::1) by"
                                + " B1.namprd02.prod.outlook.com with HTTPS"
                                + DATE
                                + "Received: from C1.eop-nam11.prod.protection.outlook.com"
                                + " (2603:10b6::2) by A1.outlook.office365.com (2603:10b6::3)"
                                + ms
                                + " id 15.20.1 via Frontend Transport"
                                + DATE
                                + "Authentication-Results: spf=pass (sender IP is 192.0.2.1)"
                                + " smtp.mailfrom=a.example; dkim=none\r\n"
                                + "Received-SPF: Pass (protection.outlook.com: x)"
                                + " receiver=protection.outlook.com; client-ip=192.0.2.1;"
                                + " helo=c.example; pr=C\r\n"
                                + "Received: from c.example (192.0.2.1) by"
                                + " C1.mail.protection.outlook.com (10.13.1.1)"
                                + ms
                                + " id 15.20.1 via Frontend Transport"
                                + DATE
                                + "Received: from bank.example (203.0.113.9) by"
                                + " D1.mail.protection.outlook.com (10.1.1.1)"
                                + ms
                                + DATE,
                        "protection.outlook.com");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
        assertThat(envelope.helo().value()).contains("c.example");
        assertThat(envelope.mailFrom())
                .isEqualTo(
                        new Known.Told<>(
                                "postmaster@a.example", Known.Source.AUTHENTICATION_RESULTS));
    }

    @Test
    void yahoosBorderGivesAnInnerAddressForItsName() {
        Envelope envelope =
                read(
                        "Received: from 192.0.2.1 (EHLO a.example) by 10.253.62.170 with SMTPs"
                                + " (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256)"
                                + DATE,
                        "yahoo.com");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
        assertThat(envelope.helo().value()).contains("a.example");
    }

    @Test
    void whatTheUserSaysStandsAboveTheMail() {
        RawMail mail = Mails.read(FORGED + "\r\n");
        Envelope envelope =
                new TrustedReceivers(List.of("mx.example"))
                        .envelope(
                                mail,
                                new Envelope.Given(
                                        Optional.of("192.0.2.7"),
                                        Optional.empty(),
                                        Optional.of(""),
                                        Tls.parse("none")));

        assertThat(envelope.clientIp())
                .isEqualTo(new Known.Told<>("192.0.2.7", Known.Source.OPTION));
        assertThat(envelope.helo().value()).contains("bank.example");
        assertThat(envelope.mailFrom()).isEqualTo(new Known.Told<>("", Known.Source.OPTION));
        assertThat(envelope.tls().value()).map(Tls::encryption).contains(Tls.Encryption.PLAINTEXT);
    }

    @Test
    void hostsWithInnerNamesAreSteppedOver() {
        Envelope envelope =
                read(
                        "Received: from mx1 ([10.202.2.200]) by compute1.internal (LMTPProxy)"
                                + DATE
                                + "Received: from mx1.mail.example (localhost [127.0.0.1]) by"
                                + " mailmx.nyi.internal (Postfix) with ESMTP id 3"
                                + DATE
                                + "Received: from mailmx.nyi.internal (localhost [127.0.0.1]) by"
                                + " mx1.mail.example (Authentication Milter) with ESMTP id 2"
                                + DATE
                                + "Received: from a.example (b.example [192.0.2.1]) by"
                                + " mx1.mail.example (Postfix) with ESMTPS id 1"
                                + DATE
                                + FORGED,
                        "mail.example");

        assertThat(envelope.clientIp().value()).contains("192.0.2.1");
    }

    @Test
    void ourOwnNameInAHeloIsNotOurReceiver() {
        Envelope envelope =
                read(
                        "Received: from x(mailcheck) (b.example [192.0.2.1]) by other.example with"
                                + " ESMTP id 1"
                                + DATE);

        assertThat(envelope.hop()).isEmpty();
    }

    @Test
    void ourOwnReceiverIsKnown() {
        assertThat(
                        read("Received: from a.example ([192.0.2.1]) by host (mailcheck) with"
                                        + " ESMTPS id 1"
                                        + DATE)
                                .clientIp()
                                .value())
                .contains("192.0.2.1");
    }

    private static Envelope read(String header, String... trusted) {
        return new TrustedReceivers(List.of(trusted))
                .envelope(Mails.read(header + "\r\nbody"), Envelope.Given.nothing());
    }
}

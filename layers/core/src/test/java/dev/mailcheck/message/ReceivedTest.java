package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.StringJoiner;

/** Received fields as mail programs write them: who the client was, and what is said about TLS. */
class ReceivedTest {
    private static final String DATE = "; Sun, 22 Nov 2026 10:00:00 +0900";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # Postfix
                    from a.example (b.example [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature ECDSA (P-256)) (No client certificate requested) by mx.example (Postfix) with ESMTPS id 4Xyz for <u@x.example> | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from a.example (unknown [IPv6:2001:DB8::1]) by mx.example (Postfix) with ESMTP id 4X | 2001:db8::1 a.example - mx.example ESMTP | PLAINTEXT - -
                    from a.example (unknown [192.0.2.1]) by mx.example (Postfix) with SMTP id 4X | 192.0.2.1 a.example - mx.example SMTP | PLAINTEXT - -
                    # Zimbra, behind amavis
                    from localhost (localhost [127.0.0.1]) by z.example (Postfix) with ESMTP id 4X | 127.0.0.1 localhost localhost z.example ESMTP | PLAINTEXT - -
                    # Exim, in three versions of its text
                    from a.example ([192.0.2.1]) by mx.example with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.96) (envelope-from <s@a.example>) id 1abc-23 for u@x.example | 192.0.2.1 a.example a.example mx.example esmtps | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from b.example ([192.0.2.1]:54321 helo=a.example) by mx.example with esmtps (TLS1.2:ECDHE_RSA_AES_256_GCM_SHA384:256) (Exim 4.84) id 1abc-23 | 192.0.2.1 a.example b.example mx.example esmtps | ENCRYPTED TLSv1.2 ECDHE_RSA_AES_256_GCM_SHA384
                    from [192.0.2.1] (port=3434 helo=a.example) by mx.example with smtp (Exim 4.96) id 1abc | 192.0.2.1 a.example - mx.example smtp | PLAINTEXT - -
                    # Sendmail
                    from a.example (b.example [192.0.2.1] (may be forged)) by mx.example (8.17.1/8.17.1) with ESMTPS id 5AB (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT) for <u@x> | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from a.example ([192.0.2.1]) by mx.example (8.17.1/8.17.1) with SMTP id 5AB | 192.0.2.1 a.example - mx.example SMTP | PLAINTEXT - -
                    # Exchange Online, Exchange 2010, and the old SMTP service
                    from a.example (2001:db8::1) by mx.outlook.example (2001:db8::2) with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.1 via Frontend Transport | 2001:db8::1 a.example - mx.outlook.example Microsoft SMTP Server | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from a.example (192.0.2.1) by mx.example (192.0.2.2) with Microsoft SMTP Server (TLS) id 14.3.1 | 192.0.2.1 a.example - mx.example Microsoft SMTP Server | ENCRYPTED - -
                    from a.example (192.0.2.1) by mx.example (192.0.2.2) with Microsoft SMTP Server id 14.3.1 | 192.0.2.1 a.example - mx.example Microsoft SMTP Server | PLAINTEXT - -
                    from a.example ([192.0.2.1]) by mx.example with Microsoft SMTPSVC(6.0.1) | 192.0.2.1 a.example - mx.example Microsoft SMTPSVC | NOT_SAID - -
                    # Gmail and Yahoo
                    from a.example (b.example. [192.0.2.1]) by mx.google.com with ESMTPS id 12si3 for <u@x> (version=TLS1_2 cipher=ECDHE-RSA-AES128-GCM-SHA256 bits=128/128) | 192.0.2.1 a.example b.example mx.google.com ESMTPS | ENCRYPTED TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256
                    from a.example (b.example. [192.0.2.1]) by mx.google.com with SMTP id 12si3 | 192.0.2.1 a.example b.example mx.google.com SMTP | PLAINTEXT - -
                    from 192.0.2.1 (EHLO a.example) by 10.1.2.3 with SMTPs (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256) | 192.0.2.1 a.example - 10.1.2.3 SMTPs | ENCRYPTED TLSv1.3 TLS_AES_128_GCM_SHA256
                    # qmail, its TLS patch, s/qmail, qpsmtpd, and what runs on it
                    from unknown (HELO a.example) (192.0.2.1) by mx.example with SMTP | 192.0.2.1 a.example - mx.example SMTP | NOT_SAID - -
                    from b.example (HELO a.example) (u@192.0.2.1) by mx.example with (ECDHE-RSA-AES256-GCM-SHA384 encrypted) SMTP | 192.0.2.1 a.example b.example mx.example SMTP | ENCRYPTED TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384
                    from unknown (HELO a.example) (192.0.2.1) by mx.example with ESMTPS (TLSv1.3 TLS_AES_256_GCM_SHA384 encrypted) | 192.0.2.1 a.example - mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from unknown (HELO a.example) (u@192.0.2.1) de/crypted with TLSv1.3: TLS_AES_256_GCM_SHA384 [256/256] DN=none by mx.example with ESMTPSA | 192.0.2.1 a.example - mx.example ESMTPSA | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from b.example (HELO a.example) (192.0.2.1) by mx.example (qpsmtpd/0.96) with (TLS_AES_256_GCM_SHA384 encrypted) ESMTPS | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from unknown (HELO a.example) (192.0.2.1) by s1.example with AES256-SHA encrypted SMTP | 192.0.2.1 a.example - s1.example SMTP | ENCRYPTED - AES256-SHA
                    # OpenSMTPD, Haraka, James, Stalwart, mox, chasquid
                    from a.example (b.example [192.0.2.1]) by mx.example (OpenSMTPD) with ESMTPS id 96f0 (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO) for <u@x> | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from a.example (b.example [192.0.2.1]) by mx.example (Haraka/3.0.3) with ESMTPS id AB-1.1 envelope-from <s@a.example> tls TLS_AES_256_GCM_SHA384 (authenticated bits=0) | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    from b.example (EHLO a.example) ([192.0.2.1]) by mx.example (JAMES SMTP Server ) with ESMTPS ID 12 for <u@x> | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED - -
                    from a.example (b.example [192.0.2.1] (AS64496 Example, Inc., US)) (using TLSv1.3 with cipher TLS13_AES_256_GCM_SHA384) by mx.example (Stalwart SMTP) with ESMTPS id 49A | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS13_AES_256_GCM_SHA384
                    from a.example ([192.0.2.1]) by mx.example ([192.0.2.2]) via tcp with ESMTPS id 7_j (TLS1.3 TLS_AES_128_GCM_SHA256) for <u@x> | 192.0.2.1 a.example - mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_128_GCM_SHA256
                    from [192.0.2.1] (a.example) by mx.example (chasquid) with ESMTPS tls TLS_AES_128_GCM_SHA256 (over SMTP, TLS-1.3, envelope from "s@a.example") | 192.0.2.1 a.example - mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_128_GCM_SHA256
                    # MDaemon, IceWarp, Kerio, SmarterMail, Axigen, CommuniGate, XMail, MailEnable
                    from [192.0.2.1] by mx.example (IPv6:2001:db8::2) (MDaemon PRO v24.0.0) with ESMTPS id md5.msg | 192.0.2.1 192.0.2.1 - mx.example ESMTPS | ENCRYPTED - -
                    from a.example ([192.0.2.1]) by mx.example (IceWarp 13.0) with ESMTP (SSL) id 2019 | 192.0.2.1 a.example - mx.example ESMTP | ENCRYPTED - -
                    from a.example ([192.0.2.1]) (authenticated user u@x) by mx.example (Kerio Connect 9.2) with ESMTPSA (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256 bits)) | 192.0.2.1 a.example - mx.example ESMTPSA | ENCRYPTED TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384
                    from a.example (b.example [192.0.2.1]) by mx.example with SMTP (version=TLS\\Tls12 cipher=Aes256 bits=256) | 192.0.2.1 a.example b.example mx.example SMTP | ENCRYPTED TLSv1.2 Aes256
                    from a.example (192.0.2.1) by mx.example (Axigen) with (ECDHE-RSA-AES128-GCM-SHA256 encrypted) ESMTPS id 18B | 192.0.2.1 a.example a.example mx.example ESMTPS | ENCRYPTED TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256
                    from [192.0.2.1] (HELO a.example) by mx.example (CommuniGate Pro SMTP 6.3.15) with ESMTPS id 123 for u@x | 192.0.2.1 a.example - mx.example ESMTPS | ENCRYPTED - -
                    from a.example (192.0.2.1:23198) by mx.example with [XMail 1.27 ESMTP Server] id <S9> for <u@x> from <s@a.example> | 192.0.2.1 a.example a.example mx.example [XMail 1.27 ESMTP Server] | NOT_SAID - -
                    from a.example ([192.0.2.1]) by mx.example with MailEnable ESMTPS | 192.0.2.1 a.example - mx.example MailEnable | ENCRYPTED - -
                    # Courier, Momentum, KumoMTA, Halon, IronPort, Mimecast, McAfee, ZMailer, Yandex
                    from a.example (b.example [::ffff:192.0.2.1]) (TLS: TLSv1/SSLv3,128bits,AES128-GCM-SHA256) by mx.example with ESMTPS | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED TLSv1.2 AES128-GCM-SHA256
                    from [10.1.1.1] ([192.0.2.1:36196] helo=a.example) by mx.example (envelope-from <s@a.example>) (ecelerity 4.4.0 r(msys:tags/4.4.0.0^0)) with ESMTPS (cipher=AES128-SHA) id D2/A7 | 192.0.2.1 a.example - mx.example ESMTPS | ENCRYPTED - AES128-SHA
                    from a.example (192.0.2.1) by mx.example (KumoMTA 192.0.2.2) with ESMTPS (TLSv1_3:TLS13_AES_256_GCM_SHA384) id e3 | 192.0.2.1 a.example a.example mx.example ESMTPS | ENCRYPTED TLSv1.3 TLS13_AES_256_GCM_SHA384
                    from a.example (b.example [192.0.2.1]) by mx.example (Halon) with ESMTPS id 7063-11f0 | 192.0.2.1 a.example b.example mx.example ESMTPS | ENCRYPTED - -
                    from a.example ([192.0.2.1]) by mx.example with ESMTP/TLS/ECDHE-RSA-AES256-SHA | 192.0.2.1 a.example - mx.example ESMTP | ENCRYPTED - ECDHE-RSA-AES256-SHA
                    from a.example (b.example [192.0.2.1]) by relay.example with ESMTP with STARTTLS (version=TLSv1.2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id us-1 | 192.0.2.1 a.example b.example relay.example ESMTP | ENCRYPTED TLSv1.2 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
                    from a.example (b.example [192.0.2.1]) by mx.example with smtp (TLS: TLSv1/SSLv3,256bits,ECDHE-RSA-AES256-SHA) id 4e32_9550 | 192.0.2.1 a.example b.example mx.example smtp | ENCRYPTED - ECDHE-RSA-AES256-SHA
                    from b.example ([192.0.2.1]:42123 "EHLO a.example" rhost-flags-OK-OK-OK-OK) by mx.example with ESMTP id S17 (ORCPT <rfc822;u@x>) | 192.0.2.1 a.example b.example mx.example ESMTP | PLAINTEXT - -
                    # hMailServer, Coremail, Cyrus
                    from a.example ([192.0.2.1]) by mx.example with ESMTPSA (version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256) | 192.0.2.1 a.example - mx.example ESMTPSA | ENCRYPTED TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384
                    from a.example (unknown [192.0.2.1]) by mx1 (Coremail) with SMTP id _PR | 192.0.2.1 a.example - mx1 SMTP | NOT_SAID - -
                    from a.example (a.example [192.0.2.1]) by mx.example (Cyrus 3.2) with LMTPA | 192.0.2.1 a.example a.example mx.example LMTPA | PLAINTEXT - -
                    # Amazon SES and its Mail Manager, Zoho
                    from a.example (b.example [192.0.2.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id dse8 for u@x | 192.0.2.1 a.example b.example inbound-smtp.us-east-1.amazonaws.com SMTP | NOT_SAID - -
                    from a.example (b.example [192.0.2.1]) by open.mail-manager-smtp.us-east-2.amazonaws.com with ESMTPS id i96 (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384) for <u@x> | 192.0.2.1 a.example b.example open.mail-manager-smtp.us-east-2.amazonaws.com ESMTPS | ENCRYPTED TLSv1.3 TLS_AES_256_GCM_SHA384
                    by mx.zohomail.example with SMTPS id 1765 | - - - mx.zohomail.example SMTPS | ENCRYPTED - -
                    from a.example (2001:db8::1) by cloudflare-email.example (unknown) id F9o for <u@x> | 2001:db8::1 a.example a.example cloudflare-email.example - | NOT_SAID - -
                    """)
    void theClientAndTlsAreRead(String field, String hop, String tls) {
        Received received = Received.parse(field + DATE);

        assertThat(
                        words(
                                received.ip(),
                                received.helo(),
                                received.rdns(),
                                received.by(),
                                received.with()))
                .isEqualTo(hop);
        assertThat(
                        received.tls().encryption()
                                + " "
                                + words(received.tls().version(), received.tls().cipher()))
                .isEqualTo(tls);
        assertThat(received.date()).map(Object::toString).hasValue("2026-11-22T01:00:00Z");
    }

    @Test
    void whatStandsAfterTheDateIsReadToo() {
        Received yandex =
                Received.parse(
                        "from a.example (b.example [192.0.2.1])\r\n"
                                + "\tby mx.example (mxfront) with ESMTPS id X"
                                + DATE
                                + "\r\n\t(using TLSv1.2 with cipher AES128-SHA (128/128 bits))\r\n"
                                + "\t(Client certificate not present)");
        Received courier =
                Received.parse("from a ([192.0.2.1]) by mx.example with ESMTP" + DATE + " id 00A1");

        assertThat(yandex.tls().version()).contains("TLSv1.2");
        assertThat(yandex.date()).isPresent();
        assertThat(courier.id()).contains("00A1");
        assertThat(courier.date()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # a HELO with blanks, in a program that lets it through
                    from x version=TLSv1.3 cipher=RC4-MD5 ([192.0.2.1]) by mx.example with ESMTP id 1 | PLAINTEXT
                    from a (b [192.0.2.1]) by mx.example (Postfix) with ESMTP id 1 (envelope-from cipher=RC4-MD5) | PLAINTEXT
                    from a ([192.0.2.1] helo=TLSv1.3) by mx.example with esmtp (Exim 4.9) id 1 | PLAINTEXT
                    from a (TLSv1.3 [192.0.2.1]) by mx.example with ESMTP id 1 | PLAINTEXT
                    from a (b [192.0.2.1]) by mx.example with SMTP (Gate, Version: 1.0 ready) id 1 | NOT_SAID
                    from a (b [192.0.2.1]) by mx.example with ESMTP (cipher=none) id 1 | PLAINTEXT
                    from 192.0.2.1 by mx.example with HTTPS | NOT_SAID
                    """)
    void whatTheClientSaidIsNoWordOnTls(String field, Tls.Encryption encryption) {
        assertThat(Received.parse(field + DATE).tls().encryption()).isEqualTo(encryption);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    from a by b (envelope-from <s@a.example>) with esmtp | s@a.example
                    from a by b (envelope-from <>) with esmtp            | ''
                    from a by b (envelope-from s@a.example)              | s@a.example
                    from a by b (over SMTP, TLS-1.3, envelope from "s@a") | s@a
                    from a by b with ESMTP id 1 for <u@x> from <s@a>     | s@a
                    from a by b with ESMTPS id 1 envelope-from <s@a>     | s@a
                    from a by b with ESMTP                               | -
                    """)
    void theReversePathIsReadWhereItIsTold(String field, String path) {
        assertThat(words(Received.parse(field).envelopeFrom())).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''            | -
                    (             | -
                    from          | -
                    from (        | -
                    from ([ by    | -
                    (from x)      | x
                    ;;;;          | -
                    with with     | -
                    \\( by ) by ( | -
                    """)
    void anyTextIsRead(String field, String helo) {
        assertThat(words(Received.parse(field).helo())).isEqualTo(helo);
    }

    @SafeVarargs
    private static String words(Optional<String>... values) {
        StringJoiner words = new StringJoiner(" ");
        for (Optional<String> value : values) {
            words.add(value.orElse("-"));
        }
        return words.toString();
    }
}

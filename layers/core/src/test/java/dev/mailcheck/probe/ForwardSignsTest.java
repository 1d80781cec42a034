package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.TrustedReceivers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class ForwardSignsTest {
    private static final String REST = "From: a@shop.example\n\nHello\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mailing-List: list l@example.org | LIST",
                "Resent-From: <b@example.org> | RESENT",
                "ARC-Seal: i=1; cv=none | ARC",
                "X-Forwarded-For: b@example.org c@example.net | FORWARDED",
            })
    void fieldsOfThoseWhoHandMailOnAreSigns(String field, ForwardSign sign) {
        assertThat(signs(field + "\n" + REST, "a@shop.example")).containsExactly(sign);
    }

    @Test
    void aNewsletterWithAListIdIsNoList() {
        assertThat(signs("List-Id: <n.shop.example>\n" + REST, "a@shop.example")).isEmpty();
        assertThat(signs("List-Id: <l>\nList-Post: <mailto:l@x.example>\n" + REST, "a@b.example"))
                .containsExactly(ForwardSign.LIST);
    }

    @Test
    void aRewrittenSenderIsASign() {
        String srs = "SRS0=HHH=TT=shop.example=a@forwarder.example";

        assertThat(signs(REST, srs)).containsExactly(ForwardSign.REWRITTEN_SENDER);
    }

    @Test
    void aRecipientOfAnotherDomainBeforeIsASign() {
        String hops =
                """
                Received: from mx.old.example ([192.0.2.2]) by mx.new.example for <b@new.example>
                Received: from out.esp.example ([192.0.2.1]) by mx.old.example for <b@old.example>
                """;

        assertThat(signs(hops + REST, "a@esp.example")).contains(ForwardSign.RECEIVED);
    }

    @Test
    void theOnlyHopFromOutsideIsNone() {
        String hops =
                """
                Received: from out.shop.example ([192.0.2.2]) by mx.new.example for <b@new.example>
                Received: from pc.shop.example ([192.0.2.1]) by out.shop.example
                 with ESMTPSA for <b@new.example>
                """;

        assertThat(signs(hops + REST, "a@shop.example")).isEmpty();
    }

    private static List<ForwardSign> signs(String mail, String mailFrom) {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        Envelope.Given given =
                new Envelope.Given(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(mailFrom),
                        Optional.empty());
        ReceivedMail received = ReceivedMail.read(bytes, given, new TrustedReceivers(List.of()));
        RawMail raw = received.raw().orElseThrow();
        return ForwardSigns.of(raw, received.envelope());
    }
}

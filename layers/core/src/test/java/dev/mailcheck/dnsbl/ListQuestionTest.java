package dev.mailcheck.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQuestionTest {
    private static final AskedList LIST = BlockLists.known().asked("bl.example", true);

    @ParameterizedTest
    @CsvSource({
        "192.0.2.99, IP4, 99.2.0.192.bl.example",
        "127.0.0.2, IP4, 2.0.0.127.bl.example",
        "2001:db8:1:2:3:4:567:89ab, IP6,"
                + " b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bl.example",
        "::ffff:127.0.0.2, IP6,"
                + " 2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example",
        "mail.example.com, DOMAIN, mail.example.com.bl.example",
    })
    void theNameHasTheSubjectBeforeTheZone(String subject, ListKind kind, String name) {
        assertThat(ListQuestion.name(subject, kind, LIST)).contains(DnsName.of(name));
    }

    @Test
    void aDomainThatIsTooLongWithTheZoneIsNotAsked() {
        String longest = "a".repeat(60) + ("." + "b".repeat(60)).repeat(3) + ".com";

        assertThat(DnsName.parse(longest)).isPresent();
        assertThat(ListQuestion.name(longest, ListKind.DOMAIN, LIST)).isEmpty();
    }
}

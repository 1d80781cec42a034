package dev.mailcheck.iprev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.IpLiteral;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GenericNameTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, 203-0-113-5.dsl.isp.example",
        "203.0.113.5, 5.113.0.203.isp.example",
        "203.0.113.5, ip-203-0-113-5.cloud.example",
        "203.0.113.5, host203.0.113.isp.example",
        "203.0.113.5, p-203-000-113-005.isp.example",
        "203.0.113.5, cb007105.isp.example",
        "203.0.113.5, pool-5.city.isp.example",
        "203.0.113.5, 5.dyn.isp.example",
        "2001:db8::abcd:1234:5678:9abc, 2001-db8--abcd-1234-5678-9abc.isp.example",
    })
    void aNameMadeOfTheAddressIsGeneric(String ip, String name) {
        assertThat(GenericName.is(name, IpLiteral.parse(ip).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, mx.example.com",
        "203.0.113.5, mx5.example.com",
        "203.0.113.5, mail-113-5.example.com",
        "203.0.113.5, dyn.example.com",
        "203.0.113.5, mx.cable5.example",
        "203.0.113.5, example.com",
        "2001:db8::25, mx25.example.com",
        "2001:db8::1, mx.db8.example.com",
    })
    void aNameThatSomebodyChoseIsNot(String ip, String name) {
        assertThat(GenericName.is(name, IpLiteral.parse(ip).orElseThrow())).isFalse();
    }
}

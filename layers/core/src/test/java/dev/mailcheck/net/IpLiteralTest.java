package dev.mailcheck.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Random;

final class IpLiteralTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "0.0.0.0,0.0.0.0",
        "255.255.255.255,255.255.255.255",
        "::,::",
        "::1,::1",
        "1::,1::",
        "2001:DB8:0:0:0:0:0:1,2001:db8::1",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0,::",
        "::ffff:192.0.2.1,::ffff:192.0.2.1",
        "::ffff:c000:201,::ffff:192.0.2.1",
        "64:ff9b::192.0.2.1,64:ff9b::c000:201",
        "1:2:3:4:5:6:192.0.2.1,1:2:3:4:5:6:c000:201",
        "fe80:0000:0000:0000:0000:0000:0000:0001,fe80::1"
    })
    void plainFormsAreReadAndWrittenInOneForm(String text, String canonical) {
        assertThat(IpLiteral.parse(text).map(IpLiteral::text)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4.",
                ".1.2.3",
                "1.2.3.-4",
                "0x7f.0.0.1",
                "2130706433",
                "1.2.3.4 ",
                "١.٢.٣.٤",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "::1.2.3",
                "1.2.3.4::",
                "1.2.3.4:1::",
                "12345::",
                "::g",
                "fe80::1%eth0",
                "[::1]",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:",
                ":1",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::8:9",
                "1:2:3:4:5:6:7:8::"
            })
    void nothingElseIsAnAddress(String text) {
        assertThat(IpLiteral.parse(text)).isEmpty();
    }

    @Test
    void aMappedAddressStaysIpv6() {
        assertThat(IpLiteral.parse("::ffff:192.0.2.1").orElseThrow())
                .isInstanceOf(Inet6Address.class);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[16];
            for (int j = 0; j < 16; j += 2) {
                bytes[j] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 0);
                bytes[j + 1] = (byte) (random.nextBoolean() ? random.nextInt() : 0);
            }
            InetAddress address = IpLiteral.address(bytes);
            String text = IpLiteral.text(address);
            assertThat(IpLiteral.parse(text)).as(text).contains(address);
        }
    }
}

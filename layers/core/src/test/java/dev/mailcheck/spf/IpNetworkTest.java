package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.129/25, 192.0.2.200, true",
        "192.0.2.129/25, 192.0.2.127, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 192.0.2.1, false",
        "::/0, ffff::1, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:db8::1:0/112, 2001:db8::1:ffff, true",
        "2001:db8::1:0/112, 2001:db8::2:0, false",
        "2001:db8::1/128, 2001:db8::1, true",
        "2001:db8::1/64, 2001:db8::ffff:0:0:1, true",
        "2001:db8::1/65, 2001:db8::ffff:0:0:1, false",
        "192.0.2.1/32, 192.0.2.1, true",
        "::ffff:192.0.2.0/120, 192.0.2.1, false"
    })
    void anAddressIsWithinARangeOfItsFamily(String network, String address, boolean within) {
        assertThat(
                        IpNetwork.parse(network)
                                .orElseThrow()
                                .contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.129/25, 192.0.2.128/25",
        "2001:DB8:0:0:0:0:0:1/64, 2001:db8::/64",
        "10.1.2.3/0, 0.0.0.0/0"
    })
    void aRangeIsWrittenWithoutBitsBehindItsPrefix(String text, String written) {
        assertThat(IpNetwork.parse(text)).map(IpNetwork::toString).contains(written);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "192.0.2.1/33", "::/129", "x/8", "192.0.2.1/", "/8", "192.0.2.1/08"})
    void whatIsNoRangeIsNotTakenForOne(String text) {
        assertThat(IpNetwork.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.3, 3.2.0.192.in-addr.arpa",
        "2001:db8::cb01, 1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
    })
    void theReverseNameIsThatOfPtrRecords(String address, String name) {
        assertThat(IpAddress.parse(address).orElseThrow().reverseName()).isEqualTo(name);
    }
}

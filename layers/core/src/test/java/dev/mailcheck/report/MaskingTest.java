package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class MaskingTest {
    private static final Own OWN =
            new Own(
                    Set.of("192.0.2.1", "2001:db8::a:1", "127.0.0.1"),
                    Set.of("laptop.example.net", "localhost"));

    private final Masking masking = new Masking(OWN, Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello [192.0.2.1], pleased        | Hello [OUR-ADDRESS], pleased
                    192.0.2.1                         | OUR-ADDRESS
                    blocked: 192.0.2.1.               | blocked: OUR-ADDRESS
                    ip4:192.0.2.1/32                  | ip4:OUR-ADDRESS/32
                    ::ffff:192.0.2.1                  | ::ffff:OUR-ADDRESS
                    see https://x.example/?ip=192.0.2.1&r=1 | see https://x.example/?ip=OUR-ADDRESS&r=1
                    192-0-2-1.dsl.isp.example         | OUR-ADDRESS
                    p1.2.0.192.dsl.isp.example ok     | OUR-ADDRESS ok
                    1.2.0.192.zen.example             | OUR-ADDRESS
                    192.0.2.10 192.0.2.11             | 192.0.2.10 192.0.2.11
                    1192.0.2.1                        | 1192.0.2.1
                    [IPv6:2001:db8::a:1]              | [IPv6:OUR-ADDRESS]
                    ip6:2001:db8::a:1 a=2001:db8::a:1 | ip6:OUR-ADDRESS a=OUR-ADDRESS
                    2001:DB8:0:0:0:0:A:1              | OUR-ADDRESS
                    2001:0db8:0000:0000:0000:0000:000a:0001 | OUR-ADDRESS
                    2001-db8--a-1.isp.example         | OUR-ADDRESS
                    1.0.0.0.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa | OUR-ADDRESS
                    2001:db8::a:12                    | 2001:db8::a:12
                    EHLO laptop.example.net           | EHLO OUR-NAME
                    LAPTOP.example.net.               | OUR-NAME.
                    mylaptop.example.net              | mylaptop.example.net
                    laptop.example.network            | laptop.example.network
                    localhost 127.0.0.1               | localhost 127.0.0.1
                    192.0.2.1 and 192.0.2.1           | OUR-ADDRESS and OUR-ADDRESS
                    """)
    void hidesOurSideInWhatServersSay(String said, String shown) {
        assertThat(masking.mask(said)).isEqualTo(shown);
    }

    @Test
    void whatTheDomainPublishesItselfStaysReadable() {
        Masking onItsOwnHost =
                new Masking(OWN, Set.of("192.0.2.1", "laptop.example.net", "example.net"));

        assertThat(onItsOwnHost.mask("laptop.example.net [192.0.2.1]"))
                .isEqualTo("laptop.example.net [192.0.2.1]");
    }

    @Test
    void nothingOfOursNothingHidden() {
        assertThat(new Masking(Own.NOTHING, Set.of()).mask("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void whatIsNoAddressIsNoPattern() {
        assertThat(AddressForms.of("not an address")).isEmpty();
        assertThat(AddressForms.of("mx.example.com")).isEmpty();
    }

    @Test
    void anAddressWithoutZerosIsFoundToo() {
        Own own = new Own(Set.of("2001:db8:1:2:3:4:5:6"), Set.of());

        assertThat(new Masking(own, Set.of()).mask("[2001:db8:1:2:3:4:5:6]"))
                .isEqualTo("[OUR-ADDRESS]");
    }
}

package dev.mailcheck.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class AddressPolicyTest {
    private static final String TEREDO_SERVER = "2001:0:808:808:0:0:";

    private static InetAddress address(String text) {
        return IpLiteral.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.1.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.8",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::10.1.2.3",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:192.168.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::8.8.8.8",
                "64:ff9b:1:0:8:808:800:0",
                "100::1",
                "2001::1",
                "2001:0:808:808:0:0:80ff:fffe",
                "2001:0:a00:1:0:0:f7f7:f7f7",
                "2001:2::1",
                "2001:10::1",
                "2001:1ff::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:a9fe:a9fe::",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void noPacketGoesToAnAddressThatIsNotPublic(String text) {
        assertThat(AddressPolicy.PUBLIC_ONLY.permits(address(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.0.9",
                "192.0.0.10",
                "192.0.1.0",
                "192.31.196.1",
                "192.52.193.1",
                "192.169.0.0",
                "192.175.48.1",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "::8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2001:0:808:808:0:0:f7f7:f7f7",
                "2001:1::1",
                "2001:4:112::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::5",
                "3ffe::1"
            })
    void aPublicAddressMayBeReached(String text) {
        assertThat(AddressPolicy.PUBLIC_ONLY.permits(address(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,true,true",
        "198.51.100.1,true,true",
        "203.0.113.255,true,true",
        "2001:db8::25,true,true",
        "3fff:1::1,true,true",
        "::ffff:192.0.2.1,true,true",
        "8.8.8.8,true,true",
        "127.0.0.1,false,true",
        "::1,false,true",
        "10.0.0.1,false,true",
        "fe80::1,false,true",
        "fd00::1,false,true",
        "64:ff9b:1::1,false,true",
        "0.0.0.0,false,false",
        "::,false,false",
        "224.0.0.1,false,false",
        "255.255.255.255,false,false",
        "::ffff:0.0.0.0,false,false",
        "ff02::1,false,false"
    })
    void labsMayReachMore(String text, boolean documentation, boolean lab) {
        assertThat(AddressPolicy.DOCUMENTATION.permits(address(text))).isEqualTo(documentation);
        assertThat(AddressPolicy.LAB.permits(address(text))).isEqualTo(lab);
    }

    @ParameterizedTest
    @EnumSource(AddressPolicy.class)
    void aWrappedAddressIsJudgedAsTheOneInside(AddressPolicy policy) {
        for (int high = 0; high < 256; high++) {
            for (int low = 0; low < 256; low++) {
                for (String inner : edges(high, low)) {
                    boolean plain = policy.permits(address(inner));
                    for (InetAddress wrapped : wrapped(inner)) {
                        assertThat(policy.permits(wrapped)).as("%s", wrapped).isEqualTo(plain);
                    }
                }
            }
        }
    }

    private static List<String> edges(int high, int low) {
        return List.of(high + "." + low + ".0.1", high + "." + low + ".255.255");
    }

    private static List<InetAddress> wrapped(String inner) {
        byte[] v4 = address(inner).getAddress();
        List<InetAddress> all = new ArrayList<>();
        for (String outer : List.of("::ffff:0:0", "::", "64:ff9b::")) {
            all.add(with(outer, 12, v4, 0));
        }
        all.add(with("2002::1", 2, v4, 0));
        all.add(with(TEREDO_SERVER + "0:0", 12, v4, 0xff));
        // The loopback address is not the wrapped 0.0.0.1.
        all.remove(address("::1"));
        return all;
    }

    private static InetAddress with(String outer, int at, byte[] v4, int turn) {
        byte[] bytes = address(outer).getAddress();
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (v4[i] ^ turn);
        }
        return IpLiteral.address(bytes);
    }

    @Test
    void aMillionAddressesAreJudgedAsTheRegistriesSay() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SpecialAddressTable table = SpecialAddressTable.read();
        for (int i = 0; i < 1_000_000; i++) {
            byte[] bytes = randomAddress(random);
            InetAddress address = IpLiteral.address(bytes);
            if (AddressPolicy.PUBLIC_ONLY.permits(address) != table.isGlobal(bytes)) {
                assertThat(AddressPolicy.PUBLIC_ONLY.permits(address))
                        .as("%s, seed %d", IpLiteral.text(address), seed)
                        .isEqualTo(table.isGlobal(bytes));
            }
        }
    }

    private static final List<String> STARTS =
            List.of(
                    "::",
                    "::ffff:0:0",
                    "64:ff9b::",
                    "64:ff9b:1::",
                    "2001::",
                    "2001:1::",
                    "2002::",
                    "2001:db8::",
                    "3fff::",
                    "2000::",
                    "fc00::",
                    "fe80::",
                    "ff00::");

    /** Half of them near what matters, else a random address would hardly ever be special. */
    private static byte[] randomAddress(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(bytes);
        if (bytes.length == 16 && random.nextBoolean()) {
            byte[] start = address(STARTS.get(random.nextInt(STARTS.size()))).getAddress();
            int kept = 1 + random.nextInt(12);
            System.arraycopy(start, 0, bytes, 0, kept);
        }
        if (bytes.length == 4 && random.nextBoolean()) {
            bytes[0] =
                    (byte)
                            List.of(0, 10, 100, 127, 169, 172, 192, 198, 203, 224)
                                    .get(random.nextInt(10))
                                    .intValue();
            bytes[1] =
                    (byte)
                            List.of(0, 16, 18, 51, 64, 88, 168, 254)
                                    .get(random.nextInt(8))
                                    .intValue();
        }
        return bytes;
    }
}

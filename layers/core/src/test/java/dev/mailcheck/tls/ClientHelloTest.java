package dev.mailcheck.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hellos we send, byte for byte where a server may look. */
class ClientHelloTest {
    private static final int RECORD_HEADER = 5;
    private static final int SESSION_ID = RECORD_HEADER + 4 + 2 + 32;

    private static TlsOffer offer(String name) {
        return Stream.of(
                        TlsOffer.SENDER,
                        TlsOffer.TLS12_MODERN,
                        TlsOffer.BROKEN_SUITES,
                        TlsOffer.OLD_VERSIONS,
                        TlsOffer.DATED_SUITES,
                        TlsOffer.SSL3)
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] hello(TlsOffer offer) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        TlsHandshake.over(InputStream.nullInputStream(), sent, offer, Optional.of("mx.example"));
        byte[] all = sent.toByteArray();
        return Arrays.copyOf(all, RECORD_HEADER + number(all, 3));
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    @ParameterizedTest
    @CsvSource({
        "sender, 0301, 0303, 0",
        "tls12-modern, 0301, 0303, 0",
        "broken-suites, 0301, 0303, 1 0",
        "old-versions, 0301, 0302, 1 0",
        "dated-suites, 0301, 0303, 1 0",
        "ssl3, 0300, 0300, 1 0"
    })
    void recordVersionAndCompressionAreAsTheOfferWantsThem(
            String name, String record, String version, String compression) {
        byte[] hello = hello(offer(name));
        int suites = SESSION_ID + 1 + hello[SESSION_ID];
        int methods = suites + 2 + number(hello, suites);

        assertThat("%04x".formatted(number(hello, 1))).isEqualTo(record);
        assertThat("%04x".formatted(number(hello, RECORD_HEADER + 4))).isEqualTo(version);
        assertThat(methods(hello, methods)).isEqualTo(compression);
        assertThat(number(hello, RECORD_HEADER + 2)).isEqualTo(hello.length - RECORD_HEADER - 4);
        // The extensions fill the rest exactly.
        int extensions = methods + 1 + hello[methods];
        assertThat(extensions + 2 + number(hello, extensions)).isEqualTo(hello.length);
    }

    private static String methods(byte[] hello, int at) {
        List<String> methods =
                IntStream.range(0, hello[at])
                        .mapToObj(i -> Integer.toString(hello[at + 1 + i]))
                        .toList();
        return String.join(" ", methods);
    }

    @ParameterizedTest
    @CsvSource({"broken-suites", "old-versions", "dated-suites", "ssl3"})
    void noGoodSuiteIsAmongThoseThatAreToBeRefused(String name) {
        assertThat(offer(name).suites()).isNotEmpty().noneMatch(TlsCipherSuite::modern);
    }

    @ParameterizedTest
    @CsvSource({"sender", "tls12-modern"})
    void noBadSuiteIsAmongThoseOfASender(String name) {
        assertThat(offer(name).suites())
                .isNotEmpty()
                .noneMatch(suite -> suite.broken() || suite.anonymous());
    }
}

package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Received-SPF of RFC 7208 and of those who write it otherwise. */
class ReceivedSpfTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pass (mx.example: domain of u@a.example designates 192.0.2.1) client-ip=192.0.2.1; envelope-from="u@a.example"; helo=a.example; | pass | 192.0.2.1 | a.example | u@a.example
                    Pass (protection.example: ok) receiver=protection.example; client-ip=2001:DB8::1; helo=a.example; pr=C | pass | 2001:db8::1 | a.example | -
                    softfail (spfCheck: x) client-ip=192.0.2.1; envelope-from=b=c@a.example; helo=mx.a.example; | softfail | 192.0.2.1 | mx.a.example | b=c@a.example
                    None identity=helo; client-ip=192.0.2.1 helo=a.example; envelope-from=<u@a.example> | none | 192.0.2.1 | a.example | u@a.example
                    fail client-ip=192.0.2.1; envelope-from=<>; helo=[192.0.2.1]  | fail | 192.0.2.1 | 192.0.2.1 | ''
                    pass (google.example: domain of x) client-ip=192.0.2.1;       | pass | 192.0.2.1 | - | -
                    neutral                                                       | neutral | - | - | -
                    """)
    void theKeysAreRead(String value, String result, String ip, String helo, String from) {
        ReceivedSpf read = ReceivedSpf.parse(value).orElseThrow();

        assertThat(read.result()).isEqualTo(result);
        assertThat(read.clientIp().orElse("-")).isEqualTo(ip);
        assertThat(read.helo().orElse("-")).isEqualTo(helo);
        assertThat(read.envelopeFrom().orElse("-")).isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "(pass)", "=pass"})
    void withoutAResultItIsNone(String value) {
        assertThat(ReceivedSpf.parse(value)).isEmpty();
    }
}

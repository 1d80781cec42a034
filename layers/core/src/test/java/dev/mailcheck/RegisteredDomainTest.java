package dev.mailcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dnsbl.RegisteredDomain;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.IDN;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of the Public Suffix List's own tests; U-labels reach us as A-labels. */
class RegisteredDomainTest {
    @TestFactory
    Stream<DynamicTest> theListsOwnTestsPass() {
        return SharedCases.in("psl").stream()
                .map(test ->
                        DynamicTest.dynamicTest(
                                SharedCases.get(test, "domain").toString(), () -> verify(test)));
    }

    private static void verify(Map<String, Object> test) {
        String domain = SharedCases.get(test, "domain").toString();
        Map<String, Object> expect = SharedCases.map(SharedCases.get(test, "expect"));
        Optional<DnsName> expected =
                Optional.ofNullable(expect.get("registrable"))
                        .map(text -> DnsName.of(IDN.toASCII(text.toString())));

        assertThat(name(domain).flatMap(RegisteredDomain::of)).isEqualTo(expected);
    }

    /** A name that begins with a dot is none. */
    private static Optional<DnsName> name(String text) {
        return text.startsWith(".") ? Optional.empty() : DnsName.parse(IDN.toASCII(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com", "a b.example.com", "_dmarc", "x.y z"})
    void whatCannotBeRegisteredHasNone(String name) {
        assertThat(RegisteredDomain.of(DnsName.of(name))).isEmpty();
    }
}

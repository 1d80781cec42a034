package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.message.Received;
import dev.mailcheck.message.Tls;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Received fields of the conformance data, exactly. */
@NullMarked
class ReceivedConformanceTest {
    @TestFactory
    Stream<DynamicTest> eachFieldIsReadAsExpected() {
        return SharedCases.in("received").stream()
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    @Test
    void theDataHas172Fields() {
        assertThat(SharedCases.in("received")).hasSize(172);
    }

    private static void verify(Map<String, Object> c) {
        Received received = Received.parse((String) get(c, "header"));
        Map<String, Object> expected = map(get(map(get(c, "expect")), "received"));
        expected.forEach(
                (name, value) -> assertThat(seen(received, name, value)).as(name).isEqualTo(value));
    }

    private static Object seen(Received received, String name, Object expected) {
        return switch (name) {
            case "tls" -> tls(received, (Boolean) expected);
            case "tls_version" -> text(received.tls().version());
            case "cipher" -> text(received.tls().cipher());
            case "with" -> text(received.with());
            case "by" -> text(received.by());
            case "from" -> text(received.from());
            case "ip" -> text(received.ip());
            case "helo" -> text(received.helo());
            case "rdns" -> text(received.rdns());
            case "id" -> text(received.id());
            case "auth" -> received.authenticated();
            case "envelope_from" -> text(received.envelopeFrom());
            default -> throw new IllegalStateException(name);
        };
    }

    /** False in the data means: must not be shown as encrypted. */
    private static boolean tls(Received received, boolean expected) {
        boolean encrypted = received.tls().encryption() == Tls.Encryption.ENCRYPTED;
        assertThat(encrypted).isEqualTo(expected);
        return expected;
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }
}

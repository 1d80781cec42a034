package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimVerifier;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole mails of the conformance data. */
@NullMarked
class MailConformanceTest {
    @TestFactory
    Stream<DynamicTest> signaturesHaveTheExpectedResults() {
        List<Map<String, Object>> cases = SharedCases.in("dkim");
        assertThat(cases).hasSize(44);
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    private static void verify(Map<String, Object> c) throws IOException {
        DkimResult result = dkim(c);
        List<?> expected = (List<?>) get(map(get(c, "expect")), "dkim");
        assertThat(result.signatures()).as("%s", result).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            verify(result.signatures().get(i), map(expected.get(i)));
        }
    }

    private static void verify(SignatureResult signature, Map<String, Object> expected) {
        assertThat(signature.domain().orElse(null)).isEqualTo(expected.get("domain"));
        assertThat(signature.selector().orElse(null)).isEqualTo(expected.get("selector"));
        Object words = get(expected, "result");
        assertThat(words instanceof List<?> list ? list : List.of(words))
                .as("%s", signature)
                .anyMatch(word -> sameClass((String) word, signature.result()));
    }

    private static boolean sameClass(String expected, DkimWord result) {
        return switch (expected) {
            case "pass", "temperror" -> result.word().equals(expected);
            default -> result != DkimWord.PASS && result != DkimWord.TEMPERROR;
        };
    }

    private static DkimResult dkim(Map<String, Object> c) throws IOException {
        ZoneDns dns = ZoneDns.read(map(get(c, "zone"))).orElseThrow();
        Clock clock = Clock.fixed(Instant.parse((String) get(c, "clock")), ZoneOffset.UTC);
        byte[] bytes =
                Files.readAllBytes(
                        SharedCases.folder("dkim").resolve((String) get(c, "mail_file")));
        RawMail mail = (RawMail) Reading.of(bytes);
        return new DkimVerifier(dns, clock, SignatureCrypto.forManyMails())
                .verify(SignedMail.of(mail));
    }
}

package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.dmarc.DmarcPolicy;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.spf.SpfResult;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole mails of the conformance data, with all that is expected of SPF, DKIM, ARC and DMARC. */
@NullMarked
class MailConformanceTest {
    @TestFactory
    Stream<DynamicTest> eachMailHasTheExpectedResults() {
        return Stream.of("dkim", "dmarc")
                .flatMap(folder ->
                        SharedCases.in(folder).stream()
                                .map(c ->
                                        DynamicTest.dynamicTest(
                                                (String) get(c, "id"), () -> verify(folder, c))));
    }

    @Test
    void thereAre44And14Cases() {
        assertThat(SharedCases.in("dkim")).hasSize(44);
        assertThat(SharedCases.in("dmarc")).hasSize(14);
    }

    private static void verify(String folder, Map<String, Object> c) {
        EvaluatedMail mail = EvaluatedMail.of(folder, c);
        Map<String, Object> expect = map(get(c, "expect"));
        assertThat(expect.keySet()).isSubsetOf("spf", "dkim", "arc", "dmarc");
        verify((List<?>) get(expect, "dkim"), mail.dkim());
        Optional.ofNullable(expect.get("arc")).ifPresent(arc -> verify(arc, mail.arc()));
        Optional.ofNullable(expect.get("spf")).ifPresent(spf -> verify(spf, mail.spf()));
        Optional.ofNullable(expect.get("dmarc"))
                .ifPresent(dmarc -> verify(map(dmarc), mail.dmarc()));
    }

    private static void verify(List<?> expected, DkimResult result) {
        assertThat(result.signatures()).as("%s", result).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            verify(map(expected.get(i)), result.signatures().get(i));
        }
    }

    private static void verify(Map<String, Object> expected, SignatureResult signature) {
        assertThat(signature.domain().orElse(null)).isEqualTo(expected.get("domain"));
        assertThat(signature.selector().orElse(null)).isEqualTo(expected.get("selector"));
        assertThat(words(get(expected, "result")))
                .as("%s", signature)
                .anyMatch(word -> sameClass(word, signature.result()));
    }

    private static boolean sameClass(String expected, DkimWord result) {
        return switch (expected) {
            case "pass", "temperror" -> result.word().equals(expected);
            default -> result != DkimWord.PASS && result != DkimWord.TEMPERROR;
        };
    }

    private static void verify(Object expected, ArcResult result) {
        assertThat(words(expected)).as("%s", result).contains(result.result().word());
    }

    private static void verify(Object expected, Optional<SpfResult> result) {
        assertThat(words(expected)).contains(result.orElseThrow().result().word());
    }

    private static void verify(Map<String, Object> expected, DmarcResult result) {
        assertThat(seen(result)).as("%s", result).containsAllEntriesOf(expected);
    }

    private static Map<String, Object> seen(DmarcResult result) {
        return Map.of(
                "result", result.result().word(),
                "policy", result.applied().map(DmarcPolicy::word).orElse(""),
                "policy_domain", result.policyDomain().orElse(""),
                "dkim_aligned", result.dkimAligned(),
                "spf_aligned", result.spfAligned());
    }

    private static List<String> words(Object expected) {
        return expected instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of((String) expected);
    }
}

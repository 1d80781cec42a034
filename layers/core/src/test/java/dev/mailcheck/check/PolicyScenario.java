package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A zone and exactly the codes it must give. Each record that is proposed is tried as well: with it
 * published its finding must be gone.
 *
 * @param fact what the scenario shows
 * @param codes all codes of the check, with a subject behind those that are not about the domain
 */
record PolicyScenario(
        String fact,
        Check check,
        String domain,
        Dns dns,
        List<String> selectors,
        List<String> codes) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static PolicyScenario of(Check check, String fact, String zone, String... codes) {
        return new PolicyScenario(
                fact, check, PolicyLab.DOMAIN, PolicyLab.zone(zone), List.of(), List.of(codes));
    }

    PolicyScenario at(String other) {
        return new PolicyScenario(fact, check, other, dns, selectors, codes);
    }

    PolicyScenario in(Dns other) {
        return new PolicyScenario(fact, check, domain, other, selectors, codes);
    }

    PolicyScenario withSelectors(String... named) {
        return new PolicyScenario(fact, check, domain, dns, List.of(named), codes);
    }

    static Stream<DynamicTest> tests(PolicyScenario... scenarios) {
        return Stream.of(scenarios).map(s -> DynamicTest.dynamicTest(s.fact(), s::verify));
    }

    private void verify() {
        CheckResult result = judge(dns);
        assertThat(PolicyLab.codes(result, domain))
                .containsExactlyElementsOf(codes.stream().sorted().toList());
        result.findings().forEach(this::tryProposal);
        result.findings().forEach(PolicyScenario::fillWords);
    }

    /** Every place in the words of a finding has an argument. */
    private static void fillWords(Finding finding) {
        Set<String> known = new HashSet<>(finding.arguments().keySet());
        known.add("subject");
        List<String> places =
                words(finding.code())
                        .flatMap(text -> PLACE.matcher(text).results())
                        .map(place -> place.group(1))
                        .toList();
        assertThat(known).as("%s", finding.code()).containsAll(places);
    }

    private static Stream<String> words(FindingCode code) {
        String file = "/words/" + code.check().word() + ".en.properties";
        try (InputStream words =
                Objects.requireNonNull(PolicyScenario.class.getResourceAsStream(file))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(code.name() + "."));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void tryProposal(Finding finding) {
        finding.record()
                .ifPresent(record ->
                        assertThat(judge(PolicyLab.with(dns, record)).findings())
                                .as("with %s", record)
                                .noneMatch(other ->
                                        other.code() == finding.code()
                                                && other.subject().equals(finding.subject())));
    }

    CheckResult judge(Dns answering) {
        return PolicyLab.judge(check, answering, domain, selectors.toArray(String[]::new));
    }
}

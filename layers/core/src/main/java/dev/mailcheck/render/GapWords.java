package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a gap is and how the user gets to know what is missing, in words. */
final class GapWords {
    /** What a line of a phrase begins with that is a command, to be copied as it stands. */
    static final String COMMAND = "$ ";

    /** Cures of one gap that are told; more of them say the same about other hosts. */
    private static final int CURES = 2;

    private final Words words;

    GapWords(Words words) {
        this.words = words;
    }

    String what(Gap gap, Report report) {
        String checks = String.join(", ", gap.checks());
        if (gap.reason().isEmpty() || (gap.told().size() == 1 && gap.checks().size() == 1)) {
            return checks + ": " + gap.told().getFirst().finding().message();
        }
        List<String> subjects =
                gap.subjects().stream().filter(name -> !name.equals(report.domain())).toList();
        return words.phrase(
                subjects.isEmpty() ? "gap" : "gap.subjects",
                Map.of(
                        "checks", checks,
                        "reason", words.reason(gap.reason()),
                        "subjects", String.join(", ", subjects)));
    }

    /** Paragraphs, and commands that begin with {@link #COMMAND}. */
    List<String> how(Gap gap, Report report) {
        return Stream.of(
                        report.mail() == null ? "" : "how.mail." + gap.reason(),
                        "how." + gap.reason())
                .filter(key -> words.phraseIfAny(key).isPresent())
                .findFirst()
                .map(key -> words.phrase(key, Map.of("domain", report.domain())).lines().toList())
                .orElseGet(() -> cures(gap));
    }

    /** Each cure once, with its checks before it where it is not that of all checks here. */
    private static List<String> cures(Gap gap) {
        Map<String, Set<String>> checksByCure = new LinkedHashMap<>();
        for (Gap.Told told : gap.told()) {
            Optional.ofNullable(told.finding().fix())
                    .ifPresent(fix ->
                            checksByCure
                                    .computeIfAbsent(fix.text(), text -> new LinkedHashSet<>())
                                    .add(told.check()));
        }
        return checksByCure.entrySet().stream()
                .limit(CURES)
                .map(cure -> named(cure.getValue(), gap) + cure.getKey())
                .toList();
    }

    private static String named(Set<String> checks, Gap gap) {
        return checks.size() == gap.checks().size() ? "" : String.join(", ", checks) + ": ";
    }
}

package dev.mailcheck.render;

import dev.mailcheck.check.FindingCode;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A finding in words for headings and one-line summaries. There nothing stands that the checked
 * side wrote, but names and numbers: prose in a TXT record or a banner may be aimed at whoever, or
 * whatever program, reads only the summary.
 */
final class SummaryWords {
    private static final int LONGEST = 253;
    private static final String WORD = "[\\p{Alnum}._:/+=@\\[\\]-]+";
    private static final Pattern NAMES_AND_NUMBERS = Pattern.compile(WORD + "(?:, " + WORD + ")*+");

    /** What would be told behind a colon at the end, where it may not be told. */
    private static final Pattern LEFT_OUT_LAST = Pattern.compile("[:：] ?\\.\\.\\.$");

    private final Words words;

    SummaryWords(Words words) {
        this.words = words;
    }

    String of(FindingView finding) {
        if (isPlain(finding.subject())
                && finding.arguments().values().stream().allMatch(SummaryWords::isPlain)) {
            return finding.message();
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        finding.arguments().forEach((name, value) -> arguments.put(name, plain(value)));
        return code(finding)
                .map(code -> words.message(code, plain(finding.subject()), arguments))
                .map(message -> LEFT_OUT_LAST.matcher(message).replaceFirst(""))
                .orElse(finding.code());
    }

    /** Empty for a report of a version that knows more codes than this one. */
    private static Optional<FindingCode> code(FindingView finding) {
        return Arrays.stream(FindingCode.values())
                .filter(code -> code.name().equals(finding.code()))
                .findFirst();
    }

    private static String plain(String text) {
        return isPlain(text) ? text : "...";
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST && NAMES_AND_NUMBERS.matcher(text).matches();
    }
}

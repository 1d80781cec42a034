package dev.mailcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the citations of RFCs out of a source file or a page. */
final class RfcCitations {
    /** One section, or the RFC as a whole where the section is empty. */
    record Citation(int rfc, String section) {
        @Override
        public String toString() {
            return "RFC " + rfc + (section.isEmpty() ? "" : ", section " + section);
        }
    }

    private static final String SECTION = "(?:[0-9]+|[A-Z])(?:\\.[0-9]+)*";

    private static final Pattern WELL_FORMED =
            Pattern.compile(
                    "\\bRFC (?<rfc>[0-9]+)"
                            + "(?:, (?:section|appendix) (?<one>"
                            + SECTION
                            + ")|, (?:sections|appendices) (?<many>"
                            + SECTION
                            + "(?:(?:,? (?:and|or|to) |, )"
                            + SECTION
                            + ")+))?");

    /** What was meant as a citation of a section, in another form than ours. */
    private static final Pattern ILL_FORMED =
            Pattern.compile(
                    "\\bRFCs?[0-9]{3,}\\b"
                            + "|\\bRFC-[0-9]+"
                            + "|\\bRFC [0-9]+[,;]? ?(?:§|[Ss]ec\\.|s\\.)"
                            + "|\\bRFC [0-9]+(?:;|:)? [Ss]ections?\\b"
                            + "|\\bRFC [0-9]+, ?(?:Section|SECTION|[0-9]+\\.[0-9])"
                            + "|\\bRFC [0-9]+ (?:\\([0-9]|[0-9]+\\.[0-9])"
                            + "|\\b[Ss]ections? [0-9.]+ of RFC\\b");

    private static final Pattern LINE_BREAK =
            Pattern.compile("\\R[ \\t]*(?:\\*(?!/)|//|#)?[ \\t]*");
    private static final Pattern JOINED_STRINGS = Pattern.compile("\" \\+ \"");
    private static final Pattern SECTION_ONLY = Pattern.compile(SECTION);

    private RfcCitations() {}

    static List<Citation> in(String text) {
        List<Citation> citations = new ArrayList<>();
        Matcher matcher = WELL_FORMED.matcher(onOneLine(text));
        while (matcher.find()) {
            int rfc = Integer.parseInt(matcher.group("rfc"));
            sections(matcher).map(section -> new Citation(rfc, section)).forEach(citations::add);
        }
        return citations;
    }

    static List<String> illFormedIn(String text) {
        return ILL_FORMED.matcher(onOneLine(text)).results().map(MatchResult::group).toList();
    }

    private static Stream<String> sections(Matcher matcher) {
        String one = matcher.group("one");
        String many = matcher.group("many");
        if (many != null) {
            return SECTION_ONLY.matcher(many).results().map(MatchResult::group);
        }
        return Stream.of(one == null ? "" : one);
    }

    private static String onOneLine(String text) {
        return JOINED_STRINGS.matcher(LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll("");
    }
}

package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.StrictSender;
import dev.mailcheck.report.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which mail hosts a sender that insists on TLS would refuse today, and why. Nothing where the
 * domain publishes no rule that has senders insist.
 */
final class StrictSendersText {
    private static final String MARGIN = " -  ";
    private static final String REFUSES = "refuses";
    private static final String DELIVERS = "delivers";

    private final Words words;

    StrictSendersText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        List<StrictSender> ruled = ruled(report);
        if (ruled.isEmpty()) {
            return;
        }
        page.blank().line(Ink.HEADING, 0, words.phrase("strict"));
        lines("strict.refused", Marks.ink(Status.FAIL), ruled, StrictSendersText::isRefused, page);
        lines("strict.unknown", Ink.PLAIN, ruled, StrictSendersText::isInDoubt, page);
        delivered(ruled.stream().filter(StrictSendersText::isSound).count(), page);
    }

    /** Those of whom a rule is known; where none is, there is nothing to tell. */
    static List<StrictSender> ruled(Report report) {
        return report.strictSenders().stream().filter(StrictSendersText::hasRule).toList();
    }

    /** What is not known of all rules is told of under "not judged" already. */
    private static boolean hasRule(StrictSender at) {
        return isRefused(at) || DELIVERS.equals(at.mtaSts()) || DELIVERS.equals(at.dane());
    }

    private static boolean isRefused(StrictSender at) {
        return REFUSES.equals(at.mtaSts()) || REFUSES.equals(at.dane());
    }

    /** It delivers by one rule, and by the other it is not known. */
    private static boolean isInDoubt(StrictSender at) {
        return !isRefused(at) && (at.mtaSts() == null || at.dane() == null);
    }

    private static boolean isSound(StrictSender at) {
        return !isRefused(at) && !isInDoubt(at);
    }

    /** One for the addresses of a host that have the same told of them. */
    private void lines(
            String phrase,
            Ink ink,
            List<StrictSender> ruled,
            Predicate<StrictSender> which,
            Page page) {
        ruled.stream()
                .filter(which)
                .collect(
                        Collectors.groupingBy(
                                at -> List.of(at.mx(), at.why()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .forEach(same -> page.hanging(Ink.PLAIN, MARGIN, ink, line(phrase, same)));
    }

    private String line(String phrase, List<StrictSender> same) {
        String addresses =
                same.stream().map(StrictSender::address).collect(Collectors.joining(", "));
        StrictSender first = same.getFirst();
        return words.phrase(
                phrase, Map.of("mx", first.mx(), "addresses", addresses, "why", first.why()));
    }

    private void delivered(long count, Page page) {
        if (count > 0) {
            String phrase =
                    words.phrase("strict.delivered", Map.of("count", String.valueOf(count)));
            page.hanging(Ink.PLAIN, MARGIN, Ink.PLAIN, phrase);
        }
    }
}

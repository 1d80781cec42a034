package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.StrictSender;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;

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
        List<StrictSender> ruled =
                report.strictSenders().stream().filter(StrictSendersText::hasRule).toList();
        if (ruled.isEmpty()) {
            return;
        }
        page.blank().line(Ink.HEADING, 0, words.phrase("strict"));
        ruled.stream().filter(StrictSendersText::isRefused).forEach(at -> refused(at, page));
        ruled.stream().filter(StrictSendersText::isInDoubt).forEach(at -> inDoubt(at, page));
        delivered(ruled.stream().filter(StrictSendersText::isSound).count(), page);
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

    private void refused(StrictSender at, Page page) {
        page.hanging(Ink.PLAIN, MARGIN, Marks.ink(Status.FAIL), phrase("strict.refused", at));
    }

    private void inDoubt(StrictSender at, Page page) {
        page.hanging(Ink.PLAIN, MARGIN, Ink.PLAIN, phrase("strict.unknown", at));
    }

    private String phrase(String key, StrictSender at) {
        return words.phrase(key, Map.of("mx", at.mx(), "address", at.address(), "why", at.why()));
    }

    private void delivered(long count, Page page) {
        if (count > 0) {
            String phrase =
                    words.phrase("strict.delivered", Map.of("count", String.valueOf(count)));
            page.hanging(Ink.PLAIN, MARGIN, Ink.PLAIN, phrase);
        }
    }
}

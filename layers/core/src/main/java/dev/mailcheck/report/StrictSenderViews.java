package dev.mailcheck.report;

import dev.mailcheck.check.StrictDelivery;
import dev.mailcheck.check.StrictSenders;
import dev.mailcheck.report.Report.StrictSender;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Puts into words what strict senders do. What is not known has no word in the contract, and a
 * guess would be a false alarm or a false all-clear: such a word is left out, and the why says why.
 */
final class StrictSenderViews {
    private final Words words;

    StrictSenderViews(Words words) {
        this.words = words;
    }

    StrictSender of(StrictSenders at) {
        return new StrictSender(
                at.host(),
                at.address(),
                word(at.mtaSts()),
                null,
                why("mta-sts", at.mtaSts()));
    }

    private static @Nullable String word(StrictDelivery delivery) {
        return switch (delivery) {
            case StrictDelivery.Delivers delivers -> "delivers";
            case StrictDelivery.DeliversDespite testing -> "delivers";
            case StrictDelivery.Refuses refuses -> "refuses";
            case StrictDelivery.NoRule none -> "none";
            case StrictDelivery.NotKnown notKnown -> null;
        };
    }

    private String why(String rule, StrictDelivery delivery) {
        return switch (delivery) {
            case StrictDelivery.Delivers delivers -> phrase(rule, "delivers", "");
            case StrictDelivery.DeliversDespite(String reason) -> phrase(rule, "testing", reason);
            case StrictDelivery.Refuses(String reason) -> phrase(rule, "refuses", reason);
            case StrictDelivery.NoRule none -> phrase(rule, "none", "");
            case StrictDelivery.NotKnown(String reason) -> phrase(rule, "unknown", reason);
        };
    }

    private String phrase(String rule, String what, String reason) {
        String key = "strict." + rule + "." + what;
        return words.phrase(key, Map.of("reason", words.reason(reason)));
    }
}

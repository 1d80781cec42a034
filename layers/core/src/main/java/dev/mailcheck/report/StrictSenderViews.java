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
                word(at.dane()),
                why("MTA-STS", at.mtaSts()) + " " + why("DANE", at.dane()));
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
        return words.phrase(
                phrase(delivery), Map.of("rule", rule, "reason", words.reason(delivery.reason())));
    }

    private static String phrase(StrictDelivery delivery) {
        return switch (delivery) {
            case StrictDelivery.Delivers delivers -> "strict.why";
            case StrictDelivery.Refuses refuses -> "strict.why";
            case StrictDelivery.NoRule none -> "strict.why";
            case StrictDelivery.DeliversDespite testing -> "strict.why.testing";
            case StrictDelivery.NotKnown notKnown -> "strict.why.unknown";
        };
    }
}

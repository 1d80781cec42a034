package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.report.Report.VantageView;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands at the foot of a report, in words. */
final class Notes {
    private final Words words;

    Notes(Words words) {
        this.words = words;
    }

    String outlook(Outlook outlook) {
        return words.phrase(
                "outlook." + outlook.event(),
                Map.of(
                        "subject", outlook.subject(),
                        "days", String.valueOf(outlook.days()),
                        "at", outlook.at().replaceFirst("T.*", "")));
    }

    String vantage(VantageView from) {
        return words.phrase(
                "vantage",
                Map.of(
                        "port25", words.phrase("vantage.port25." + from.port25()),
                        "ipv6", words.phrase("vantage.ipv6." + from.ipv6()),
                        "resolver", words.phrase("vantage.resolver." + from.resolver())));
    }

    /** What was found of a mail, as a header field tells it. */
    Optional<String> authenticationResults(Report report) {
        return Optional.ofNullable(report.authenticationResults())
                .map(value -> "Authentication-Results: " + value);
    }

    /** How to try a record, if one is proposed. */
    Optional<String> trial(Report report) {
        return proposed(report).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.phrase(
                                report.kind().equals("domain") ? "try.record" : "try.record.mail",
                                Map.of("domain", report.domain())));
    }

    /** A warning where several of the proposed records take each other's place. */
    Optional<String> oneByOne(Report report) {
        List<ProposedRecord> all = proposed(report);
        long different = all.stream().map(r -> r.name() + " " + r.type()).distinct().count();
        return different < all.size() ? Optional.of(words.phrase("one.by.one")) : Optional.empty();
    }

    private static List<ProposedRecord> proposed(Report report) {
        return report.checks().stream()
                .flatMap(check -> check.findings().stream())
                .flatMap(finding -> Optional.ofNullable(finding.fix()).stream())
                .flatMap(fix -> Optional.ofNullable(fix.record()).stream())
                .distinct()
                .toList();
    }
}

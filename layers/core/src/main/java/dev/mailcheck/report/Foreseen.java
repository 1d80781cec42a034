package dev.mailcheck.report;

import dev.mailcheck.check.Judgement;
import dev.mailcheck.report.OutlookSource.Break;
import dev.mailcheck.report.Report.Outlook;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** The breaks that are sure to come if nobody acts, soonest first; of a kind one a subject. */
final class Foreseen {
    private static final List<OutlookSource> SOURCES =
            List.of(new MailCertificates(), new PolicyCertificate(), new ZoneSignatures());

    private static final Comparator<Break> SOONEST_FIRST =
            Comparator.comparing(Break::at).thenComparing(Break::subject);

    private Foreseen() {}

    static List<Outlook> in(Judgement judgement) {
        Collection<Break> ahead =
                SOURCES.stream()
                        .flatMap(source -> source.in(judgement))
                        .filter(next -> next.at().isAfter(judgement.at()))
                        .collect(
                                Collectors.toMap(
                                        next -> Map.entry(next.event(), next.subject()),
                                        next -> next,
                                        BinaryOperator.minBy(SOONEST_FIRST)))
                        .values();
        return ahead.stream()
                .sorted(SOONEST_FIRST)
                .map(next -> outlook(next, judgement.at()))
                .toList();
    }

    private static Outlook outlook(Break next, Instant now) {
        return new Outlook(
                next.event(),
                next.subject(),
                next.at().toString(),
                Duration.between(now, next.at()).toDays());
    }
}

package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_REPORT_DOMAIN_WITHOUT_MAIL;
import static dev.mailcheck.check.FindingCode.DMARC_REPORT_NOT_AUTHORISED;
import static dev.mailcheck.check.FindingCode.DMARC_REPORT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DMARC_REPORT_SCHEME_UNUSUAL;
import static dev.mailcheck.check.FindingCode.DMARC_REPORT_URI_MALFORMED;
import static dev.mailcheck.check.FindingCode.DMARC_RUA_MANY;
import static dev.mailcheck.check.FindingCode.DMARC_RUA_MISSING;
import static dev.mailcheck.check.FindingCode.DMARC_RUA_VALID;

import dev.mailcheck.dmarc.DmarcRewrite;
import dev.mailcheck.dmarc.PolicyDiscovery.Found;
import dev.mailcheck.dmarc.ReportDestination;
import dev.mailcheck.dmarc.ReportUri;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DmarcObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the reports that the domain asks for will reach somebody. */
final class DmarcReportFindings {
    /** As many addresses as reporters must serve. */
    private static final int SERVED = 2;

    private DmarcReportFindings() {}

    static List<Finding> of(DmarcObservation seen, Found found) {
        if (found.isOfPublicSuffix()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(ofUris(found));
        TreeWalk policyWalk = seen.walk().from(found.policyDomain());
        seen.destinations().stream()
                .flatMap(destination -> ofDestination(found, policyWalk, destination))
                .forEach(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.of(DMARC_RUA_VALID, subject(found), "uris", texts(found)));
        }
        return findings;
    }

    private static List<Finding> ofUris(Found found) {
        List<Finding> findings = new ArrayList<>();
        if (found.record().rua().isEmpty()) {
            findings.add(Finding.of(DMARC_RUA_MISSING, subject(found)));
        }
        if (found.record().rua().size() > SERVED) {
            findings.add(
                    Finding.of(
                            DMARC_RUA_MANY,
                            subject(found),
                            "count",
                            Integer.toString(found.record().rua().size())));
        }
        those(found, uri -> !uri.valid())
                .map(uris -> malformed(found, uris))
                .ifPresent(findings::add);
        those(found, uri -> uri.valid() && !uri.isMailto())
                .map(uris -> Finding.of(DMARC_REPORT_SCHEME_UNUSUAL, subject(found), "uris", uris))
                .ifPresent(findings::add);
        return findings;
    }

    private static Finding malformed(Found found, String uris) {
        Finding finding = Finding.of(DMARC_REPORT_URI_MALFORMED, subject(found), "uris", uris);
        return new TxtPlace(found.step().question(), found.step().answer())
                .mend(finding, Optional.of(DmarcRewrite.tidy(found.record())));
    }

    private static Stream<Finding> ofDestination(
            Found found, TreeWalk policyWalk, ReportDestination destination) {
        return Stream.concat(
                consent(found, policyWalk, destination).stream(),
                mail(found, destination).stream());
    }

    private static Optional<Finding> consent(
            Found found, TreeWalk policyWalk, ReportDestination destination) {
        return switch (destination.consent(policyWalk)) {
            case NOT_NEEDED, GIVEN -> Optional.empty();
            case MISSING -> Optional.of(notAuthorised(found, destination));
            case NOT_KNOWN ->
                    Optional.of(
                            notKnown(found, destination, Stream.of(destination.authorisation())));
        };
    }

    private static Finding notAuthorised(Found found, ReportDestination destination) {
        Finding finding =
                Finding.of(
                        DMARC_REPORT_NOT_AUTHORISED,
                        subject(found),
                        "destination",
                        destination.domain().name(),
                        "name",
                        destination.name());
        return new TxtPlace(destination.name(), destination.authorisation())
                .mend(finding, Optional.of("v=DMARC1"));
    }

    private static Optional<Finding> mail(Found found, ReportDestination destination) {
        return switch (destination.mail()) {
            case ACCEPTED -> Optional.empty();
            case NOT_ACCEPTED ->
                    Optional.of(
                            Finding.of(
                                    DMARC_REPORT_DOMAIN_WITHOUT_MAIL,
                                    subject(found),
                                    "destination",
                                    destination.domain().name()));
            case NOT_KNOWN ->
                    Optional.of(
                            notKnown(
                                    found,
                                    destination,
                                    Stream.concat(
                                            Stream.of(destination.mx()),
                                            destination.addresses().stream())));
        };
    }

    /** The reason is that of the first question that failed; else one of a walk did. */
    private static Finding notKnown(
            Found found, ReportDestination destination, Stream<DnsAnswer> answers) {
        String reason =
                answers.filter(DnsAnswer.Failed.class::isInstance)
                        .map(answer -> ((DnsAnswer.Failed) answer).reason().name())
                        .findFirst()
                        .or(() -> destination.walk().failure().map(Enum::name))
                        .orElse("SERVFAIL");
        return Finding.of(
                DMARC_REPORT_NOT_KNOWN,
                subject(found),
                "destination",
                destination.domain().name(),
                "reason",
                reason);
    }

    private static Optional<String> those(Found found, Predicate<ReportUri> which) {
        List<String> texts =
                Stream.concat(found.record().rua().stream(), found.record().ruf().stream())
                        .filter(which)
                        .map(uri -> uri.text().isEmpty() ? "\"\"" : uri.text())
                        .distinct()
                        .limit(10)
                        .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }

    private static String texts(Found found) {
        return found.record().rua().stream().map(ReportUri::text).collect(Collectors.joining(" "));
    }

    private static String subject(Found found) {
        return found.policyDomain().text();
    }
}

package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_MECHANISM_AS_MODIFIER;
import static dev.mailcheck.check.FindingCode.SPF_OBSOLETE_SENDER_ID;
import static dev.mailcheck.check.FindingCode.SPF_OBSOLETE_TYPE;
import static dev.mailcheck.check.FindingCode.SPF_RECORD_LEADING_BLANK;
import static dev.mailcheck.check.FindingCode.SPF_RECORD_MISSING;
import static dev.mailcheck.check.FindingCode.SPF_RECORD_NOT_RECOGNISED;
import static dev.mailcheck.check.FindingCode.SPF_RECORD_VALID;
import static dev.mailcheck.check.FindingCode.SPF_SECOND_RECORD_IGNORED;
import static dev.mailcheck.check.FindingCode.SPF_SEVERAL_RECORDS;
import static dev.mailcheck.check.FindingCode.SPF_SYNTAX_ERROR;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.SpfObservation;
import dev.mailcheck.spf.SpfEdit;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfRecord;
import dev.mailcheck.spf.SpfRepair;
import dev.mailcheck.spf.SpfSyntaxError;
import dev.mailcheck.spf.SpfTerm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Item spf-record: exactly one record, and it is right (RFC 7208, sections 3 and 4.5). */
final class SpfRecordFindings {
    private static final Set<String> MECHANISMS =
            Set.of("all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists");

    private SpfRecordFindings() {}

    static List<Finding> of(String domain, SpfObservation seen) {
        return Stream.of(
                        record(domain, seen),
                        ignored(domain, seen),
                        misspelt(seen.tree()),
                        obsolete(domain, seen))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> record(String domain, SpfObservation seen) {
        return switch (seen.tree().state()) {
            case VALID -> Stream.of(Finding.of(SPF_RECORD_VALID, domain));
            case NO_RECORD -> Stream.of(missing(domain, seen));
            case SEVERAL_RECORDS -> Stream.of(several(domain, seen));
            case SYNTAX_ERROR -> broken(seen.tree());
            case NOT_KNOWN, LOOP, NOT_FOLLOWED -> Stream.empty();
        };
    }

    /** Nothing was meant as one; or something was, but no receiver takes it for one. */
    private static Finding missing(String domain, SpfObservation seen) {
        return almost(seen)
                .findFirst()
                .map(text -> notRecognised(domain, seen, text))
                .orElseGet(() -> Finding.of(SPF_RECORD_MISSING, domain));
    }

    private static Finding notRecognised(String domain, SpfObservation seen, String text) {
        FindingCode code =
                SpfRepair.hasLeadingBlank(text)
                        ? SPF_RECORD_LEADING_BLANK
                        : SPF_RECORD_NOT_RECOGNISED;
        return with(Finding.of(code, domain, "record", text), seen, SpfRepair.repaired(text));
    }

    private static Finding several(String domain, SpfObservation seen) {
        List<String> records = seen.records().data().stream().filter(SpfRecord::isSpf).toList();
        Finding finding =
                Finding.of(SPF_SEVERAL_RECORDS, domain, "records", String.valueOf(records.size()));
        return with(finding, seen, SpfEdit.merged(records));
    }

    private static Finding with(Finding finding, SpfObservation seen, Optional<String> record) {
        return record.filter(text -> SpfPolicies.isOurs(seen.tree(), seen.tree()))
                .map(text -> finding.withRecord(seen.tree().domain(), "TXT", text))
                .orElse(finding);
    }

    private static Stream<Finding> broken(SpfPolicy policy) {
        return policy.errors().stream()
                .map(error -> broken(policy.domain(), error))
                .map(finding -> SpfPolicies.edited(finding, policy, policy, SpfRepair::repaired));
    }

    private static Finding broken(String domain, SpfSyntaxError error) {
        return Finding.of(
                SPF_SYNTAX_ERROR,
                domain,
                "term",
                error.term(),
                "position",
                String.valueOf(error.position()),
                "reason",
                error.kind().name());
    }

    private static Stream<String> almost(SpfObservation seen) {
        return seen.records().data().stream().filter(SpfRepair::isAlmostSpf);
    }

    /** Beside a record that is one, the other is a leftover or a mistake. */
    private static Stream<Finding> ignored(String domain, SpfObservation seen) {
        return seen.tree().state() == SpfPolicy.State.NO_RECORD
                ? Stream.empty()
                : almost(seen)
                        .limit(1)
                        .map(text -> Finding.of(SPF_SECOND_RECORD_IGNORED, domain, "record", text));
    }

    /** "include=example.net" is a modifier that no one knows, so it says nothing. */
    private static Stream<Finding> misspelt(SpfPolicy root) {
        return SpfPolicies.own(root)
                .flatMap(policy ->
                        policy.terms().stream()
                                .filter(term -> mechanism(term).isPresent())
                                .map(term -> misspelt(root, policy, term)));
    }

    private static Optional<String> mechanism(SpfTerm term) {
        int equals = term.text().indexOf('=');
        return Optional.of(term)
                .filter(t -> t.is(SpfTerm.Kind.UNKNOWN_MODIFIER) && equals > 0)
                .map(t -> t.text().substring(0, equals).toLowerCase(Locale.ROOT))
                .filter(MECHANISMS::contains);
    }

    private static Finding misspelt(SpfPolicy root, SpfPolicy policy, SpfTerm term) {
        String right = term.text().replaceFirst("=", ":");
        return SpfPolicies.edited(
                Finding.of(SPF_MECHANISM_AS_MODIFIER, policy.domain(), "term", term.text()),
                root,
                policy,
                record -> SpfEdit.replaced(record, term.text(), right));
    }

    private static Stream<Finding> obsolete(String domain, SpfObservation seen) {
        Stream<Finding> type =
                seen.obsoleteType() instanceof DnsAnswer.Found
                        ? Stream.of(Finding.of(SPF_OBSOLETE_TYPE, domain))
                        : Stream.empty();
        Stream<Finding> senderId =
                seen.records().data().stream()
                        .filter(text -> text.regionMatches(true, 0, "spf2.0/", 0, 7))
                        .limit(1)
                        .map(text -> Finding.of(SPF_OBSOLETE_SENDER_ID, domain, "record", text));
        return Stream.concat(type, senderId);
    }
}

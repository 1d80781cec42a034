package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_IMPLICIT;
import static dev.mailcheck.check.FindingCode.MX_IMPLICIT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_NONE;
import static dev.mailcheck.check.FindingCode.MX_NOT_NEEDED;
import static dev.mailcheck.check.FindingCode.MX_NULL;
import static dev.mailcheck.check.FindingCode.MX_NULL_BESIDE_OTHERS;
import static dev.mailcheck.check.FindingCode.MX_PUBLISHED;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.MxRecord;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Item mx-exists: an MX record, or a null MX that stands alone (RFC 7505, section 3). */
final class MxExistence {
    private MxExistence() {}

    static List<Finding> of(Judgement judgement, MxObservation seen) {
        return List.of(finding(judgement, seen));
    }

    private static Finding finding(Judgement judgement, MxObservation seen) {
        String domain = judgement.domain();
        List<MxRecord> records = MxRecord.of(seen.mx());
        if (seen.nullMx()) {
            return Finding.of(MX_NULL, domain);
        }
        if (records.stream().anyMatch(MxRecord::isNull)) {
            return Finding.of(MX_NULL_BESIDE_OTHERS, domain, "records", shown(seen.mx()));
        }
        if (!records.isEmpty()) {
            return Finding.of(MX_PUBLISHED, domain, "records", shown(seen.mx()));
        }
        return MailProfile.of(judgement.seen()) == MailProfile.PARKED
                ? Finding.of(MX_NOT_NEEDED, domain)
                : withoutMx(judgement, seen);
    }

    private static String shown(DnsAnswer mx) {
        return String.join(", ", mx.data());
    }

    private static Finding withoutMx(Judgement judgement, MxObservation seen) {
        String domain = judgement.domain();
        if (seen.hosts().stream().allMatch(host -> host.probed().isEmpty())) {
            return lookUpFailure(seen)
                    .map(reason -> notKnown(domain, reason.name()))
                    .orElseGet(() -> Finding.of(MX_NONE, domain));
        }
        return switch (ImplicitMx.of(judgement, seen)) {
            case ImplicitMx.Answers answers ->
                    Finding.of(MX_IMPLICIT, domain).withRecord(domain, "MX", "10 " + domain + ".");
            case ImplicitMx.Dead dead -> Finding.of(MX_NONE, domain);
            case ImplicitMx.NotKnown(String reason) -> notKnown(domain, reason);
        };
    }

    private static Finding notKnown(String domain, String reason) {
        return Finding.of(MX_IMPLICIT_NOT_KNOWN, domain, "reason", reason);
    }

    /** Why it is not known whether the domain has an address. */
    private static Optional<DnsFailure> lookUpFailure(MxObservation seen) {
        return seen.hosts().stream().flatMap(MxExistence::failures).findFirst();
    }

    static Stream<DnsFailure> failures(MxHost host) {
        return Stream.of(host.a(), host.aaaa()).flatMap(answer -> answer.failure().stream());
    }
}

package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsRecord;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record and the policy that the domain could publish: a policy for testing, which costs no
 * mail, with the mail hosts that were seen.
 */
final class StsProposal {
    /** Where the host names are not known. */
    private static final String UNKNOWN_HOST = "mx: MAIL-HOST\n";

    private static final int WEEK = 604_800;
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String name;
    private final DnsAnswer records;
    private final String id;
    private final String policy;

    StsProposal(MtaStsObservation seen, Judgement judgement) {
        this.name = seen.name();
        this.records = seen.records();
        this.id = id(judgement.at());
        this.policy = policy(judgement.seen());
    }

    /** The time of the check: any id will do that is not the old one. */
    private static String id(Instant at) {
        return ID.format(at);
    }

    /** The finding with a record that can be read, where one can be published. */
    Finding withRecord(Finding finding) {
        return new TxtPlace(name, records)
                .mend(finding, Optional.of(MtaStsRecord.VERSION + "; id=" + id));
    }

    Finding withPolicy(Finding finding) {
        return finding.withFile(policy);
    }

    private static String policy(Observations seen) {
        List<MxHost> hosts =
                seen.find(MxObservation.class).map(MxObservation::hosts).orElse(List.of());
        String lines =
                hosts.stream()
                        .filter(host -> !host.literal())
                        .map(host -> "mx: " + host.name() + "\n")
                        .collect(Collectors.joining());
        String known = policy(lines);
        return MtaStsPolicy.parse(known) instanceof MtaStsPolicy.Valid
                ? known
                : policy(UNKNOWN_HOST);
    }

    private static String policy(String hosts) {
        return "version: STSv1\nmode: testing\n" + hosts + "max_age: " + WEEK + "\n";
    }
}

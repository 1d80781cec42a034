package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_CAA_ABSENT;
import static dev.mailcheck.check.FindingCode.MX_CAA_MALFORMED;
import static dev.mailcheck.check.FindingCode.MX_CAA_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CAA_SOUND;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.CaaObservation;
import dev.mailcheck.probe.CaaObservation.HostCaa;
import dev.mailcheck.probe.Observations;

import java.util.List;
import java.util.Optional;

/** Who may issue certificates for the mail hosts (RFC 8659); a wrong record keeps them all out. */
final class CaaFindings {
    private CaaFindings() {}

    static List<Finding> of(Observations seen) {
        return seen.find(CaaObservation.class).map(CaaObservation::hosts).orElse(List.of()).stream()
                .map(CaaFindings::judge)
                .toList();
    }

    private static Finding judge(HostCaa host) {
        return switch (host.records()) {
            case DnsAnswer.Failed failed ->
                    Finding.of(MX_CAA_NOT_KNOWN, host.host(), "reason", failed.reason().name());
            case DnsAnswer.Absent absent -> Finding.of(MX_CAA_ABSENT, host.host());
            case DnsAnswer.Found found ->
                    malformed(found)
                            .map(record -> finding(MX_CAA_MALFORMED, host, record))
                            .orElseGet(() ->
                                    finding(MX_CAA_SOUND, host, String.join(", ", found.data())));
        };
    }

    private static Finding finding(FindingCode code, HostCaa host, String records) {
        return Finding.of(code, host.host(), "at", host.at(), "records", records);
    }

    private static Optional<String> malformed(DnsAnswer.Found found) {
        return found.data().stream().filter(record -> !CaaSyntax.isSound(record)).findFirst();
    }
}

package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSSEC_MX_HOSTS_SECURE;
import static dev.mailcheck.check.FindingCode.DNSSEC_MX_HOST_UNSIGNED;
import static dev.mailcheck.check.FindingCode.DNSSEC_NAME_NOT_KNOWN;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.ValidatedName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the addresses of the mail hosts are signed: the way to them is as weak as they are. */
final class SignedHostFindings {
    private SignedHostFindings() {}

    static List<Finding> of(DnssecObservation seen, boolean domainIsSigned) {
        Map<DnsName, Security> hosts = new LinkedHashMap<>();
        List<ValidatedName> addresses = seen.names(ValidatedName.Use.MX_HOST);
        addresses.stream()
                .filter(name -> !isUnprovenAbsence(name, addresses))
                .forEach(name -> hosts.merge(name.name(), name.security(), Security::and));
        List<Finding> findings = new ArrayList<>();
        hosts.forEach((host, security) -> {
            switch (security.state()) {
                case SECURE, BOGUS -> {}
                case INSECURE -> {
                    if (domainIsSigned) {
                        findings.add(Finding.of(DNSSEC_MX_HOST_UNSIGNED, host.text()));
                    }
                }
                case UNKNOWN -> findings.add(notKnown(host, security));
            }
        });
        boolean all = hosts.values().stream().allMatch(s -> s.state() == State.SECURE);
        if (all && !hosts.isEmpty()) {
            String names = String.join(", ", hosts.keySet().stream().map(DnsName::text).toList());
            findings.add(Finding.of(DNSSEC_MX_HOSTS_SECURE, names));
        }
        return findings;
    }

    /**
     * That a host has no address of the other family need not be proven to reach it at this one.
     */
    private static boolean isUnprovenAbsence(ValidatedName name, List<ValidatedName> addresses) {
        return !name.exists()
                && name.security().state() == State.INSECURE
                && addresses.stream()
                        .anyMatch(other -> other.exists() && other.name().equals(name.name()));
    }

    private static Finding notKnown(DnsName host, Security security) {
        return Finding.of(
                DNSSEC_NAME_NOT_KNOWN, host.text(), "reason", SecurityReason.of(security));
    }
}

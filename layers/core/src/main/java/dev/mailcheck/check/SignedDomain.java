package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSSEC_ALGORITHM_UNSUPPORTED;
import static dev.mailcheck.check.FindingCode.DNSSEC_DOMAIN_SECURE;
import static dev.mailcheck.check.FindingCode.DNSSEC_DS_MISSING;
import static dev.mailcheck.check.FindingCode.DNSSEC_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSSEC_RECORD_UNSIGNED;
import static dev.mailcheck.check.FindingCode.DNSSEC_UNSIGNED;
import static dev.mailcheck.check.FindingCode.DNSSEC_ZONE_ABOVE_UNSIGNED;

import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.dnssec.DelegationSigner;
import dev.mailcheck.dnssec.ZoneKey;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.SignedZone;
import dev.mailcheck.probe.ValidatedName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the domain itself is signed; where it is not, what is missing. */
final class SignedDomain {
    private final String domain;
    private final List<ValidatedName> names;
    private final Optional<SignedZone> zone;

    SignedDomain(String domain, DnssecObservation seen) {
        this.domain = domain;
        this.names = seen.names(ValidatedName.Use.DOMAIN);
        this.zone = seen.zones().stream().filter(SignedZone::ofDomain).findFirst();
    }

    /** The state of the domain's own name: its other records may be aliases into other zones. */
    private State state() {
        return names.stream()
                .filter(name -> name.type() == RecordType.SOA)
                .map(name -> name.security().state())
                .findFirst()
                .orElse(State.UNKNOWN);
    }

    boolean isSigned() {
        return state() != State.INSECURE && state() != State.UNKNOWN;
    }

    List<Finding> findings() {
        return switch (state()) {
            case INSECURE -> List.of(unsigned());
            case BOGUS -> List.of();
            case SECURE, UNKNOWN -> signed();
        };
    }

    private List<Finding> signed() {
        List<Finding> findings = new ArrayList<>();
        for (ValidatedName name : names) {
            if (name.security().state() == State.INSECURE && name.exists()) {
                findings.add(Finding.of(DNSSEC_RECORD_UNSIGNED, name.question()));
            }
        }
        Optional<ValidatedName> unknown =
                names.stream()
                        .filter(name -> name.security().state() == State.UNKNOWN)
                        .filter(name -> !BrokenChainFindings.notConfirmed(name))
                        .findFirst();
        unknown.map(this::notKnown).ifPresent(findings::add);
        boolean secure = names.stream().allMatch(SignedDomain::isSecureOrAbsent);
        if (findings.isEmpty() && secure) {
            findings.add(Finding.of(DNSSEC_DOMAIN_SECURE, domain));
        }
        return findings;
    }

    /** Where a zone opts out, the absence of a name is not proven (RFC 5155, section 6). */
    private static boolean isSecureOrAbsent(ValidatedName name) {
        State state = name.security().state();
        return state == State.SECURE || (state == State.INSECURE && !name.exists());
    }

    private Finding notKnown(ValidatedName name) {
        return Finding.of(DNSSEC_NOT_KNOWN, domain, "reason", SecurityReason.of(name.security()));
    }

    private Finding unsigned() {
        String apex = zone.map(z -> z.zone().text()).orElse(domain);
        List<ZoneKey> keys =
                zone.map(z -> z.keys().data()).orElse(List.of()).stream()
                        .flatMap(data -> ZoneKey.parse(data).stream())
                        .toList();
        if (zone.filter(z -> z.dsSecurity().state() == State.INSECURE).isPresent()
                && !keys.isEmpty()) {
            return Finding.of(DNSSEC_ZONE_ABOVE_UNSIGNED, apex);
        }
        if (zone.filter(z -> !z.ds().records().isEmpty()).isPresent()) {
            return Finding.of(DNSSEC_ALGORITHM_UNSUPPORTED, apex, "algorithms", algorithms());
        }
        return keys.isEmpty()
                ? Finding.of(DNSSEC_UNSIGNED, apex)
                : Finding.of(DNSSEC_DS_MISSING, apex, "ds", ds(keys));
    }

    private String algorithms() {
        return zone.map(z -> z.ds().data()).orElse(List.of()).stream()
                .flatMap(data -> DelegationSigner.parse(data).stream())
                .map(ds -> ds.algorithm() + "/" + ds.digestType())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("-");
    }

    /** For the key that signs the keys, or the only one. */
    private String ds(List<ZoneKey> keys) {
        ZoneKey key =
                keys.stream().filter(ZoneKey::isEntryPoint).findFirst().orElse(keys.getFirst());
        return key.ds(zone.map(SignedZone::zone).orElseThrow().text());
    }
}

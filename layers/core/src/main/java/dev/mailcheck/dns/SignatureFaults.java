package dev.mailcheck.dns;

import dev.mailcheck.dns.BrokenLink.Fault;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the signatures of record sets, for an explanation. At most so many are
 * verified in one explanation; beyond, a set counts as sound.
 */
final class SignatureFaults {
    private static final int MAX_VERIFIED = 24;
    private static final int MAX_OF_A_SET = 4;

    private final Instant at;
    private int verified;

    SignatureFaults(Instant at) {
        this.at = at;
    }

    /** Empty where one signature holds. */
    Optional<BrokenLink> of(Name zone, RRset set, List<DNSKEYRecord> keys) {
        if (set.sigs().isEmpty()) {
            return Optional.of(link(zone, set, Fault.SIGNATURE_MISSING, Optional.empty()));
        }
        List<Optional<BrokenLink>> faults =
                set.sigs().stream()
                        .limit(MAX_OF_A_SET)
                        .map(signature -> fault(zone, set, signature, keys))
                        .toList();
        return faults.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : faults.stream()
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(BrokenLink::fault));
    }

    private Optional<BrokenLink> fault(
            Name zone, RRset set, RRSIGRecord signature, List<DNSKEYRecord> keys) {
        if (at.isAfter(signature.getExpire())) {
            return Optional.of(
                    link(zone, set, Fault.SIGNATURE_EXPIRED, Optional.of(signature.getExpire())));
        }
        if (at.isBefore(signature.getTimeSigned())) {
            return Optional.of(
                    link(
                            zone,
                            set,
                            Fault.SIGNATURE_NOT_YET_VALID,
                            Optional.of(signature.getTimeSigned())));
        }
        Optional<DNSKEYRecord> key =
                keys.stream()
                        .filter(k -> k.getFootprint() == signature.getFootprint())
                        .filter(k -> k.getAlgorithm() == signature.getAlgorithm())
                        .findFirst();
        if (key.isEmpty()) {
            return Optional.of(link(zone, set, Fault.SIGNATURE_BY_UNKNOWN_KEY, Optional.empty()));
        }
        return holds(set, signature, key.get())
                ? Optional.empty()
                : Optional.of(link(zone, set, Fault.SIGNATURE_WRONG, Optional.empty()));
    }

    private boolean holds(RRset set, RRSIGRecord signature, DNSKEYRecord key) {
        if (++verified > MAX_VERIFIED) {
            return true;
        }
        try {
            DNSSEC.verify(set, signature, key, at);
            return true;
        } catch (DNSSECException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static BrokenLink link(Name zone, RRset set, Fault fault, Optional<Instant> when) {
        return new BrokenLink(
                WireName.parse(zone).orElse(DnsName.ROOT),
                WireName.text(set.getName()) + " " + Type.string(set.getType()),
                fault,
                when);
    }
}

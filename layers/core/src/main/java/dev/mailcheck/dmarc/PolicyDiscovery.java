package dev.mailcheck.dmarc;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;

import java.util.List;
import java.util.Optional;

/**
 * The policy that applies to mail of an author domain (RFC 9989, section 4.10.1). Where a question
 * that matters failed, it is not known, and never "none".
 */
public sealed interface PolicyDiscovery {
    /**
     * A record applies.
     *
     * @param tag for whom of the record's tags the author domain is: P at its own name, SP or NP
     *     below the policy domain
     */
    record Found(WalkStep step, DmarcRecord record, PolicyTag tag) implements PolicyDiscovery {
        public DnsName policyDomain() {
            return step.domain();
        }

        /** What the record asks for, before {@code t}. */
        public DmarcPolicy policy() {
            return record.asked(tag);
        }

        /** What receivers apply. */
        public DmarcPolicy applied() {
            return record.applied(tag);
        }

        /** Whether the record is one of a registry, above all that is registered. */
        public boolean isOfPublicSuffix() {
            return tag != PolicyTag.P
                    && (record.psd() == DmarcRecord.Psd.YES || policyDomain().labels() == 1);
        }
    }

    /** The record that would apply has no usable policy and no address for reports. */
    record Unusable(WalkStep step, DmarcRecord record) implements PolicyDiscovery {}

    /** No record: DMARC does not apply. */
    record None() implements PolicyDiscovery {}

    /** It is not known. */
    record NotKnown(DnsFailure reason) implements PolicyDiscovery {}

    /**
     * Discovers the policy for the walk's start.
     *
     * @param atDomain any answer for the start itself, which tells whether that name exists
     */
    static PolicyDiscovery of(TreeWalk walk, DnsAnswer atDomain) {
        WalkStep own = walk.steps().getFirst();
        if (own.failure().isPresent()) {
            return new NotKnown(own.failure().get());
        }
        return own.record()
                .map(record -> applying(own, record, PolicyTag.P))
                .orElseGet(() -> inherited(walk, atDomain));
    }

    /** The policy for a subdomain of the walk's start that exists and has no record of its own. */
    static PolicyDiscovery ofSubdomain(TreeWalk walk) {
        return inherited(walk.fromBelow(), new DnsAnswer.Absent(true, List.of()));
    }

    /** The policy for a name below the walk's start that does not exist. */
    static PolicyDiscovery ofMissingName(TreeWalk walk) {
        return inherited(walk.fromBelow(), new DnsAnswer.Absent(false, List.of()));
    }

    default Enforcement enforcement() {
        return switch (this) {
            case Found found when found.applied() != DmarcPolicy.NONE -> Enforcement.ENFORCED;
            case Found found -> Enforcement.NOT_ENFORCED;
            case Unusable unusable -> Enforcement.NOT_ENFORCED;
            case None none -> Enforcement.NOT_ENFORCED;
            case NotKnown unknown -> Enforcement.NOT_KNOWN;
        };
    }

    private static PolicyDiscovery inherited(TreeWalk walk, DnsAnswer atDomain) {
        if (walk.failure().isPresent()) {
            return new NotKnown(walk.failure().get());
        }
        Optional<WalkStep> step =
                walk.organizationalDomain()
                        .flatMap(walk::at)
                        .filter(organization -> organization.record().isPresent())
                        .or(() -> publicSuffix(walk));
        return step.map(s -> inherited(s, s.record().orElseThrow(), atDomain)).orElseGet(None::new);
    }

    /** The record of a public suffix: it ends the walk. */
    private static Optional<WalkStep> publicSuffix(TreeWalk walk) {
        return Optional.of(walk.needed().getLast()).filter(WalkStep::ends);
    }

    private static PolicyDiscovery inherited(
            WalkStep step, DmarcRecord record, DnsAnswer atDomain) {
        if (atDomain instanceof DnsAnswer.Failed failed
                && record.asked(PolicyTag.SP) != record.asked(PolicyTag.NP)) {
            return new NotKnown(failed.reason());
        }
        return applying(step, record, atDomain.nameMissing() ? PolicyTag.NP : PolicyTag.SP);
    }

    private static PolicyDiscovery applying(WalkStep step, DmarcRecord record, PolicyTag tag) {
        return record.standing() == DmarcRecord.Standing.UNUSABLE
                ? new Unusable(step, record)
                : new Found(step, record, tag);
    }
}

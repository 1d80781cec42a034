package dev.mailcheck.dmarc;

import dev.mailcheck.dmarc.AuthenticatedDomain.Alignment;
import dev.mailcheck.dmarc.Identifiers.Identifier;
import dev.mailcheck.dns.DnsName;

import java.util.List;
import java.util.Optional;

/**
 * Compares the author domain with the domains that a mail is authenticated by (RFC 9989, section
 * 4.10.2). Walks are made where they decide something: not for the same name, not under strict.
 */
final class AlignmentComparison {
    private final TreeWalk walk;
    private final DmarcRecord record;
    private final Identifiers identifiers;

    AlignmentComparison(TreeWalk walk, DmarcRecord record, Identifiers identifiers) {
        this.walk = walk;
        this.record = record;
        this.identifiers = identifiers;
    }

    List<AuthenticatedDomain> all() {
        identifiers.walksFrom(
                identifiers.all().stream()
                        .filter(this::needsWalk)
                        .map(Identifier::domain)
                        .toList());
        return identifiers.all().stream().map(this::compared).toList();
    }

    /** An organizational domain is at or above its domain: under another top, it is another. */
    private boolean needsWalk(Identifier identifier) {
        DnsName domain = identifier.domain();
        return !domain.equals(walk.start())
                && domain.rightmost(1).equals(walk.start().rightmost(1))
                && mode(identifier) == DmarcRecord.Alignment.RELAXED;
    }

    private DmarcRecord.Alignment mode(Identifier identifier) {
        return switch (identifier.method()) {
            case SPF -> record.aspf();
            case DKIM -> record.adkim();
        };
    }

    private AuthenticatedDomain compared(Identifier identifier) {
        if (!needsWalk(identifier)) {
            boolean same = identifier.domain().equals(walk.start());
            return of(
                    identifier, Optional.empty(), same ? Alignment.ALIGNED : Alignment.NOT_ALIGNED);
        }
        Optional<DnsName> theirs = identifiers.walk(identifier.domain()).organizationalDomain();
        Optional<DnsName> ours = walk.organizationalDomain();
        if (theirs.isEmpty() || ours.isEmpty()) {
            return of(identifier, theirs, Alignment.NOT_KNOWN);
        }
        return of(
                identifier,
                theirs,
                theirs.equals(ours) ? Alignment.ALIGNED : Alignment.NOT_ALIGNED);
    }

    private static AuthenticatedDomain of(
            Identifier identifier, Optional<DnsName> organizational, Alignment alignment) {
        return new AuthenticatedDomain(
                identifier.domain(),
                identifier.method(),
                identifier.certain(),
                organizational,
                alignment);
    }
}

package dev.mailcheck.check;

import dev.mailcheck.dmarc.AuthenticatedDomain;
import dev.mailcheck.dmarc.AuthenticatedDomain.Alignment;
import dev.mailcheck.dmarc.AuthenticatedDomain.Method;
import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.dns.ALabels;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.MailDmarcObservation;

import java.util.Optional;

/**
 * Whether a domain that SPF or DKIM names is the author's (RFC 9989, section 4.4). DMARC compares
 * only what authenticates; for the rest, and where no record applies, a domain at, below or above
 * the author's organization counts as its own.
 */
final class MailAlignment {
    private final Optional<DmarcResult> dmarc;

    private MailAlignment(Optional<DmarcResult> dmarc) {
        this.dmarc = dmarc;
    }

    static MailAlignment in(Judgement judgement) {
        return new MailAlignment(
                judgement.seen().find(MailDmarcObservation.class).map(MailDmarcObservation::dmarc));
    }

    /** The author domain, as A-labels. */
    Optional<String> author() {
        return dmarc.flatMap(DmarcResult::fromDomain);
    }

    /** Empty where it is not known, or there is no one author. */
    Optional<Boolean> of(String domain, Method method) {
        Optional<DnsName> name = ALabels.of(domain);
        Optional<DnsName> author = author().flatMap(DnsName::parse);
        if (name.isEmpty() || author.isEmpty()) {
            return Optional.empty();
        }
        Optional<AuthenticatedDomain> compared = compared(name.get(), method);
        if (compared.isPresent() && compared.get().alignment() == Alignment.NOT_KNOWN) {
            return Optional.empty();
        }
        return Optional.of(
                compared.map(identifier -> identifier.alignment() == Alignment.ALIGNED)
                        .orElseGet(() -> isOwn(name.get(), author.get(), method)));
    }

    private Optional<AuthenticatedDomain> compared(DnsName name, Method method) {
        return dmarc.stream()
                .flatMap(result -> result.identifiers().stream())
                .filter(identifier -> identifier.method() == method)
                .filter(identifier -> identifier.domain().equals(name))
                .findFirst();
    }

    private boolean isOwn(DnsName name, DnsName author, Method method) {
        if (isStrict(method)) {
            return name.equals(author);
        }
        DnsName organization =
                dmarc.flatMap(DmarcResult::organizationalDomain)
                        .flatMap(DnsName::parse)
                        .orElse(author);
        return organization.contains(name)
                || (dmarc.flatMap(DmarcResult::record).isEmpty() && name.contains(author));
    }

    private boolean isStrict(Method method) {
        return dmarc.flatMap(DmarcResult::record)
                .flatMap(DmarcRecord::parse)
                .map(record ->
                        switch (method) {
                            case SPF -> record.aspf();
                            case DKIM -> record.adkim();
                        })
                .filter(mode -> mode == DmarcRecord.Alignment.STRICT)
                .isPresent();
    }
}

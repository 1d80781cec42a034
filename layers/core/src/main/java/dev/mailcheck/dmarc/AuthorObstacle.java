package dev.mailcheck.dmarc;

import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Authors.Remark;
import dev.mailcheck.message.Mailbox;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a mail has no author domain that DMARC could speak of (RFC 9989, sections 5.3.1 and 11.5). A
 * field that programs read differently counts among them: it may show whom we did not look at.
 */
final class AuthorObstacle {
    private static final Set<Remark> READ_DIFFERENTLY =
            Set.of(
                    Remark.NO_DOMAIN,
                    Remark.COMMENT_IN_ADDRESS,
                    Remark.ROUTE,
                    Remark.SEVERAL_ADDRESSES_IN_ONE,
                    Remark.CONTROL_CHARACTER);

    private AuthorObstacle() {}

    static Optional<DmarcReason> of(Authors authors) {
        if (authors.fields() > 1) {
            return Optional.of(DmarcReason.SEVERAL_FROM_FIELDS);
        }
        if (authors.domains().isEmpty()) {
            return Optional.of(DmarcReason.NO_AUTHOR);
        }
        if (authors.domains().size() > 1) {
            return Optional.of(DmarcReason.SEVERAL_AUTHORS);
        }
        boolean ambiguous =
                !Collections.disjoint(authors.remarks(), READ_DIFFERENTLY)
                        || (authors.remarks().contains(Remark.MALFORMED) && !isHarmless(authors));
        return ambiguous ? Optional.of(DmarcReason.AUTHOR_AMBIGUOUS) : Optional.empty();
    }

    /** An address for a name, without quotes, is common: the same domain whoever reads it. */
    private static boolean isHarmless(Authors authors) {
        return authors.mailboxes().size() == 1 && namesItself(authors.mailboxes().getFirst());
    }

    private static boolean namesItself(Mailbox mailbox) {
        String name = mailbox.displayName().toLowerCase(Locale.ROOT);
        return mailbox.domainName().filter(domain -> name.endsWith("@" + domain)).isPresent()
                && name.indexOf('@') == name.lastIndexOf('@');
    }
}

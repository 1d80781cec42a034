package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;

import java.util.List;
import java.util.Optional;

/**
 * What one zone says to a question.
 *
 * @param kind the case of RFC 1034, section 4.3.2 that applied
 * @param answer records for the answer section, signed when DNSSEC was asked for
 * @param authority records for the authority section
 * @param next where an alias leads, for ALIAS only
 */
record ZoneAnswer(Kind kind, List<RRset> answer, List<RRset> authority, Optional<Name> next) {
    enum Kind {
        ANSWER,
        ALIAS,
        NO_DATA,
        NO_NAME,
        REFERRAL
    }

    static ZoneAnswer of(Kind kind, List<RRset> answer, List<RRset> authority) {
        return new ZoneAnswer(kind, answer, authority, Optional.empty());
    }
}

package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;

import java.util.List;

/** The proofs of absence of one zone, still unsigned. Names are in the zone. */
interface DenialChain {
    /** Proves that an existing name lacks a type; also that a delegation has no DS. */
    List<RRset> noData(Name name);

    /** Proves that neither the name nor a wildcard for it exists. */
    List<RRset> noName(Name name, Name closestEncloser);

    /** Proves that a name answered by a wildcard does not exist itself. */
    List<RRset> expanded(Name name, Name closestEncloser);

    /** Proves that a wildcard applies to the name but lacks the type. */
    List<RRset> expandedNoData(Name name, Name closestEncloser);
}

package dev.mailcheck.dmarc;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * A host that reports are to be sent to, and whether it has agreed (RFC 9990, section 4).
 *
 * @param walk from the destination, to find its organizational domain
 * @param name {@code <policy domain>._report._dmarc.<destination>}
 * @param authorisation the TXT records at that name
 * @param addresses A and AAAA of the destination; asked only where it has no MX
 */
@Json
public record ReportDestination(
        Domain domain,
        TreeWalk walk,
        String name,
        DnsAnswer authorisation,
        DnsAnswer mx,
        List<DnsAnswer> addresses) {
    public ReportDestination {
        addresses = List.copyOf(addresses);
    }

    /** Whether reporters will send there. */
    public enum Consent {
        /** The same organization: none is needed. */
        NOT_NEEDED,
        GIVEN,
        MISSING,
        NOT_KNOWN
    }

    /** Whether mail can reach it. */
    public enum Mail {
        ACCEPTED,
        /** A null MX, or neither MX nor address. */
        NOT_ACCEPTED,
        NOT_KNOWN
    }

    /**
     * Whether it takes reports about a policy domain. A record with a wildcard for its owner
     * counts, and nothing needs to follow {@code v=DMARC1}.
     *
     * @param policyWalk the walk from the policy domain
     */
    public Consent consent(TreeWalk policyWalk) {
        if (domain.dnsName().equals(policyWalk.start())) {
            return Consent.NOT_NEEDED;
        }
        Optional<DnsName> ours = policyWalk.organizationalDomain();
        Optional<DnsName> theirs = walk.organizationalDomain();
        if (ours.isPresent() && ours.equals(theirs)) {
            return Consent.NOT_NEEDED;
        }
        if (authorisation.data().stream().anyMatch(t -> DmarcRecord.parse(t).isPresent())) {
            return Consent.GIVEN;
        }
        boolean known = !authorisation.failed() && ours.isPresent() && theirs.isPresent();
        return known ? Consent.MISSING : Consent.NOT_KNOWN;
    }

    public Mail mail() {
        if (mx.failed()) {
            return Mail.NOT_KNOWN;
        }
        if (!mx.records().isEmpty()) {
            boolean nullMx = mx.data().stream().allMatch(data -> data.matches("\\d+ \\.?"));
            return nullMx ? Mail.NOT_ACCEPTED : Mail.ACCEPTED;
        }
        if (addresses.stream().anyMatch(answer -> !answer.records().isEmpty())) {
            return Mail.ACCEPTED;
        }
        return addresses.stream().anyMatch(DnsAnswer::failed) ? Mail.NOT_KNOWN : Mail.NOT_ACCEPTED;
    }
}

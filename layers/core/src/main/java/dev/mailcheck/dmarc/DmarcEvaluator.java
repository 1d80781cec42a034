package dev.mailcheck.dmarc;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.message.Authors;
import dev.mailcheck.spf.SpfResult;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates DMARC for a mail (RFC 9989, section 5.3) from what SPF and DKIM said of it. Asks at
 * most nine questions for each author domain, and eight for each other domain that may be aligned.
 * What the DNS keeps from us never is a fail. Nothing is thrown.
 */
public final class DmarcEvaluator {
    /** A mail with more author domains has its first ones looked at. */
    private static final int MOST_AUTHORS = 4;

    private final Dns dns;

    public DmarcEvaluator(Dns dns) {
        this.dns = dns;
    }

    /**
     * Judges a mail by what its authors' domains publish.
     *
     * @param spf empty where it is not known who sent the mail
     */
    public DmarcResult evaluate(Authors authors, Optional<SpfResult> spf, DkimResult dkim) {
        Identifiers identifiers = Identifiers.of(dns, spf, dkim);
        List<DmarcResult> results =
                authors.domains().stream()
                        .flatMap(domain -> DnsName.parse(domain).stream())
                        .limit(MOST_AUTHORS)
                        .map(domain -> evaluate(domain, identifiers))
                        .toList();
        return AuthorObstacle.of(authors)
                .map(obstacle -> despite(obstacle, results))
                .orElseGet(() ->
                        results.stream()
                                .findFirst()
                                .orElseGet(
                                        () -> DmarcResults.withoutAuthor(DmarcReason.NO_AUTHOR)));
    }

    private DmarcResult evaluate(DnsName author, Identifiers identifiers) {
        return new AuthorEvaluation(dns, author, identifiers).result();
    }

    /**
     * No pass, whatever each would get; a fail where one fails, with the strictest policy of those
     * (RFC 9989, section 11.5).
     */
    private static DmarcResult despite(DmarcReason reason, List<DmarcResult> results) {
        Comparator<DmarcResult> strictness =
                Comparator.comparing(result -> result.applied().orElse(DmarcPolicy.NONE));
        Optional<DmarcResult> worst =
                results.stream()
                        .filter(result -> result.result() == DmarcWord.FAIL)
                        .max(strictness)
                        .or(() -> results.stream().findFirst());
        return worst.map(result -> ofOdd(reason, result, results))
                .orElseGet(() -> DmarcResults.withoutAuthor(reason));
    }

    private static DmarcResult ofOdd(
            DmarcReason reason, DmarcResult worst, List<DmarcResult> results) {
        DmarcWord word = worst.result() == DmarcWord.FAIL ? DmarcWord.FAIL : DmarcWord.PERMERROR;
        List<DmarcResult> others = results.stream().filter(other -> !other.equals(worst)).toList();
        return DmarcResults.because(worst, word, reason, others);
    }
}

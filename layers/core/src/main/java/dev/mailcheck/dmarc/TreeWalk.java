package dev.mailcheck.dmarc;

import dev.mailcheck.dmarc.DmarcRecord.Psd;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import io.avaje.jsonb.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The DNS tree walk (RFC 9989, section 4.10) from a name up to the top-level domain. All its
 * questions, at most eight, are asked at once and read in the RFC's order; those behind the end of
 * the walk play no part. A question that failed is never "no record": what depends on it is not
 * known.
 *
 * @param steps from the longest name to the shortest, those not needed too
 */
@Json
public record TreeWalk(DnsName start, List<WalkStep> steps) {
    private static final int MAX_QUESTIONS = 8;

    public TreeWalk {
        steps = List.copyOf(steps);
    }

    /** Asks all questions of the walk, then waits for their answers. */
    public static TreeWalk ask(Dns dns, DnsName start) {
        return finish(start, begin(dns, start));
    }

    /** Asks all questions of the walk, and leaves them under way for {@link #finish}. */
    public static List<Lookup> begin(Dns dns, DnsName start) {
        return names(start).stream().map(name -> lookup(dns, name)).toList();
    }

    /** Waits for the answers to the questions that {@link #begin} asked about this start. */
    public static TreeWalk finish(DnsName start, List<Lookup> lookups) {
        List<DnsName> names = names(start);
        List<WalkStep> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            steps.add(new WalkStep(names.get(i), lookups.get(i).answer()));
        }
        return new TreeWalk(start, steps);
    }

    /** The names the walk asks about: the start, then from seven labels down to one. */
    public static List<DnsName> names(DnsName start) {
        List<DnsName> names = new ArrayList<>();
        names.add(start);
        DnsName next =
                start.labels() < MAX_QUESTIONS
                        ? start.parent()
                        : start.rightmost(MAX_QUESTIONS - 1);
        while (!next.isRoot()) {
            names.add(next);
            next = next.parent();
        }
        return names;
    }

    private static Lookup lookup(Dns dns, DnsName domain) {
        return domain.under("_dmarc")
                .map(name -> dns.ask(name, RecordType.TXT))
                .orElse(() -> new DnsAnswer.Absent(false, List.of()));
    }

    /** The steps up to the one that ends the walk. */
    public List<WalkStep> needed() {
        List<WalkStep> needed = new ArrayList<>();
        for (WalkStep step : steps) {
            needed.add(step);
            if (step.ends()) {
                break;
            }
        }
        return needed;
    }

    /** Why the walk's outcome is not known; empty where it is. */
    public Optional<DnsFailure> failure() {
        return needed().stream().flatMap(step -> step.failure().stream()).findFirst();
    }

    /**
     * The organizational domain of the start (RFC 9989, section 4.10.2); empty where a question of
     * the walk failed.
     */
    public Optional<DnsName> organizationalDomain() {
        DnsName shortest = start;
        for (WalkStep step : steps) {
            if (step.failure().isPresent()) {
                return Optional.empty();
            }
            Optional<Psd> psd = step.record().map(DmarcRecord::psd);
            if (psd.isPresent() && psd.get() == Psd.YES && !step.domain().equals(start)) {
                return Optional.of(start.rightmost(step.domain().labels() + 1));
            }
            shortest = psd.isPresent() ? step.domain() : shortest;
            if (psd.isPresent() && psd.get() != Psd.UNSAID) {
                break;
            }
        }
        return Optional.of(shortest);
    }

    /** The step at this name, where the walk needs it. */
    public Optional<WalkStep> at(DnsName domain) {
        return needed().stream().filter(step -> step.domain().equals(domain)).findFirst();
    }

    /** The walk that begins further up, at a name this one passes. */
    public TreeWalk from(DnsName domain) {
        return new TreeWalk(
                domain, steps.stream().filter(step -> step.domain().contains(domain)).toList());
    }

    /** The walk from any name directly below the start that has no record of its own. */
    public TreeWalk fromBelow() {
        DnsName below = start.under("_").orElse(start);
        List<WalkStep> all = new ArrayList<>();
        all.add(new WalkStep(below, new DnsAnswer.Absent(true, List.of())));
        steps.stream().skip(start.labels() < MAX_QUESTIONS ? 0 : 1).forEach(all::add);
        return new TreeWalk(below, all);
    }
}

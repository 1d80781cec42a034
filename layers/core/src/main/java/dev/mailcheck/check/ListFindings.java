package dev.mailcheck.check;

import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.ListVerdict;
import dev.mailcheck.probe.ListEntry;
import dev.mailcheck.probe.ListsSeen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lists make of addresses or domains. A listing counts only at a list whose test points answer
 * as they must, and a clean subject is one that at least one major list of that kind has heard of
 * and does not list; what no major list could say is not known.
 */
final class ListFindings {
    private final String domain;
    private final ListsSeen seen;
    private final ListCodes codes;
    private final List<ListOpinion> opinions;
    private final Set<String> listed = new LinkedHashSet<>();
    private final Set<String> judged = new LinkedHashSet<>();

    private ListFindings(String domain, ListsSeen seen, ListCodes codes, BlockLists lists) {
        this.domain = domain;
        this.seen = seen;
        this.codes = codes;
        this.opinions =
                seen.lists().stream()
                        .map(each -> ListOpinion.of(each, lists.asked(each.list(), each.named())))
                        .toList();
        healthy().forEach(this::count);
    }

    static List<Finding> of(String domain, ListsSeen seen, ListCodes codes, BlockLists lists) {
        return new ListFindings(domain, seen, codes, lists).all();
    }

    private Stream<ListOpinion> healthy() {
        return opinions.stream().filter(ListOpinion::isHealthy);
    }

    private void count(ListOpinion opinion) {
        for (ListEntry entry : opinion.seen().entries()) {
            switch (opinion.about(entry)) {
                case ListVerdict.Listed found -> {
                    listed.add(entry.subject());
                    countJudged(opinion, entry);
                }
                case ListVerdict.NotListed clean -> countJudged(opinion, entry);
                case ListVerdict.Refused no -> {}
                case ListVerdict.NotAList no -> {}
                case ListVerdict.UnknownCode no -> {}
                case ListVerdict.NotKnown no -> {}
            }
        }
    }

    private void countJudged(ListOpinion opinion, ListEntry entry) {
        if (opinion.list().isMajor()) {
            judged.add(entry.subject());
        }
    }

    private List<Finding> all() {
        List<Finding> findings =
                new ArrayList<>(new Listings(domain, codes).of(healthy().toList()));
        findings.addAll(judged());
        findings.addAll(ListHealthFindings.of(domain, opinions, codes));
        if (!seen.withheld().isEmpty()) {
            String lists = String.join(", ", seen.withheld());
            findings.add(Finding.of(codes.withheld(), domain, "lists", lists));
        }
        return findings;
    }

    private List<Finding> judged() {
        List<String> clean = judged.stream().filter(each -> !listed.contains(each)).toList();
        List<String> unknown =
                seen.subjects().stream()
                        .filter(each -> !judged.contains(each) && !listed.contains(each))
                        .toList();
        if (judged.isEmpty()) {
            return List.of(Finding.of(codes.notKnown(), domain, "reason", whyNone()));
        }
        List<Finding> findings = new ArrayList<>();
        if (!clean.isEmpty()) {
            findings.add(notListed(clean));
        }
        unknown.stream()
                .collect(Collectors.groupingBy(this::whyNot, TreeMap::new, Collectors.toList()))
                .forEach((why, subjects) -> findings.add(notKnown(subjects, why)));
        return findings;
    }

    /** Not asked at all, or asked in vain. */
    private String whyNot(String subject) {
        boolean asked =
                opinions.stream()
                        .flatMap(opinion -> opinion.seen().entries().stream())
                        .anyMatch(entry -> entry.subject().equals(subject));
        boolean left = seen.leftOut().stream().anyMatch(each -> each.startsWith(subject + " "));
        return left && !asked ? "LIMIT" : "NO_MAJOR_LIST";
    }

    private Finding notKnown(List<String> subjects, String why) {
        String all = String.join(", ", subjects);
        return Finding.of(codes.subjectNotKnown(), domain, "subjects", all, "reason", why);
    }

    private String whyNone() {
        return opinions.isEmpty() ? "LISTS_TERMS" : "LISTS_SILENT";
    }

    private Finding notListed(List<String> clean) {
        List<String> lists =
                healthy()
                        .filter(opinion ->
                                opinion.seen().entries().stream()
                                        .anyMatch(entry -> clean.contains(entry.subject())))
                        .map(ListOpinion::name)
                        .toList();
        return Finding.of(
                codes.notListed(),
                domain,
                "subjects",
                String.join(", ", clean),
                "lists",
                String.join(", ", lists));
    }
}

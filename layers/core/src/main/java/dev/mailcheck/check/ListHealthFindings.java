package dev.mailcheck.check;

import dev.mailcheck.dnsbl.ListHealth;
import dev.mailcheck.dnsbl.ListVerdict.Listed;
import dev.mailcheck.dnsbl.ListVerdict.NotAList;
import dev.mailcheck.dnsbl.ListVerdict.NotKnown;
import dev.mailcheck.dnsbl.ListVerdict.NotListed;
import dev.mailcheck.dnsbl.ListVerdict.Refused;
import dev.mailcheck.dnsbl.ListVerdict.UnknownCode;
import dev.mailcheck.probe.ListEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which lists work here, and what is the matter with the others; no fault of anybody checked. */
final class ListHealthFindings {
    private ListHealthFindings() {}

    static List<Finding> of(String domain, List<ListOpinion> opinions, ListCodes codes) {
        Map<ListHealth, List<ListOpinion>> byHealth =
                opinions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ListOpinion::health,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        byHealth.forEach((health, lists) -> findings.add(finding(domain, health, lists, codes)));
        opinions.stream()
                .filter(ListOpinion::isHealthy)
                .forEach(opinion -> findings.addAll(unclear(domain, opinion, codes)));
        return findings;
    }

    private static Finding finding(
            String domain, ListHealth health, List<ListOpinion> opinions, ListCodes codes) {
        String lists = opinions.stream().map(ListOpinion::name).collect(Collectors.joining(", "));
        String detail = health.detail();
        return switch (health.state()) {
            case HEALTHY -> Finding.of(codes.listAnswers(), domain, "lists", lists);
            case SILENT -> Finding.of(codes.listSilent(), domain, "lists", lists, "reason", detail);
            case REFUSES_US ->
                    Finding.of(codes.listRefuses(), domain, "lists", lists, "answer", detail);
            case LISTS_EVERYTHING ->
                    Finding.of(codes.listsEverything(), domain, "lists", lists, "answer", detail);
            case NOT_A_LIST ->
                    Finding.of(codes.notAList(), domain, "lists", lists, "answer", detail);
        };
    }

    /** A list that works, but does not say about a subject what could be understood. */
    private static List<Finding> unclear(String domain, ListOpinion opinion, ListCodes codes) {
        return opinion.seen().entries().stream()
                .flatMap(entry -> unclear(domain, opinion, entry, codes).stream())
                .distinct()
                .toList();
    }

    private static Optional<Finding> unclear(
            String domain, ListOpinion opinion, ListEntry entry, ListCodes codes) {
        return switch (opinion.about(entry)) {
            case Listed listed -> Optional.empty();
            case NotListed clean -> Optional.empty();
            case UnknownCode(String answer) ->
                    said(codes.codeUnknown(), entry.subject(), opinion.name(), "answer", answer);
            case Refused(String answer) ->
                    said(codes.listRefuses(), domain, opinion.name(), "answer", answer);
            case NotAList(String answer) ->
                    said(codes.notAList(), domain, opinion.name(), "answer", answer);
            case NotKnown(String reason) ->
                    said(codes.listSilent(), domain, opinion.name(), "reason", reason);
        };
    }

    private static Optional<Finding> said(
            FindingCode code, String subject, String lists, String what, String value) {
        return Optional.of(Finding.of(code, subject, "lists", lists, what, value));
    }
}

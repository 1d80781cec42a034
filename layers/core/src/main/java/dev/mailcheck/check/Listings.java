package dev.mailcheck.check;

import dev.mailcheck.dnsbl.ListVerdict;
import dev.mailcheck.dnsbl.ReturnCode;
import dev.mailcheck.probe.ListEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listings as findings: one for each list and cause, with all whom it lists for it. */
final class Listings {
    private final String domain;
    private final ListCodes codes;
    private final Map<Kind, Group> groups = new LinkedHashMap<>();

    private record Kind(String list, ReturnCode code) {}

    /** Whom a list lists for one cause, and what it says about the first of them. */
    private record Group(List<String> subjects, String said, String page) {
        static Group begin(ListOpinion opinion, ListEntry first) {
            List<String> said = new ArrayList<>(first.reply().addresses());
            said.addAll(first.said());
            String page = opinion.list().list().removal();
            return new Group(new ArrayList<>(), String.join(" ", said), page);
        }
    }

    Listings(String domain, ListCodes codes) {
        this.domain = domain;
        this.codes = codes;
    }

    List<Finding> of(List<ListOpinion> opinions) {
        opinions.forEach(this::gather);
        return groups.entrySet().stream()
                .map(group -> finding(group.getKey(), group.getValue()))
                .toList();
    }

    private void gather(ListOpinion opinion) {
        for (ListEntry entry : opinion.seen().entries()) {
            if (opinion.about(entry) instanceof ListVerdict.Listed(var found)) {
                gather(opinion, entry, found.getFirst());
            }
        }
    }

    /** Of several causes the heaviest counts; the others are in the evidence. */
    private void gather(ListOpinion opinion, ListEntry entry, ReturnCode code) {
        groups.computeIfAbsent(new Kind(opinion.name(), code), kind -> Group.begin(opinion, entry))
                .subjects()
                .add(entry.subject());
    }

    private Finding finding(Kind kind, Group group) {
        ReturnCode code = kind.code();
        String subject = group.subjects().size() == 1 ? group.subjects().getFirst() : domain;
        return Finding.of(
                code(code),
                subject,
                "subjects",
                String.join(", ", group.subjects()),
                "list",
                code.part().isEmpty() ? kind.list() : kind.list() + "/" + code.part(),
                "reason",
                code.cause().name(),
                "said",
                group.said(),
                "page",
                group.page());
    }

    private FindingCode code(ReturnCode code) {
        return switch (code.weight()) {
            case MAJOR -> codes.listed();
            case MINOR -> codes.minor();
            case GREY -> codes.grey();
            case POLICY -> codes.policy();
        };
    }
}

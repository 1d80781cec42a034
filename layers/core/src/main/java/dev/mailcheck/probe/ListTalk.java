package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dnsbl.AskedList;
import dev.mailcheck.dnsbl.ListHealth;
import dev.mailcheck.dnsbl.ListKind;
import dev.mailcheck.dnsbl.ListQuestion;
import dev.mailcheck.dnsbl.ListReply;
import dev.mailcheck.dnsbl.ListVerdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions to one list, under way. */
final class ListTalk {
    /** A list whose every entry is worth a text is no list to be read. */
    private static final int MAX_TEXTS = 5;

    private final Dns dns;
    private final AskedList list;
    private final ListKind kind;
    private final Lookup listedTest;
    private final Lookup unlistedTest;
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(String subject, Lookup lookup) {}

    /** Asks the test points. */
    ListTalk(Dns dns, AskedList list, ListKind kind) {
        this.dns = dns;
        this.list = list;
        this.kind = kind;
        this.listedTest = lookup(list.list().listedTest(kind));
        this.unlistedTest = lookup(list.list().unlistedTest(kind));
    }

    private Lookup lookup(String subject) {
        return name(subject)
                .map(name -> dns.ask(name, RecordType.A))
                .orElse(() -> new DnsAnswer.Absent(false, List.of()));
    }

    private Optional<DnsName> name(String subject) {
        return ListQuestion.name(subject, kind, list);
    }

    ListKind kind() {
        return kind;
    }

    /** Asks about a subject. */
    void askAbout(String subject) {
        pending.add(new Pending(subject, lookup(subject)));
    }

    /** As it stands in what was left out. */
    String leftOut(String subject) {
        return subject + " " + list.shown();
    }

    /** Waits for the answers, then for the texts of listings. */
    ListSeen heard() {
        ListReply listed = ListReply.of(listedTest.answer());
        ListReply unlisted = ListReply.of(unlistedTest.answer());
        boolean healthy = ListHealth.of(list.list(), listed, unlisted).isHealthy();
        List<ListReply> replies =
                pending.stream().map(p -> ListReply.of(p.lookup().answer())).toList();
        List<Optional<Lookup>> texts = healthy ? texts(replies) : List.of();
        List<ListEntry> entries = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            String subject = pending.get(i).subject();
            Optional<Lookup> text = i < texts.size() ? texts.get(i) : Optional.empty();
            entries.add(new ListEntry(subject, replies.get(i), ListText.of(text, subject)));
        }
        return new ListSeen(list.shown(), list.named(), kind, listed, unlisted, entries);
    }

    /** For each reply the question for its text; only listings have one. */
    private List<Optional<Lookup>> texts(List<ListReply> replies) {
        List<Optional<Lookup>> texts = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < replies.size(); i++) {
            boolean wanted =
                    asked < MAX_TEXTS
                            && list.list().read(replies.get(i)) instanceof ListVerdict.Listed;
            asked += wanted ? 1 : 0;
            texts.add(
                    wanted
                            ? name(pending.get(i).subject())
                                    .map(name -> dns.ask(name, RecordType.TXT))
                            : Optional.empty());
        }
        return texts;
    }
}

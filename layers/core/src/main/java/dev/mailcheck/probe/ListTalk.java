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
    private final List<Question> questions = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private ListReply listed = ListReply.NONE;
    private ListReply unlisted = ListReply.NONE;

    private record Question(String subject, Lookup lookup) {}

    private record Answered(String subject, ListReply reply, Optional<Lookup> text) {
        ListEntry entry() {
            return new ListEntry(subject, reply, ListText.of(text, subject));
        }
    }

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
        questions.add(new Question(subject, lookup(subject)));
    }

    /** As it stands in what was left out. */
    String leftOut(String subject) {
        return subject + " " + list.shown();
    }

    /** Waits for the answers, and asks for the texts of listings. */
    void askTexts() {
        listed = ListReply.of(listedTest.answer());
        unlisted = ListReply.of(unlistedTest.answer());
        boolean healthy = ListHealth.of(list.list(), listed, unlisted).isHealthy();
        int room = healthy ? MAX_TEXTS : 0;
        for (Question question : questions) {
            ListReply reply = ListReply.of(question.lookup().answer());
            boolean isListing = list.list().read(reply) instanceof ListVerdict.Listed;
            Optional<Lookup> text =
                    isListing && room-- > 0 ? text(question.subject()) : Optional.empty();
            answered.add(new Answered(question.subject(), reply, text));
        }
    }

    private Optional<Lookup> text(String subject) {
        return name(subject).map(name -> dns.ask(name, RecordType.TXT));
    }

    /** Waits for the texts. */
    ListSeen heard() {
        return new ListSeen(
                list.shown(),
                list.named(),
                kind,
                listed,
                unlisted,
                answered.stream().map(Answered::entry).toList());
    }
}

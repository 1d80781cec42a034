package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dnsbl.AskedList;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListChoice;
import dev.mailcheck.dnsbl.ListKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One round of questions to lists: all test points and all subjects at once, major lists first
 * where there are more than the limit lets through; then the texts of what is listed.
 */
final class ListRound {
    /** Each list is asked about two points of its own first (RFC 5782, section 5). */
    private static final int TESTS = 2;

    private final Dns dns;
    private int room;

    /**
     * @param room how many questions may be asked
     */
    ListRound(Dns dns, int room) {
        this.dns = dns;
        this.room = room;
    }

    /** Asks the named lists about these subjects, or the usual ones if none is named. */
    ListsSeen ask(
            List<String> subjects, Set<ListKind> kinds, List<String> named, ListAccess access) {
        if (named.contains(BlockLists.NONE)) {
            return ListsSeen.notAsked("SWITCHED_OFF", subjects);
        }
        ListChoice choice = BlockLists.known().choose(kinds, named, access);
        List<ListTalk> talks = talks(subjects, kinds, choice);
        List<String> leftOut = new ArrayList<>();
        room -= TESTS * talks.size();
        talks.forEach(talk -> askAbout(ofKind(subjects, talk.kind()), talk, leftOut));
        talks.forEach(ListTalk::askTexts);
        List<ListSeen> seen = talks.stream().map(ListTalk::heard).toList();
        return new ListsSeen(Optional.empty(), subjects, seen, choice.withheld(), leftOut);
    }

    private void askAbout(List<String> subjects, ListTalk talk, List<String> leftOut) {
        for (String subject : subjects) {
            if (room-- > 0) {
                talk.askAbout(subject);
            } else {
                leftOut.add(talk.leftOut(subject));
            }
        }
    }

    /** A list that has both kinds of addresses is two lists: one may work and the other not. */
    private List<ListTalk> talks(List<String> subjects, Set<ListKind> kinds, ListChoice choice) {
        List<ListTalk> talks = new ArrayList<>();
        for (AskedList list : choice.asked()) {
            list.list().kinds().stream()
                    .filter(kinds::contains)
                    .filter(kind -> !ofKind(subjects, kind).isEmpty())
                    .forEach(kind -> talks.add(new ListTalk(dns, list, kind)));
        }
        return talks;
    }

    private static List<String> ofKind(List<String> subjects, ListKind kind) {
        return kind == ListKind.DOMAIN
                ? subjects
                : subjects.stream().filter(address -> ListKind.ofAddress(address) == kind).toList();
    }
}

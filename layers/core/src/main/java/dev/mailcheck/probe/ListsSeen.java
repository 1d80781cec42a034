package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What the lists said about some addresses or domains.
 *
 * @param notAsked why no list was asked at all: SWITCHED_OFF
 * @param subjects what they were asked about
 * @param withheld lists whose terms do not let us ask them
 * @param leftOut subjects and lists that a limit of ours left out, as "SUBJECT LIST"
 */
@Json
public record ListsSeen(
        Optional<String> notAsked,
        List<String> subjects,
        List<ListSeen> lists,
        List<String> withheld,
        List<String> leftOut) {
    public ListsSeen {
        subjects = List.copyOf(subjects);
        lists = List.copyOf(lists);
        withheld = List.copyOf(withheld);
        leftOut = List.copyOf(leftOut);
    }

    /** No list was asked. */
    static ListsSeen notAsked(String reason, List<String> subjects) {
        return new ListsSeen(Optional.of(reason), subjects, List.of(), List.of(), List.of());
    }
}

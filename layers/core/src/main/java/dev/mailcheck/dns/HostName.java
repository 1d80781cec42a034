package dev.mailcheck.dns;

import dev.mailcheck.dns.DomainInput.Accepted;
import dev.mailcheck.dns.DomainInput.Note;
import dev.mailcheck.dns.DomainInput.Problem;
import dev.mailcheck.dns.DomainInput.Rejected;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the host of what was typed: labels, lengths, and what is no name of the DNS at all. */
final class HostName {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    /** The end of an address in any notation that some library takes. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** RFC 6761, 6762, 7686, 9476 and ICANN's reservation of internal; test and example are not. */
    private static final Set<String> SPECIAL_USE =
            Set.of("localhost", "invalid", "local", "onion", "alt", "internal");

    private HostName() {}

    static DomainInput read(String host, Optional<Note> note) {
        boolean ascii = host.chars().allMatch(c -> c < 0x80);
        if (ascii) {
            return ofAscii(host, note);
        }
        return switch (Idn.toAscii(host)) {
            case Idn.Converted.Ascii(String name) ->
                    ofAscii(name, note.or(() -> Optional.of(Note.INTERNATIONALISED)));
            case Idn.Converted.Wrong(Problem problem) -> rejected(problem, host);
        };
    }

    private static DomainInput ofAscii(String host, Optional<Note> note) {
        String name = withoutFinalDot(host.toLowerCase(Locale.ROOT));
        return problem(name)
                .<DomainInput>map(problem -> rejected(problem, host))
                .orElseGet(() ->
                        Domain.parse(name)
                                .<DomainInput>map(d -> new Accepted(d, note))
                                .orElseGet(() -> rejected(Problem.FORBIDDEN_CHARACTER, host)));
    }

    private static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<Problem> problem(String name) {
        List<String> labels = List.of(name.split("\\.", -1));
        String last = labels.getLast();
        if (name.isEmpty()) {
            return Optional.of(Problem.EMPTY);
        }
        if (labels.stream().anyMatch(String::isEmpty)) {
            return Optional.of(Problem.EMPTY_LABEL);
        }
        if (NUMBER.matcher(last).matches()) {
            return Optional.of(Problem.IP_ADDRESS);
        }
        if (name.length() > MAX_NAME) {
            return Optional.of(Problem.TOO_LONG);
        }
        return labels.stream()
                .map(HostName::labelProblem)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> problemOfWhole(labels, last));
    }

    private static Optional<Problem> labelProblem(String label) {
        if (label.length() > MAX_LABEL) {
            return Optional.of(Problem.LABEL_TOO_LONG);
        }
        return label.startsWith("-") || label.endsWith("-")
                ? Optional.of(Problem.MISPLACED_HYPHEN)
                : Optional.empty();
    }

    private static Optional<Problem> problemOfWhole(List<String> labels, String top) {
        if (SPECIAL_USE.contains(top)) {
            return Optional.of(Problem.SPECIAL_USE);
        }
        return labels.size() < 2 ? Optional.of(Problem.SINGLE_LABEL) : Optional.empty();
    }

    private static Rejected rejected(Problem problem, String host) {
        return new Rejected(problem, Shown.text(host));
    }
}

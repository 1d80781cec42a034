package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.DomainInput;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The domains of a command line: each once, in order.
 *
 * @param notes what is to be said of them, a line each
 */
record DomainArguments(List<Domain> domains, List<String> notes) {
    /** Reads them all; one line names every one that is none. */
    static DomainArguments read(List<String> typed) throws UsageException {
        Set<Domain> domains = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String text : typed) {
            switch (DomainInput.read(text)) {
                case DomainInput.Accepted accepted -> {
                    accepted.note()
                            .ifPresent(note ->
                                    notes.add(
                                            "mailcheck: checking "
                                                    + accepted.domain()
                                                    + ", "
                                                    + note.sentence()));
                    if (!domains.add(accepted.domain())) {
                        notes.add(repeated(accepted.domain()));
                    }
                }
                case DomainInput.Rejected rejected -> wrong.add(rejected.message());
            }
        }
        if (!wrong.isEmpty()) {
            throw new UsageException(String.join("; ", wrong));
        }
        return new DomainArguments(List.copyOf(domains), notes.stream().distinct().toList());
    }

    static String repeated(Domain domain) {
        return "mailcheck: " + domain + " is named more than once and checked once";
    }
}

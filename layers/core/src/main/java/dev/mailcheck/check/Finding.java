package dev.mailcheck.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that was found: a code with named arguments, which the message catalogue turns into
 * words.
 *
 * @param subject the domain, host name or address it is about
 * @param arguments for the words; foreign text in them is capped by the report
 * @param record the record that mends it, where one follows from what was seen
 */
public record Finding(
        FindingCode code,
        String subject,
        Map<String, String> arguments,
        Optional<ProposedRecord> record) {
    public Finding {
        arguments = Map.copyOf(new TreeMap<>(arguments));
    }

    /** A finding with arguments given as name, value, name, value. */
    public static Finding of(FindingCode code, String subject, String... namesAndValues) {
        Map<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Finding(code, subject, arguments, Optional.empty());
    }

    public Finding withRecord(String name, String type, String value) {
        return new Finding(
                code, subject, arguments, Optional.of(new ProposedRecord(name + ".", type, value)));
    }

    public Status status() {
        return code.status();
    }

    public Level level() {
        return code.level();
    }
}

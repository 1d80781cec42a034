package dev.mailcheck.check;

import java.util.Collections;
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
 * @param file the text of a file to serve beside it, lines ended by LF
 */
public record Finding(
        FindingCode code,
        String subject,
        Map<String, String> arguments,
        Optional<ProposedRecord> record,
        Optional<String> file) {
    public Finding {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    /** A finding with arguments given as name, value, name, value. */
    public static Finding of(FindingCode code, String subject, String... namesAndValues) {
        Map<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Finding(code, subject, arguments, Optional.empty(), Optional.empty());
    }

    public Finding withRecord(String name, String type, String value) {
        ProposedRecord proposed = new ProposedRecord(name + ".", type, value);
        return new Finding(code, subject, arguments, Optional.of(proposed), file);
    }

    public Finding withFile(String text) {
        return new Finding(code, subject, arguments, record, Optional.of(text));
    }

    public Status status() {
        return code.status();
    }

    public Level level() {
        return code.level();
    }
}

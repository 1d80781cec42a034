package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.RecordType;

import java.util.Optional;

/**
 * What the domain says of a fail (RFC 7208, section 6.2): one TXT record in ASCII, its macros
 * expanded. Whatever goes wrong with it, there is no explanation, and the result stands.
 */
final class Explanation {
    private static final int LONGEST = 512;

    private Explanation() {}

    static Optional<String> of(Evaluation evaluation, HostResult result) {
        return result.word() == SpfWord.FAIL
                ? result.explanation().flatMap(source -> read(evaluation, source))
                : Optional.empty();
    }

    private static Optional<String> read(
            Evaluation evaluation, HostResult.ExplanationSource source) {
        MacroValues values = new MailMacros(evaluation, source.domain());
        String name = Macros.name(source.spec().macros(), values);
        DnsAnswer answer = evaluation.questions().start(name, RecordType.TXT).answer();
        return answer.records().size() == 1
                ? MacroReader.readExplanation(answer.data().getFirst())
                        .map(text -> printable(Macros.text(text, values, LONGEST)))
                : Optional.empty();
    }

    /** A macro may bring in anything that the client said. */
    private static String printable(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars().forEach(c -> ascii.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return ascii.toString();
    }
}

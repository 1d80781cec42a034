package dev.mailcheck.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what the clauses of a Received field tell. */
final class ReceivedReader {
    /** Semicolons may stand in other places too; the date is behind one of the last. */
    private static final int DATES_TRIED = 4;

    private final String value;
    private final ReceivedClauses clauses;
    private final ClientReader client;
    private final Protocol protocol;
    private final Program program;

    ReceivedReader(String value) {
        this.value = value;
        this.clauses = ReceivedClauses.of(value);
        this.client = new ClientReader(clauses.tokens(Clause.FROM));
        this.protocol = Protocol.of(clauses);
        this.program = Program.of(clauses);
    }

    Received read() {
        Client told = client.client(program.verifiesNames(), protocol.isMicrosoft());
        return new Received(
                client.name(),
                told.ip(),
                told.helo().filter(helo -> !protocol.isWeb()),
                told.rdns(),
                by(),
                protocol.name(),
                clauses.word(Clause.ID).map(ReceivedReader::withoutAngles),
                TlsReader.read(comments(), words(), protocol, program.tellsTls()),
                protocol.isAuthenticated() || comments().stream().anyMatch(Login::isToldBy),
                EnvelopeFrom.of(clauses),
                date());
    }

    /** qmail tells its own user only, in the comment with which its field begins. */
    private Optional<String> by() {
        return clauses.word(Clause.BY)
                .or(() ->
                        clauses.comments(Clause.NONE).stream()
                                .flatMap(text -> ReceivedClauses.of(text).word(Clause.BY).stream())
                                .findFirst());
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>(client.otherComments());
        comments.addAll(
                clauses.comments(
                        Clause.NONE,
                        Clause.BY,
                        Clause.VIA,
                        Clause.WITH,
                        Clause.ID,
                        Clause.FOR,
                        Clause.ENVELOPE_FROM));
        comments.removeIf(EnvelopeFrom::isComment);
        return comments;
    }

    /** What may tell about TLS outside of comments; a HELO has to stay out of it. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        List<String> from = clauses.words(Clause.FROM);
        int decrypted = from.indexOf("de/crypted");
        if (decrypted > 0) {
            words.addAll(from.subList(decrypted, from.size()));
        }
        words.addAll(clauses.words(Clause.WITH));
        words.addAll(clauses.words(Clause.ID).stream().skip(1).toList());
        words.addAll(clauses.words(Clause.ENVELOPE_FROM).stream().skip(1).toList());
        return words;
    }

    private Optional<Instant> date() {
        List<Integer> starts = clauses.semicolons();
        return starts.reversed().stream()
                .limit(DATES_TRIED)
                .flatMap(start -> MailDate.parse(value.substring(start)).stream())
                .findFirst();
    }

    static String withoutAngles(String text) {
        boolean angles = text.startsWith("<") && text.endsWith(">");
        return angles ? text.substring(1, text.length() - 1) : text;
    }

    /** What is told about a log-in: in forms of Postfix, Sendmail, CommuniGate and others. */
    private static final class Login {
        static boolean isToldBy(String comment) {
            String text = comment.strip().toLowerCase(Locale.ROOT);
            return text.startsWith("authenticated")
                    || text.startsWith("auth:")
                    || text.startsWith("auth=")
                    || text.startsWith("account ")
                    || text.startsWith("via http")
                    || text.contains(" authenticated user");
        }
    }
}

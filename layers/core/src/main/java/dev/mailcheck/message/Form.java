package dev.mailcheck.message;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a mail as RFC 5322 has rules for it: which fields stand in it how often, what they
 * hold, and how its lines look. Nothing is judged here.
 *
 * @param counts of the fields that a mail may have once (RFC 5322, section 3.6) and that it has, by
 *     names in lower case
 * @param date as written
 * @param sent the instant of it; empty where it is none
 * @param messageIdGood whether it has the form of one
 * @param longestHeaderLine in bytes without its line end
 * @param contentType of the whole mail, as text/html; empty where none is told
 * @param boundaryMissing whether it says that it has parts, and not what stands between them
 * @param bulkFields the names of fields that only mail to many has
 */
@Json
public record Form(
        Map<String, Integer> counts,
        Optional<String> date,
        Optional<Instant> sent,
        Optional<String> messageId,
        boolean messageIdGood,
        int longestHeaderLine,
        BodyLines body,
        Optional<String> contentType,
        boolean boundaryMissing,
        ListUnsubscribe unsubscribe,
        List<String> bulkFields) {
    private static final int MAX_TEXT = 200;

    private static final List<String> ONCE =
            List.of(
                    "date",
                    "from",
                    "sender",
                    "reply-to",
                    "to",
                    "cc",
                    "bcc",
                    "message-id",
                    "in-reply-to",
                    "references",
                    "subject",
                    "mime-version",
                    "content-type",
                    "content-transfer-encoding");

    private static final List<String> BULK =
            List.of("List-Unsubscribe", "List-Id", "Feedback-ID", "X-CSA-Complaints");

    public Form {
        counts = Map.copyOf(counts);
        bulkFields = List.copyOf(bulkFields);
    }

    public static Form of(RawMail mail) {
        Optional<String> date = mail.first("Date").map(HeaderField::value);
        Optional<MessageId> id =
                mail.first("Message-ID").flatMap(field -> MessageId.parse(field.rawValue()));
        Optional<ContentType> type =
                mail.first("Content-Type").map(field -> ContentType.parse(field.rawValue()));
        return new Form(
                counts(mail),
                date.map(Form::cut),
                date.flatMap(MailDate::parse),
                id.map(MessageId::text).map(Form::cut),
                id.filter(MessageId::wellFormed).isPresent(),
                longestLine(mail),
                BodyLines.of(mail),
                type.map(ContentType::type).filter(name -> !name.isEmpty()).map(Form::cut),
                type.filter(t -> t.isMultipart() && t.boundary().isEmpty()).isPresent(),
                ListUnsubscribe.of(mail),
                bulkFields(mail));
    }

    /** How often a field stands in the mail; name in lower case. */
    public int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    /** Whether the mail shows that it went to many: newsletters, notices, mailing lists. */
    public boolean looksBulk() {
        return !bulkFields.isEmpty();
    }

    private static Map<String, Integer> counts(RawMail mail) {
        Map<String, Integer> counts = new HashMap<>();
        for (HeaderField field : mail.header()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (ONCE.contains(name)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int longestLine(RawMail mail) {
        byte[] bytes = mail.bytes();
        int longest = 0;
        for (HeaderField field : mail.header()) {
            int start = field.start();
            for (int i = start; i < field.end(); i++) {
                if (bytes[i] == '\n') {
                    longest = Math.max(longest, lineEnd(bytes, start, i) - start);
                    start = i + 1;
                }
            }
            longest = Math.max(longest, field.end() - start);
        }
        return longest;
    }

    private static int lineEnd(byte[] bytes, int start, int lf) {
        return lf > start && bytes[lf - 1] == '\r' ? lf - 1 : lf;
    }

    private static List<String> bulkFields(RawMail mail) {
        List<String> found =
                new ArrayList<>(
                        BULK.stream().filter(name -> mail.first(name).isPresent()).toList());
        mail.first("Precedence")
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .filter(value -> value.equals("bulk") || value.equals("list"))
                .ifPresent(bulk -> found.add("Precedence"));
        return found;
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}

package dev.mailcheck.message;

import io.avaje.jsonb.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a list mail says it can be unsubscribed from (RFC 2369, section 3.2; RFC 8058).
 *
 * @param uris from List-Unsubscribe, as written
 * @param oneClick whether List-Unsubscribe-Post asks for one click in the form it has to have
 * @param fields how many List-Unsubscribe fields there are
 * @param postFields how many List-Unsubscribe-Post fields there are
 */
@Json
public record ListUnsubscribe(List<String> uris, boolean oneClick, int fields, int postFields) {
    private static final int MAX_URIS = 50;

    /** Reads the fields of a mail. */
    public static ListUnsubscribe of(RawMail mail) {
        List<HeaderField> fields = mail.fields("List-Unsubscribe");
        List<HeaderField> post = mail.fields("List-Unsubscribe-Post");
        List<String> uris = new ArrayList<>();
        fields.forEach(field -> uris(field.value(), uris));
        boolean oneClick =
                post.size() == 1
                        && post.getFirst().value().equalsIgnoreCase("List-Unsubscribe=One-Click");
        return new ListUnsubscribe(List.copyOf(uris), oneClick, fields.size(), post.size());
    }

    /** Whether one of the addresses has that scheme. */
    public boolean has(String scheme) {
        return uris.stream().anyMatch(uri -> uri.toLowerCase(Locale.ROOT).startsWith(scheme + ":"));
    }

    private static void uris(String value, List<String> uris) {
        int open = value.indexOf('<');
        while (open >= 0 && uris.size() < MAX_URIS) {
            int close = value.indexOf('>', open);
            if (close < 0) {
                return;
            }
            uris.add(value.substring(open + 1, close).replace(" ", "").replace("\t", ""));
            open = value.indexOf('<', close);
        }
    }
}

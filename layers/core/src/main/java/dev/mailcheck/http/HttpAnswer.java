package dev.mailcheck.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered.
 *
 * @param headers names in lower case; the length is for the one who sends it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    public HttpAnswer {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    static HttpAnswer of(int status, String mediaType, String text) {
        return new HttpAnswer(
                status, Map.of("content-type", mediaType), text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0]);
    }

    HttpAnswer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body);
    }

    /** The same, for those headers that are not there already. */
    HttpAnswer withDefault(String header, String value) {
        return headers.containsKey(header) ? this : with(header, value);
    }

    HttpAnswer withoutBody() {
        return new HttpAnswer(status, headers, new byte[0]);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

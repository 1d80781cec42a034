package dev.mailcheck.https;

import io.avaje.jsonb.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a web server answered, as far as it was read (RFC 9110, section 15).
 *
 * @param location where it wants us to go instead; nobody goes there
 * @param contentEncoding the body is not plain, though nothing else was asked for
 * @param body of status 200 only, in parts, as JSON readers take no string of any length; empty
 *     where it could not be read to its end
 */
@Json
public record PageReply(
        int status,
        Optional<String> contentType,
        Optional<String> location,
        Optional<String> contentEncoding,
        List<String> body) {
    private static final int PART = 20_000;

    public PageReply {
        body = List.copyOf(body);
    }

    /** The body as it was served. */
    public String text() {
        return String.join("", body);
    }

    PageReply withBody(String text) {
        return new PageReply(status, contentType, location, contentEncoding, parts(text));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + PART);
            boolean split = Character.isHighSurrogate(text.charAt(end - 1)) && end < text.length();
            parts.add(text.substring(start, split ? end + 1 : end));
            start += parts.getLast().length();
        }
        return parts;
    }
}

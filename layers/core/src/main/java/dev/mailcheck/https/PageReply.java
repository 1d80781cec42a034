package dev.mailcheck.https;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * What a web server answered, as far as it was read (RFC 9110, section 15).
 *
 * @param location where it wants us to go instead; nobody goes there
 * @param contentEncoding the body is not plain, though nothing else was asked for
 * @param body of status 200 only; empty where it could not be read to its end
 */
@Json
public record PageReply(
        int status,
        Optional<String> contentType,
        Optional<String> location,
        Optional<String> contentEncoding,
        String body) {

    PageReply withBody(String text) {
        return new PageReply(status, contentType, location, contentEncoding, text);
    }
}

package dev.mailcheck.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, as whoever received it hands it over.
 *
 * @param path from the service's root, as it was sent: "/checks/…"
 * @param query each name once, decoded
 * @param headers each name once, in lower case
 * @param body at most one byte more than {@link #MAX_BODY}: so much shows that it is too long
 * @param base how the service is reached from outside, without a final slash: told by the operator
 *     or the platform, never by the client alone
 * @param source the address that asks, as far as the one who received it can trust it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
public record HttpRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        URI base,
        String source) {
    /** Bytes that a body may have. */
    public static final int MAX_BODY = 64 << 10;

    public HttpRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * The media type of the body without its parameters, in lower case; empty where none is said.
     */
    String contentType() {
        return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isSecure() {
        return "https".equals(base.getScheme());
    }

    /** The path of a page of ours as the browser must ask for it. */
    String local(String page) {
        return Optional.ofNullable(base.getRawPath()).orElse("") + page;
    }

    /** The same with scheme and host, for those who keep it. */
    String absolute(String page) {
        return base + page;
    }
}

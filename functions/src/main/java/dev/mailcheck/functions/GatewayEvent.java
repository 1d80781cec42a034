package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request as a REST API of API Gateway hands it to a function (proxy integration). */
@Json
public record GatewayEvent(
        String httpMethod,
        String path,
        @Nullable Map<String, String> headers,
        @Nullable Map<String, String> queryStringParameters,
        @Nullable String body,
        boolean isBase64Encoded,
        Circumstances requestContext) {
    /** The headers under names in lower case. */
    Map<String, String> lowerCaseHeaders() {
        Map<String, String> lower = new HashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        }
        return lower;
    }

    /** The body, byte for byte. */
    byte[] bytes() {
        String text = body == null ? "" : body;
        return isBase64Encoded
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    /** How we are reached; the stage is what stands before our path. */
    URI base() {
        String whole = requestContext.path();
        String stage =
                whole.endsWith(path) ? whole.substring(0, whole.length() - path.length()) : "";
        String domain = requestContext.domainName();
        return URI.create("https://" + (domain == null ? "localhost" : domain) + stage);
    }

    /**
     * What API Gateway itself knows of the request.
     *
     * @param path with the stage, where the address has one
     */
    @Json
    public record Circumstances(@Nullable String domainName, String path, Identity identity) {}

    /**
     * Who asks.
     *
     * @param sourceIp the address of the connection, whatever headers say
     */
    @Json
    public record Identity(String sourceIp) {}
}

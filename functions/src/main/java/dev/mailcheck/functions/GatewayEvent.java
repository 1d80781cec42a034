package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

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

package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import java.util.Map;

/** An answer as API Gateway wants it; all our bodies are text. */
@Json
public record GatewayAnswer(
        int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {}

package dev.mailcheck.http;

import java.util.Map;

/** The headers that every answer bears, whatever it is. */
final class Shield {
    private static final String YEAR = "max-age=31536000";
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "x-content-type-options", "nosniff",
                    "referrer-policy", "no-referrer",
                    "x-robots-tag", "noindex, nofollow",
                    "x-frame-options", "DENY",
                    "cross-origin-opener-policy", "same-origin");
    private static final Map<String, String> UNLESS_SAID =
            Map.of(
                    "cache-control", "no-store",
                    "cross-origin-resource-policy", "same-origin",
                    "content-security-policy", "default-src 'none'; frame-ancestors 'none'");

    private Shield() {}

    static HttpAnswer around(HttpAnswer answer, HttpRequest request) {
        HttpAnswer shielded = answer;
        for (Map.Entry<String, String> header : ALWAYS.entrySet()) {
            shielded = shielded.with(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> header : UNLESS_SAID.entrySet()) {
            shielded = shielded.withDefault(header.getKey(), header.getValue());
        }
        return request.isSecure() ? shielded.with("strict-transport-security", YEAR) : shielded;
    }
}

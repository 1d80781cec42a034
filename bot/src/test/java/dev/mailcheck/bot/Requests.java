package dev.mailcheck.bot;

import dev.mailcheck.json.JsonText;

import io.avaje.jsonb.Jsonb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as Slack sends them. */
public final class Requests {
    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final AtomicInteger TRIGGERS = new AtomicInteger();

    private Requests() {}

    /** The form fields of a command. */
    public static Map<String, String> command(String user, String text, String responseUrl) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
        fields.put("team_id", "T0001");
        fields.put("team_domain", "example");
        fields.put("channel_id", "C2147483705");
        fields.put("channel_name", "mail");
        fields.put("user_id", user);
        fields.put("user_name", "somebody");
        fields.put("command", "/mailcheck");
        fields.put("text", text);
        fields.put("api_app_id", "A123456");
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrl);
        fields.put("trigger_id", trigger());
        return fields;
    }

    private static String trigger() {
        return "13345224609.738474920." + TRIGGERS.incrementAndGet();
    }

    /** What a press of a button tells. */
    public static Map<String, Object> press(
            String user, String action, String value, String responseUrl) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "block_actions");
        json.put("user", Map.of("id", user, "username", "somebody", "team_id", "T0001"));
        json.put("api_app_id", "A123456");
        json.put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
        json.put(
                "container",
                Map.of(
                        "type", "message",
                        "message_ts", "1700000000.000100",
                        "channel_id", "C2147483705",
                        "is_ephemeral", true));
        json.put("trigger_id", trigger());
        json.put("team", Map.of("id", "T0001", "domain", "example"));
        json.put("channel", Map.of("id", "C2147483705", "name", "mail"));
        json.put("response_url", responseUrl);
        json.put(
                "actions",
                List.of(
                        Map.of(
                                "action_id", action,
                                "block_id", "b1",
                                "type", "button",
                                "value", value,
                                "action_ts", "1700000001.000200")));
        return json;
    }

    public static String json(Map<String, Object> json) {
        return JsonText.of(Jsonb.instance().type(Object.class), json);
    }

    /** As it stands in the body. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static String form(Map<String, Object> press, boolean asPayload) {
        String json = json(press);
        return asPayload ? form(Map.of("payload", json)) : json;
    }

    /** The headers of a request that was signed so. */
    public static Map<String, String> signed(String secret, long seconds, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/x-www-form-urlencoded");
        headers.put("user-agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.put("x-slack-request-timestamp", String.valueOf(seconds));
        headers.put("x-slack-signature", signature(secret, String.valueOf(seconds), body));
        return headers;
    }

    public static String signature(String secret, String seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash =
                    mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
